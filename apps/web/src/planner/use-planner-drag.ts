import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { clampStart, type DayFrame, DRAG_THRESHOLD_PX, edgeScroll, GUTTER_PX, HEAD_PX, rangeBetween } from './geometry';
import { closestOf, laneAt, minuteIn } from './locate';
import type { PlannerCard, TimeBlock } from './types';

const LONG_PRESS_MS = 300;
/** A finger trembles: more than this before the long press means scrolling. */
const TOUCH_SLOP_PX = 8;

/** A visit in hand, or, without `card`, a range being drawn. */
export interface DragTarget extends TimeBlock {
  readonly card?: PlannerCard;
}

interface Gesture {
  readonly pointerId: number;
  readonly card?: PlannerCard;
  readonly columnId: string;
  readonly anchorMin: number;
  readonly startX: number;
  readonly startY: number;
  readonly isTouch: boolean;
  x: number;
  y: number;
  isLifted: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

export interface DragOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly frame: DayFrame & { readonly slotMinutes: number };
  readonly slotPx: number;
  readonly cardById: ReadonlyMap<string, PlannerCard>;
  /** While a card is carried, a click puts it down: nothing else starts. */
  readonly isBusy: boolean;
  readonly onDrop: (card: PlannerCard, target: TimeBlock) => void;
  readonly onCancel: (card: PlannerCard) => void;
  readonly onDraw: (range: TimeBlock) => void;
}

const sameTarget = (a: DragTarget | null, b: DragTarget | null) =>
  a?.columnId === b?.columnId && a?.startMin === b?.startMin && a?.endMin === b?.endMin;

/** One state machine for mouse, pen and finger: pressed, then lifted past 4 px or after 300 ms of touch, then let go. */
export function usePlannerDrag(options: DragOptions) {
  const { root, frame, slotPx, cardById } = options;
  const [drag, setDrag] = useState<DragTarget | null>(null);
  const gesture = useRef<Gesture | null>(null);
  const target = useRef<DragTarget | null>(null);
  const clickIsSpent = useRef(false);

  const aim = (held: Gesture): DragTarget | null => {
    const grid = root.current;
    const lane = grid && laneAt(grid, held.x);
    if (!lane) return null;
    const minute = minuteIn(lane, held.y, slotPx, frame.openMin);
    if (!held.card) {
      return { columnId: held.columnId, ...rangeBetween(held.anchorMin, minute, frame.slotMinutes, frame) };
    }
    const length = held.card.endMin - held.card.startMin;
    const startMin = clampStart(held.card.startMin + minute - held.anchorMin, length, frame);
    return { card: held.card, columnId: lane.dataset.lane ?? held.columnId, startMin, endMin: startMin + length };
  };
  const retarget = () => {
    if (!gesture.current?.isLifted) return;
    const next = aim(gesture.current);
    if (sameTarget(next, target.current)) return;
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
    const lane = closestOf(event.target, '[data-lane]');
    const stop = closestOf(event.target, '[data-stop]');
    const card = cardById.get(stop?.dataset.card ?? '');
    if (!lane || (stop && !card?.draggable && stop.dataset.free === undefined)) return;
    const held: Gesture = {
      pointerId: event.pointerId,
      card,
      columnId: lane.dataset.lane ?? '',
      anchorMin: minuteIn(lane, event.clientY, slotPx, frame.openMin),
      startX: event.clientX,
      startY: event.clientY,
      isTouch: event.pointerType === 'touch',
      x: event.clientX,
      y: event.clientY,
      isLifted: false,
    };
    if (held.isTouch) held.timer = setTimeout(() => lift(held), LONG_PRESS_MS);
    gesture.current = held;
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = gesture.current;
    if (!held || held.pointerId !== event.pointerId) return;
    held.x = event.clientX;
    held.y = event.clientY;
    const distance = Math.hypot(held.x - held.startX, held.y - held.startY);
    if (held.isLifted) retarget();
    else if (held.isTouch) {
      if (distance > TOUCH_SLOP_PX) end();
    } else if (distance >= DRAG_THRESHOLD_PX) lift(held);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (gesture.current?.pointerId !== event.pointerId) return;
    const { held, place } = end();
    if (!held?.isLifted || !place) return;
    if (!held.card) options.onDraw(place);
    else if (place.columnId === held.card.columnId && place.startMin === held.card.startMin) {
      options.onCancel(held.card);
    } else options.onDrop(held.card, place);
  };

  const scrollNearEdges = useEffectEvent(() => {
    const held = gesture.current;
    const grid = root.current;
    if (!held || !grid) return;
    const { left, right, top, bottom } = grid.getBoundingClientRect();
    const dy = edgeScroll(held.y, top + HEAD_PX, bottom);
    const dx = held.card ? edgeScroll(held.x, left + GUTTER_PX, right) : 0;
    if (dx === 0 && dy === 0) return;
    grid.scrollBy(dx, dy);
    retarget();
  });
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  });
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    let frameId = requestAnimationFrame(function step() {
      scrollNearEdges();
      frameId = requestAnimationFrame(step);
    });
    window.addEventListener('keydown', onEscape, true);
    return () => {
      cancelAnimationFrame(frameId);
      window.removeEventListener('keydown', onEscape, true);
    };
  }, [isDragging]);
  useEffect(() => {
    // React listens passively: only a listener of our own may stop a finger from scrolling once it holds a visit.
    const grid = root.current;
    const hold = (event: TouchEvent) => {
      if (gesture.current?.isLifted) event.preventDefault();
    };
    grid?.addEventListener('touchmove', hold, { passive: false });
    return () => grid?.removeEventListener('touchmove', hold);
  }, [root]);

  const isLifted = () => gesture.current?.isLifted ?? false;
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel };
  return { drag, handlers, isLifted, isClickSpent: () => clickIsSpent.current };
}
