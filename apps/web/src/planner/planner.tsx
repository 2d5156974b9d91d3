// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import './planner.css';
import { type CSSProperties, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { openingScroll, unitsFrom } from './geometry';
import { cardKey, cellKey, columnStops, freeKey, withoutCoveredGhosts } from './navigation';
import { useNowLine } from './now-line';
import { PlannerColumn } from './planner-column';
import { TimeGutter } from './time-gutter';
import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard, PlannerProps } from './types';
import { useActiveStop } from './use-active-stop';
import { useFlyBack } from './use-fly-back';
import { useInHand } from './use-in-hand';
import { usePlannerClicks } from './use-planner-clicks';
import { usePlannerDrag } from './use-planner-drag';
import { usePlannerKeys } from './use-planner-keys';
import { useSlotHeight } from './use-slot-height';
import { useStableColumns } from './use-stable-columns';

const NO_HOLDS: readonly HoldBlock[] = [];
const byId = (item: PlannerCard | HoldBlock) => item.id;
const byPlace = (item: ClosedBlock | FreeBlock) => `${item.columnId} ${item.startMin}`;

/**
 * The day of several practitioners and rooms, side by side. It draws what it is given and asks its host for every
 * change; it knows minutes and cards, nothing of appointments.
 */
export function Planner(props: PlannerProps) {
  const { columns, openMin, closeMin, slotMinutes = 10, nowMin, dayKey, labels, selection, carried = null } = props;
  const root = useRef<HTMLDivElement>(null);
  const pill = useRef<HTMLSpanElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const slotPx = useSlotHeight();
  const frame = useMemo(() => ({ openMin, closeMin, slotMinutes }), [openMin, closeMin, slotMinutes]);
  const shownCards = useMemo(() => withoutCoveredGhosts(props.cards), [props.cards]);
  const cardById = useMemo(() => new Map(shownCards.map((card) => [card.id, card])), [shownCards]);
  const cardsOf = useStableColumns(shownCards, byId);
  const closedOf = useStableColumns(props.closed, byPlace);
  const freeOf = useStableColumns(props.free, byPlace);
  const holdsOf = useStableColumns(props.holds ?? NO_HOLDS, byId);
  const content = (id: string) => ({ cards: cardsOf(id), closed: closedOf(id), free: freeOf(id), holds: holdsOf(id) });
  const titleOf = (columnId: string) => columns.find((column) => column.id === columnId)?.title ?? '';
  const announce = (sentence: string) => {
    if (live.current) live.current.textContent = sentence;
  };

  const rememberDrop = useFlyBack(root, props.cards);
  const columnIds = useMemo(() => columns.map((column) => column.id), [columns]);
  const roving = useActiveStop({ root, columnIds, content, cardById, frame, nowMin, selection });
  const { active } = roving;
  const drop = (card: PlannerCard | undefined, cardId: string, columnId: string, startMin: number) => {
    rememberDrop(cardId, false);
    props.onMove(cardId, columnId, startMin);
    if (card) announce(labels.announceDropped(card, titleOf(columnId), startMin));
  };
  const { drag, handlers, isLifted, isClickSpent } = usePlannerDrag({
    ...{ root, frame, slotPx, cardById },
    isBusy: carried !== null,
    onDrop: (card, place) => drop(card, card.id, place.columnId, place.startMin),
    onCancel: (card) => {
      rememberDrop(card.id, true);
      announce(labels.announceReturned(card));
    },
    onDraw: (range) => props.onCreate(range.columnId, range.startMin, range.endMin),
  });
  const carriedCard = carried ? (carried.card ?? cardById.get(carried.cardId)) : undefined;
  const shared = { columns, content, frame, carried, callbacks: props, moveTo: roving.moveTo };
  const clicks = usePlannerClicks({
    ...shared,
    ...{ slotPx, isClickSpent, isLifted },
    dropCarried: (columnId, startMin) => {
      if (!carried) return;
      drop(carriedCard, carried.cardId, columnId, startMin);
      props.onCarry?.(null);
    },
  });
  const onKeyDown = usePlannerKeys({ ...shared, active, carriedCard, labels, announce, rememberDrop });

  const ghost = useInHand({
    ...{ root, drag, carried, carriedCard, labels, titleOf, announce },
    isDropAllowed: props.isDropAllowed,
  });
  const liftedId = drag ? drag.card?.id : carried?.cardId;
  useNowLine({ grid: root, pill, nowMin, openMin, closeMin, time: labels.time });

  const scrollToNow = () => {
    const grid = root.current;
    if (!grid) return;
    const firstOpen = Math.min(...shownCards.map((card) => card.startMin), ...props.free.map((slot) => slot.startMin));
    const minute = nowMin ?? (Number.isFinite(firstOpen) ? firstOpen : openMin);
    grid.scrollTop = openingScroll(minute, openMin, slotPx, grid.clientHeight);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day opens at its own place, a new card does not move it
  useLayoutEffect(scrollToNow, [dayKey]);
  useImperativeHandle(props.ref, () => ({
    focus: roving.focusActive,
    focusCard: (cardId) => {
      const card = cardById.get(cardId);
      if (card) roving.moveTo(card.columnId, { ...card, key: cardKey(cardId), kind: 'card' });
    },
    focusFirst: () => {
      const first = columnIds[0];
      const stop = first === undefined ? undefined : columnStops(content(first), frame)[1];
      if (first !== undefined && stop) roving.moveTo(first, stop);
    },
    scrollToNow,
  }));

  const selectedIn = (columnId: string): string | null => {
    if (!selection) return null;
    if ('cardId' in selection)
      return cardById.get(selection.cardId)?.columnId === columnId ? cardKey(selection.cardId) : null;
    if (selection.columnId !== columnId) return null;
    const isFree = freeOf(columnId).some((slot) => slot.startMin === selection.startMin);
    return isFree ? freeKey(selection.startMin) : cellKey(selection.startMin);
  };
  const style = { '--columns': columns.length, '--units': unitsFrom(openMin, closeMin) } as CSSProperties;
  return (
    <div className={drag ? 'planner is-dragging' : 'planner'} style={style}>
      <div
        className="planner-scroll"
        role="grid"
        aria-label={labels.grid}
        ref={root}
        {...handlers}
        {...clicks}
        {...roving.focusHandlers}
        onKeyDown={onKeyDown}
      >
        <TimeGutter
          openMin={openMin}
          closeMin={closeMin}
          labels={labels}
          targetStart={ghost?.startMin ?? null}
          targetEnd={ghost?.endMin ?? null}
          pillRef={pill}
        />
        {columns.map((column) => {
          const isActive = active?.columnId === column.id;
          const hasCell = isActive && active.kind === 'cell';
          return (
            <PlannerColumn
              key={column.id}
              column={column}
              {...content(column.id)}
              openMin={openMin}
              slotPx={slotPx}
              labels={labels}
              activeKey={isActive ? active.key : null}
              selectedKey={selectedIn(column.id)}
              cellStart={hasCell ? active.startMin : null}
              cellEnd={hasCell ? active.endMin : null}
              liftedId={liftedId !== undefined && cardById.get(liftedId)?.columnId === column.id ? liftedId : null}
              ghost={ghost?.columnId === column.id ? ghost : null}
            />
          );
        })}
      </div>
      <div className="planner-live" aria-live="polite" ref={live} />
    </div>
  );
}
