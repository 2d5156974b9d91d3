import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type DragFrame, type DragTarget, type Gesture, isSameTarget, pressedGesture, targetOf } from './drag-gesture';
import { DRAG_THRESHOLD_PX } from './geometry';
import type { PlannerCard, TimeBlock } from './types';
import { useDragUpkeep } from './use-drag-upkeep';

const LONG_PRESS_MS = 300;
/** A finger trembles: more than this before the long press means scrolling. */
const TOUCH_SLOP_PX = 8;

export interface DragOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly frame: DragFrame;
  readonly slotPx: number;
  readonly cardById: ReadonlyMap<string, PlannerCard>;
  /** While a card is carried, a click puts it down: nothing else starts. */
  readonly isBusy: boolean;
  readonly onDrop: (card: PlannerCard, target: TimeBlock) => void;
  readonly onCancel: (card: PlannerCard) => void;
  readonly onDraw: (range: TimeBlock) => void;
}

/** One state machine for mouse, pen and finger: pressed, then lifted, then dropped or cancelled. */
export function usePlannerDrag(options: DragOptions) {
  const { root, frame, slotPx } = options;
  const [drag, setDrag] = useState<DragTarget | null>(null);
  const gesture = useRef<Gesture | null>(null);
  const target = useRef<DragTarget | null>(null);
  const clickIsSpent = useRef(false);

  const retarget = () => {
    const held = gesture.current;
    const next = held?.isLifted && root.current ? targetOf(held, root.current, slotPx, frame) : null;
    if (!next || isSameTarget(next, target.current)) return;
    target.current = next;
    setDrag(next);
  };
  const lift = (held: Gesture) => {
    clearTimeout(held.timer);
    held.isLifted = true;
    clickIsSpent.current = true;
    root.current?.setPointerCapture(held.pointerId);
    retarget();
  };
  const end = () => {
    const ended = { held: gesture.current, place: target.current };
    clearTimeout(ended.held?.timer);
    gesture.current = null;
    target.current = null;
    setDrag(null);
    return ended;
  };
  const cancel = () => {
    const { held } = end();
    if (held?.isLifted && held.card) options.onCancel(held.card);
  };

  const onPointerDown = (event: PointerEvent) => {
    clickIsSpent.current = false;
    if (event.button !== 0 || !event.isPrimary || options.isBusy || gesture.current) return;
    const held = pressedGesture(event, options.cardById, slotPx, frame.openMin);
    if (held?.isTouch) held.timer = setTimeout(() => lift(held), LONG_PRESS_MS);
    gesture.current = held;
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = gesture.current;
    if (!held || held.pointerId !== event.pointerId) return;
    held.x = event.clientX;
    held.y = event.clientY;
    const distance = Math.hypot(held.x - held.startX, held.y - held.startY);
    if (held.isLifted) retarget();
    else if (!held.isTouch && distance >= DRAG_THRESHOLD_PX) lift(held);
    else if (held.isTouch && distance > TOUCH_SLOP_PX) end();
  };
  const onPointerUp = (event: PointerEvent) => {
    if (gesture.current?.pointerId !== event.pointerId) return;
    const { held, place } = end();
    if (!held?.isLifted || !place) return;
    if (!held.card) options.onDraw(place);
    else if (isSameTarget(place, held.card)) options.onCancel(held.card);
    else options.onDrop(held.card, place);
  };

  useDragUpkeep({ root, gesture, isDragging: drag !== null, onScrolled: retarget, onEscape: cancel });
  return {
    drag,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel },
    isResizing: () => gesture.current?.isEdge === true && gesture.current.isLifted,
    isLifted: () => gesture.current?.isLifted ?? false,
    isClickSpent: () => clickIsSpent.current,
  };
}
