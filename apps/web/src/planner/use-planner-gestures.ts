import type { RefObject } from 'react';
import type { PlannerCard, PlannerProps, TimeBlock } from './types';
import type { ActiveStops } from './use-active-stop';
import type { DayContent } from './use-day-content';
import { useFlyBack } from './use-fly-back';
import { useInHand } from './use-in-hand';
import { usePlannerClicks } from './use-planner-clicks';
import { usePlannerDrag } from './use-planner-drag';
import { usePlannerKeys } from './use-planner-keys';

interface GestureOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly props: PlannerProps;
  readonly day: DayContent;
  readonly stops: ActiveStops;
  readonly slotPx: number;
  readonly announce: (sentence: string) => void;
}

/** Pointer, clicks and keys of the grid in one set of handlers, and what they hold. */
export function usePlannerGestures({ root, props, day, stops, slotPx, announce }: GestureOptions) {
  const { carried = null, labels } = props;
  const rememberDrop = useFlyBack(root, props.cards);
  const carriedCard = carried ? (carried.card ?? day.cardById.get(carried.cardId)) : undefined;

  const drop = (cardId: string, card: PlannerCard | undefined, place: TimeBlock) => {
    const { columnId, startMin, endMin } = place;
    const isLength = card?.columnId === columnId && card.startMin === startMin;
    rememberDrop(cardId, false);
    props.onMove(cardId, { columnId, startMin, endMin });
    if (isLength) announce(labels.announceLength(startMin, endMin));
    else if (card) announce(labels.announceDropped(card, day.titleOf(columnId), startMin));
  };
  const giveBack = (cardId: string, card: PlannerCard | undefined) => {
    rememberDrop(cardId, true);
    if (card) announce(labels.announceReturned(card));
  };
  const dropCarried = (columnId: string, startMin: number) => {
    if (!carried) return;
    const endMin = startMin + carried.endMin - carried.startMin;
    drop(carried.cardId, carriedCard, { columnId, startMin, endMin });
    props.onCarry?.(null);
  };
  const returnCarried = () => {
    if (!carried) return;
    giveBack(carried.cardId, carriedCard);
    props.onCarry?.(null);
  };

  const dragging = usePlannerDrag({
    ...{ root, slotPx, frame: day.frame, cardById: day.cardById },
    isBusy: carried !== null,
    onDrop: (card, place) => drop(card.id, card, place),
    onCancel: (card) => giveBack(card.id, card),
    onDraw: (range) => props.onCreate(range.columnId, range.startMin, range.endMin),
  });
  const { drag, handlers, isLifted, isClickSpent } = dragging;
  const shared = { day, stops, carried, callbacks: props, dropCarried };
  const clicks = usePlannerClicks({ ...shared, slotPx, isClickSpent, isLifted });
  const onKeyDown = usePlannerKeys({ ...shared, returnCarried, labels, announce });
  const { isDropAllowed } = props;
  const ghost = useInHand({ root, drag, carried, carriedCard, isDropAllowed, labels, titleOf: day.titleOf, announce });
  return {
    handlers: { ...handlers, ...clicks, ...stops.focusHandlers, onKeyDown },
    ghost,
    isDragging: drag !== null,
    isResizing: dragging.isResizing(),
    liftedId: drag ? (drag.card?.id ?? null) : (carried?.cardId ?? null),
  };
}
