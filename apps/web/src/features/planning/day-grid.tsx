import { addDays } from '@pupitre/shared/time/zone';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { meetingOfCard } from '../../lib/use-meeting-card';
import { useDayListLabels, usePlannerLabels } from '../../lib/use-planner-labels';
import { DayList } from '../../planner/day-list';
import { Planner } from '../../planner/planner';
import type { PlannerCallbacks, PlannerHandle, PlannerSelection } from '../../planner/types';
import { closeDraft, useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { type LatenessAnchor, LatenessControl, useMaySetLateness } from './lateness-control';
import { hover, putBack } from './pince';
import type { Drops } from './use-drops';
import { useCarriedCard, useSavingCard } from './use-floating-cards';
import { useHoldBlocks } from './use-hold-blocks';
import { useOpenSlot } from './use-open-slot';
import { usePlannerContent } from './use-planner-content';
import { VisitKeys } from './visit-keys';
import { VisitMenu } from './visit-menu';

interface DayGridProps {
  readonly grid: RefObject<PlannerHandle | null>;
  readonly drops: Drops;
}

/** The planner, or its list twin, fed with the day and wired to the panel. */
export function DayGrid({ grid, drops }: DayGridProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const screen = useDayScreen();
  const { practiceId, day, clock, search, go, columns, frame } = screen;
  const box = useRef<HTMLDivElement>(null);
  const [local, setLocal] = useState<PlannerSelection>(null);
  const [late, setLate] = useState<LatenessAnchor | null>(null);
  const [menu, setMenu] = useState<{ id: string; x: number; y: number } | null>(null);
  const maySetLateness = useMaySetLateness();
  const draft = useBookingDraft(practiceId);
  const holds = useHoldBlocks();
  const content = usePlannerContent(screen, drops.refusal?.visit.id ?? null, holds);
  const labels = usePlannerLabels(t('planner.grid', { day: formats.dateLong(day) }));
  const listLabels = useDayListLabels();
  const carried = useCarriedCard();
  const saving = useSavingCard();
  const openSlot = useOpenSlot();

  const visitById = (id: string | undefined) =>
    columns.flatMap(({ visits }) => visits).find((visit) => visit.id === id);
  const openVisit = (id: string) => {
    closeDraft(practiceId);
    const meeting = meetingOfCard(id);
    if (meeting) {
      go({ seance: meeting, rdv: undefined }, search.seance !== undefined);
      return;
    }
    go({ rdv: id }, search.rdv !== undefined);
  };
  const place = draft.isOpen && draft.place?.day === day ? draft.place : null;
  // Each keeps its identity while the address lags behind a click: an old choice told anew would take the focus back.
  const { rdv } = search;
  const inPanel = useMemo(() => (rdv ? { cardId: rdv } : null), [rdv]);
  const booked = useMemo(() => place && { columnId: place.resourceId, startMin: place.startMin }, [place]);
  const selection: PlannerSelection = booked ?? inPanel ?? local;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the day opens
  useEffect(() => {
    // Opened from a week or a link, the visit asked for has the focus that the other screen took away.
    if (rdv && document.activeElement === document.body) grid.current?.focusCard(rdv);
  }, []);
  useEffect(() => {
    // A place chosen in the panel is brought into view; the focus stays where it is.
    if (!place) return;
    const frameId = requestAnimationFrame(() =>
      box.current?.querySelector('.is-selected')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frameId);
  }, [place]);
  const cards = useMemo(() => (saving ? [...content.cards, saving] : content.cards), [content.cards, saving]);

  const callbacks: PlannerCallbacks = {
    onSelectCard: (cardId, means) => {
      setLocal({ cardId });
      if (means === 'pointer') openVisit(cardId);
      else if (search.rdv) go({ rdv: cardId }, true);
    },
    onSelectCell: (columnId, startMin, means) => {
      setLocal({ columnId, startMin });
      if (means === 'pointer') openSlot(columnId, startMin, startMin);
    },
    onOpenCard: (cardId) => {
      // A second ↵ goes on into the panel.
      if (search.rdv === cardId) document.querySelector<HTMLElement>('.visit-acts .btn')?.focus();
      else openVisit(cardId);
    },
    onCreate: openSlot,
    onMove: drops.drop,
    onCarry: (next) =>
      next
        ? hover({ columnId: next.columnId, startMin: next.startMin, durationMin: next.endMin - next.startMin })
        : putBack(),
    onCardMenu: (id, { x, y }) => setMenu({ id, x, y }),
    onColumnBadge: (columnId, element) => {
      if (screen.onAbsence || (day === clock.today && maySetLateness(columnId))) setLate({ columnId, element });
    },
    onPageKey: (key) => go({ date: key === 'home' ? undefined : addDays(day, key === 'pageUp' ? -1 : 1) }),
  };
  const menuVisit = visitById(menu?.id);
  return (
    <div className="day-box" ref={box}>
      {search.liste ? (
        <DayList {...content} cards={cards} holds={holds} selection={selection} labels={listLabels} {...callbacks} />
      ) : (
        <Planner
          ref={grid}
          {...content}
          {...frame}
          {...callbacks}
          cards={cards}
          holds={holds}
          dayKey={day}
          nowMin={day === clock.today ? clock.minute : null}
          selection={selection}
          carried={carried}
          isDropAllowed={drops.isAllowed}
          labels={labels}
        />
      )}
      <VisitKeys within={box} visitOf={({ target }) => visitById(cardIdOf(target))} />
      {late && <LatenessControl anchor={late} onClose={() => setLate(null)} />}
      {menu && menuVisit && <VisitMenu visit={menuVisit} x={menu.x} y={menu.y} onClose={() => setMenu(null)} />}
    </div>
  );
}

const cardIdOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
