import { type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import type { SeenHold } from '../../lib/holds.queries';
import { useMembership } from '../../lib/session';
import { meetingOfCard } from '../../lib/use-meeting-card';
import { useDayListLabels, usePlannerLabels } from '../../lib/use-planner-labels';
import { DayList } from '../../planner/day-list';
import { Planner } from '../../planner/planner';
import type { PlannerCallbacks, PlannerHandle, PlannerSelection, TimeBlock } from '../../planner/types';
import { useInHand } from './use-in-hand';
import { canMove, useWeekCards } from './use-week-cards';
import { useWeekContent } from './use-week-content';
import { useHoldBlocks } from './use-week-holds';
import type { WeekMoves } from './use-week-moves';
import { useWeekWords } from './use-week-words';
import { MeetingStrip, VisitStrip } from './visit-strip';
import { useWeek } from './week-context';
import { frameOfWeek, roomAt, type WeekDay } from './week-days';

interface WeekGridProps {
  readonly grid: RefObject<PlannerHandle | null>;
  readonly days: readonly WeekDay[];
  readonly holds: readonly SeenHold[];
  readonly moves: WeekMoves;
  readonly onTurn: (weeks: 1 | -1 | 0) => void;
}

const cellMin = 10;

/** The planner with a day a column, or the same as tables. */
export function WeekGrid({ grid, days, holds, moves, onTurn }: WeekGridProps) {
  const { t } = useTranslation('week');
  const screen = useWeek();
  const { clock, column, search, setup, onOpenVisit, onOpenMeeting, onOpenDay, onBook } = screen;
  const { permissions } = useMembership();
  const words = useWeekWords();
  const box = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<PlannerSelection>(null);
  const frame = useMemo(() => frameOfWeek(days), [days]);
  const held = useHoldBlocks(holds);
  const content = useWeekContent(screen, days, frame, moves.refusal?.visit.id ?? null, held);
  const labels = usePlannerLabels(t('grid', { week: words.title(screen.days), column: column.shortName }));
  const listLabels = useDayListLabels();
  const draw = useWeekCards(setup, permissions);
  const hand = useInHand(days, screen.days[0] ?? clock.today, draw);

  const visitOf = (id: string | undefined) =>
    hand.visit !== null && hand.visit.id === id
      ? hand.visit
      : days.flatMap(({ visits }) => visits).find((visit) => visit.id === id);
  const open = (id: string) => {
    const meeting = meetingOf(id);
    if (meeting) return onOpenMeeting(meeting.id, meeting.day);
    const visit = visitOf(id);
    if (visit) onOpenVisit(visit);
  };
  const meetingOf = (cardId: string) => {
    const meetingId = meetingOfCard(cardId);
    return days.flatMap(({ meetings }) => meetings).find(({ id }) => id === meetingId);
  };
  const take = (id: string | undefined) => {
    const visit = visitOf(id);
    if (visit && canMove(visit, permissions)) hand.take(visit);
  };
  useShortcut({
    ...{ id: 'week.move', keys: 'D', scope: 'focus', within: box },
    ...{ labelKey: 'week:keys.move', groupKey: 'week:keys.title' },
    enabled: permissions.includes('appointment.move'),
    run: ({ target }) => take(cardIdOf(target)),
  });

  const callbacks: PlannerCallbacks = {
    onSelectCard: (cardId) => setSelection({ cardId }),
    onSelectCell: (columnId, startMin) => setSelection({ columnId, startMin }),
    onOpenCard: open,
    onCreate: (day, startMin, endMin) => {
      const drawnMin = endMin - startMin > cellMin && !isPiece(days, day, startMin, endMin) ? endMin - startMin : null;
      onBook?.({ resourceId: column.id, day, startMin }, { drawnMin, roomMin: roomAt(days, day, startMin) });
    },
    onMove: (cardId, place) => {
      const visit = visitOf(cardId);
      if (visit) void moves.move(visit, placeOf(place));
    },
    onCarry: hand.hover,
    onColumnBadge: (day) => onOpenDay(day, column.id),
    onPageKey: (key) => onTurn(key === 'home' ? 0 : key === 'pageUp' ? -1 : 1),
  };
  const chosenId = selection && 'cardId' in selection ? selection.cardId : '';
  const chosen = visitOf(chosenId);
  const gathered = meetingOf(chosenId);
  return (
    <div className="week-box" ref={box}>
      {search.liste ? (
        <DayList {...content} holds={held} selection={selection} labels={listLabels} {...callbacks} />
      ) : (
        <Planner
          ref={grid}
          {...content}
          {...frame}
          {...callbacks}
          isDense
          holds={held}
          dayKey={screen.days[0] ?? ''}
          nowMin={days.some(({ day }) => day === clock.today) ? clock.minute : null}
          nowColumnId={clock.today}
          selection={selection}
          carried={hand.carried}
          isDropAllowed={(cardId, place) => {
            const visit = visitOf(cardId);
            return visit !== undefined && moves.isAllowed(visit, placeOf(place));
          }}
          labels={labels}
        />
      )}
      {gathered && <MeetingStrip meeting={gathered} onOpen={() => open(chosenId)} />}
      {chosen && <VisitStrip visit={chosen} onOpen={() => open(chosen.id)} onMove={() => take(chosen.id)} />}
    </div>
  );
}

const placeOf = ({ columnId, startMin, endMin }: TimeBlock) => ({ day: columnId, startMin, endMin });

/** A free place as it is offered, not a range drawn over it. */
const isPiece = (days: readonly WeekDay[], day: string, startMin: number, endMin: number): boolean =>
  days.some((one) => one.day === day && one.free.some((free) => free.startMin === startMin && free.endMin === endMin));

const cardIdOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
