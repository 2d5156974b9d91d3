import type { KeyboardEvent } from 'react';
import { clampEnd, clampStart, SNAP_MINUTES } from './geometry';
import { closestOf } from './locate';
import { columnStops, nearestStop, type Stop, stepCell, stepStop } from './navigation';
import type { CarriedCard, PlannerCallbacks, PlannerLabels } from './types';
import type { ActiveStop, ActiveStops } from './use-active-stop';
import type { DayContent } from './use-day-content';

export interface KeyOptions {
  readonly day: DayContent;
  readonly stops: ActiveStops;
  readonly carried: CarriedCard | null;
  readonly callbacks: PlannerCallbacks;
  readonly labels: PlannerLabels;
  readonly announce: (sentence: string) => void;
  readonly dropCarried: (columnId: string, startMin: number) => void;
  readonly returnCarried: () => void;
}

interface Arrow {
  readonly down: 1 | -1 | 0;
  readonly right: 1 | -1 | 0;
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowDown: { down: 1, right: 0 },
  ArrowUp: { down: -1, right: 0 },
  ArrowRight: { down: 0, right: 1 },
  ArrowLeft: { down: 0, right: -1 },
};
const PAGE_KEYS = { Home: 'home', PageUp: 'pageUp', PageDown: 'pageDown' } as const;
const idIn = (stop: Stop) => stop.key.slice('card:'.length);
const stopsOf = (day: DayContent, columnId: string) => columnStops(day.content(columnId), day.frame);
const neighbourOf = (day: DayContent, columnId: string, right: number) =>
  day.columnIds[day.columnIds.indexOf(columnId) + right];

/** Moves the focus, and the choice with it: the letters of the host then act on what the panel shows. */
function go({ stops, callbacks }: KeyOptions, columnId: string, stop: Stop | undefined, goalMin?: number) {
  if (!stop) return;
  stops.moveTo(columnId, stop, goalMin);
  if (stop.kind === 'card') callbacks.onSelectCard(idIn(stop), 'keyboard');
  else if (stop.kind === 'free' || stop.kind === 'cell') callbacks.onSelectCell(columnId, stop.startMin, 'keyboard');
}

function walk(options: KeyOptions, from: ActiveStop, arrow: Arrow, isExact: boolean) {
  const { day } = options;
  if (arrow.down !== 0) {
    const stops = stopsOf(day, from.columnId);
    // A cell chosen inside a long free slot is no stop of its own: the walk goes on from that slot.
    const isListed = stops.some(({ key }) => key === from.key);
    const key = isListed ? from.key : (nearestStop(stops, from.startMin)?.key ?? from.key);
    const next = isExact ? stepCell(stops, from.startMin, arrow.down, day.frame) : stepStop(stops, key, arrow.down);
    go(options, from.columnId, next);
    return;
  }
  const columnId = neighbourOf(day, from.columnId, arrow.right);
  if (columnId === undefined) return;
  const goalMin = from.goalMin ?? from.startMin;
  const stops = stopsOf(day, columnId);
  go(options, columnId, from.kind === 'head' ? stops[0] : nearestStop(stops, goalMin), goalMin);
}

function open({ callbacks }: KeyOptions, stop: ActiveStop, target: EventTarget) {
  if (stop.kind === 'card') callbacks.onOpenCard(idIn(stop));
  else if (stop.kind === 'free' || stop.kind === 'cell') {
    callbacks.onCreate(stop.columnId, stop.startMin, stop.endMin);
  } else if (stop.kind === 'head') {
    const head = closestOf(target, '[data-head]');
    if (head) callbacks.onColumnBadge?.(stop.columnId, head);
  }
}

/** Shift and ↑ ↓: the card in hand keeps its start and ends 5 minutes sooner or later. */
function stretch({ day, callbacks, labels, announce }: KeyOptions, held: CarriedCard, down: 1 | -1): void {
  const endMin = clampEnd(held.endMin + down * SNAP_MINUTES, held.startMin, day.frame);
  callbacks.onCarry?.({ ...held, endMin });
  announce(labels.announceLength(held.startMin, endMin));
}

/** Arrows move the card in hand by 5 minutes or a column, Enter drops it, Esc returns it. False: not a key of it. */
function carry(options: KeyOptions, held: CarriedCard, key: string, isShifted: boolean): boolean {
  const { day, callbacks, labels, announce } = options;
  const arrow = ARROWS[key];
  if (arrow && isShifted && arrow.down !== 0) stretch(options, held, arrow.down);
  else if (arrow) {
    const length = held.endMin - held.startMin;
    const startMin = clampStart(held.startMin + arrow.down * SNAP_MINUTES, length, day.frame);
    const columnId = neighbourOf(day, held.columnId, arrow.right) ?? held.columnId;
    callbacks.onCarry?.({ ...held, columnId, startMin, endMin: startMin + length });
    announce(labels.announceTarget(day.titleOf(columnId), startMin, startMin + length));
  } else if (key === 'Enter') options.dropCarried(held.columnId, held.startMin);
  else if (key === 'Escape') options.returnCarried();
  else return false;
  return true;
}

function press(options: KeyOptions, active: ActiveStop, event: KeyboardEvent): boolean {
  const { day, callbacks, carried } = options;
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (carried && isPlain) return carry(options, carried, event.key, event.shiftKey);
  const arrow = isPlain ? ARROWS[event.key] : undefined;
  const page = PAGE_KEYS[event.key as keyof typeof PAGE_KEYS];
  const first = day.columnIds[0];
  if (arrow) walk(options, active, arrow, event.shiftKey);
  else if (isPlain && (event.key === 'Enter' || event.key === ' ')) open(options, active, event.target);
  else if (event.ctrlKey && event.key === 'Home' && first) go(options, first, stopsOf(day, first)[1]);
  else if (isPlain && page && callbacks.onPageKey) callbacks.onPageKey(page, event);
  else {
    if (active.kind === 'card') callbacks.onCardKey?.(idIn(active), event);
    else callbacks.onCellKey?.(active.columnId, active.startMin, event);
    return false;
  }
  return true;
}

/** Keys of the grid. What it does not use goes to the host's `onCardKey` or `onCellKey` and on up the page. */
export function usePlannerKeys(options: KeyOptions) {
  return (event: KeyboardEvent) => {
    const { active } = options.stops;
    if (event.defaultPrevented || !active || !press(options, active, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
