import { type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useMembership } from '../../lib/session';
import { useDayListLabels, usePlannerLabels } from '../../lib/use-planner-labels';
import { DayList } from '../../planner/day-list';
import { Planner } from '../../planner/planner';
import type { PlannerCallbacks, PlannerHandle, PlannerSelection } from '../../planner/types';
import { useInHand } from './use-in-hand';
import { canMove, useWeekCards } from './use-week-cards';
import { useWeekContent } from './use-week-content';
import type { WeekMoves } from './use-week-moves';
import { useWeekWords } from './use-week-words';
import { VisitStrip } from './visit-strip';
import { useWeek } from './week-context';
import { frameOfWeek, roomAt, type WeekDay } from './week-days';

interface WeekGridProps {
  readonly grid: RefObject<PlannerHandle | null>;
  readonly days: readonly WeekDay[];
  readonly moves: WeekMoves;
  readonly onTurn: (weeks: 1 | -1 | 0) => void;
}

const cellMin = 10;

/** The planner with a day a column, or the same as tables. */
export function WeekGrid({ grid, days, moves, onTurn }: WeekGridProps) {
  const { t } = useTranslation('week');
  const screen = useWeek();
  const { clock, column, search, setup, onOpenVisit, onOpenDay, onBook } = screen;
  const { permissions } = useMembership();
  const words = useWeekWords();
  const box = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<PlannerSelection>(null);
  const frame = useMemo(() => frameOfWeek(days), [days]);
  const content = useWeekContent(screen, days, frame, moves.refusal?.visit.id ?? null);
  const labels = usePlannerLabels(t('grid', { week: words.title(screen.days), column: column.shortName }));
  const listLabels = useDayListLabels();
  const draw = useWeekCards(setup, permissions);
  const hand = useInHand(days, screen.days[0] ?? clock.today, draw);

  const visitOf = (id: string | undefined) =>
    hand.visit !== null && hand.visit.id === id
      ? hand.visit
      : days.flatMap(({ visits }) => visits).find((visit) => visit.id === id);
  const open = (id: string) => {
    const visit = visitOf(id);
    if (visit) onOpenVisit(visit);
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
      if (visit) void moves.move(visit, place);
    },
    onCarry: hand.hover,
    onColumnBadge: (day) => onOpenDay(day, column.id),
    onPageKey: (key) => onTurn(key === 'home' ? 0 : key === 'pageUp' ? -1 : 1),
  };
  const chosen = selection && 'cardId' in selection ? visitOf(selection.cardId) : undefined;
  return (
    <div className="week-box" ref={box}>
      {search.liste ? (
        <DayList {...content} selection={selection} labels={listLabels} {...callbacks} />
      ) : (
        <Planner
          ref={grid}
          {...content}
          {...frame}
          {...callbacks}
          isDense
          dayKey={screen.days[0] ?? ''}
          nowMin={days.some(({ day }) => day === clock.today) ? clock.minute : null}
          nowColumnId={clock.today}
          selection={selection}
          carried={hand.carried}
          isDropAllowed={(cardId, place) => {
            const visit = visitOf(cardId);
            return visit !== undefined && moves.isAllowed(visit, place);
          }}
          labels={labels}
        />
      )}
      {chosen && <VisitStrip visit={chosen} onOpen={() => open(chosen.id)} onMove={() => take(chosen.id)} />}
    </div>
  );
}

/** A free place as it is offered, not a range drawn over it. */
const isPiece = (days: readonly WeekDay[], day: string, startMin: number, endMin: number): boolean =>
  days.some((one) => one.day === day && one.free.some((free) => free.startMin === startMin && free.endMin === endMin));

const cardIdOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
