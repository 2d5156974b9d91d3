import type { PointerEvent } from 'react';
import { clampEnd, clampStart, type DayFrame, edgeScroll, GUTTER_PX, HEAD_PX, rangeBetween } from './geometry';
import { closestOf, laneAt, minuteIn } from './locate';
import type { PlannerCard, TimeBlock } from './types';

/** A visit in hand, or, without `card`, a range being drawn. */
export interface DragTarget extends TimeBlock {
  readonly card?: PlannerCard;
}

export interface DragFrame extends DayFrame {
  readonly slotMinutes: number;
}

/** A pressed pointer: lifted once it passed 4 px, or once a finger stayed 300 ms. */
export interface Gesture {
  readonly pointerId: number;
  readonly card?: PlannerCard;
  /** Pressed on the lower edge of its card: the length changes, the place does not. */
  readonly isEdge: boolean;
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

/** The gesture a press begins: on a card that may move, on a free slot or on empty time; null elsewhere. */
export function pressedGesture(
  event: PointerEvent,
  cardById: ReadonlyMap<string, PlannerCard>,
  slotPx: number,
  openMin: number,
): Gesture | null {
  const lane = closestOf(event.target, '[data-lane]');
  const stop = closestOf(event.target, '[data-stop]');
  const card = cardById.get(stop?.dataset.card ?? '');
  const isDrawable = !stop || stop.dataset.free !== undefined || stop.dataset.cell !== undefined;
  if (!lane || !(card ? card.draggable : isDrawable)) return null;
  return {
    pointerId: event.pointerId,
    card,
    isEdge: card !== undefined && closestOf(event.target, '[data-edge]') !== null,
    columnId: lane.dataset.lane ?? '',
    anchorMin: minuteIn(lane, event.clientY, slotPx, openMin),
    startX: event.clientX,
    startY: event.clientY,
    isTouch: event.pointerType === 'touch',
    x: event.clientX,
    y: event.clientY,
    isLifted: false,
  };
}

/** Where a lifted gesture points now, snapped and kept inside the day. A drawn range stays in its column. */
export function targetOf(held: Gesture, root: HTMLElement, slotPx: number, frame: DragFrame): DragTarget | null {
  const lane = laneAt(root, held.x);
  if (!lane) return null;
  const minute = minuteIn(lane, held.y, slotPx, frame.openMin);
  if (!held.card) {
    return { columnId: held.columnId, ...rangeBetween(held.anchorMin, minute, frame.slotMinutes, frame) };
  }
  if (held.isEdge) {
    const { card } = held;
    const endMin = clampEnd(card.endMin + minute - held.anchorMin, card.startMin, frame);
    return { card, columnId: card.columnId, startMin: card.startMin, endMin };
  }
  const length = held.card.endMin - held.card.startMin;
  const startMin = clampStart(held.card.startMin + minute - held.anchorMin, length, frame);
  return { card: held.card, columnId: lane.dataset.lane ?? held.columnId, startMin, endMin: startMin + length };
}

export function isSameTarget(a: TimeBlock | null, b: TimeBlock | null): boolean {
  return a?.columnId === b?.columnId && a?.startMin === b?.startMin && a?.endMin === b?.endMin;
}

/** Scroll asked by a pointer held near an edge of the grid, per frame; a drawn range and an edge only scroll up and down. */
export function edgePull(held: Gesture, root: HTMLElement): { dx: number; dy: number } {
  const { left, right, top, bottom } = root.getBoundingClientRect();
  return {
    dx: held.card && !held.isEdge ? edgeScroll(held.x, left + GUTTER_PX, right) : 0,
    dy: edgeScroll(held.y, top + HEAD_PX, bottom),
  };
}
