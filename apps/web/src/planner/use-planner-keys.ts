import type { KeyboardEvent } from 'react';
import { clampStart, SNAP_MINUTES } from './geometry';
import { closestOf } from './locate';
import type { ColumnContent } from './navigation';
import { columnStops, nearestStop, type Stop, type StopFrame, stepCell, stepStop } from './navigation';
import type { CarriedCard, PlannerCallbacks, PlannerCard, PlannerColumn, PlannerLabels } from './types';
import type { ActiveStop } from './use-active-stop';

export interface KeyOptions {
  readonly columns: readonly PlannerColumn[];
  readonly content: (columnId: string) => ColumnContent;
  readonly frame: StopFrame;
  readonly active: ActiveStop | null;
  readonly moveTo: (columnId: string, stop: Stop, goalMin?: number) => void;
  readonly carried: CarriedCard | null;
  readonly carriedCard: PlannerCard | undefined;
  readonly callbacks: PlannerCallbacks;
  readonly labels: PlannerLabels;
  readonly announce: (sentence: string) => void;
  /** Keeps where the card was let go, so that a refusal flies it back from there. */
  readonly rememberDrop: (cardId: string, cancelled: boolean) => void;
}

const PAGE_KEYS = { Home: 'home', PageUp: 'pageUp', PageDown: 'pageDown' } as const;

function arrowOf(key: string): { down: 1 | -1 | 0; right: 1 | -1 | 0 } | null {
  if (key === 'ArrowDown') return { down: 1, right: 0 };
  if (key === 'ArrowUp') return { down: -1, right: 0 };
  if (key === 'ArrowRight') return { down: 0, right: 1 };
  if (key === 'ArrowLeft') return { down: 0, right: -1 };
  return null;
}

/** Arrows, Enter, the carried card, and what belongs to the host (letters, Home, pages). */
export function usePlannerKeys(options: KeyOptions) {
  const { columns, content, frame, active, moveTo, carried, carriedCard, callbacks, labels, announce } = options;
  const stopsOf = (columnId: string) => columnStops(content(columnId), frame);

  const select = (columnId: string, stop: Stop) => {
    if (stop.kind === 'card') callbacks.onSelectCard(stop.key.slice('card:'.length), 'keyboard');
    else if (stop.kind === 'free' || stop.kind === 'cell') callbacks.onSelectCell(columnId, stop.startMin, 'keyboard');
  };
  const go = (columnId: string, stop: Stop | undefined, goalMin?: number) => {
    if (!stop) return;
    moveTo(columnId, stop, goalMin);
    select(columnId, stop);
  };
  const neighbour = (columnId: string, right: number) =>
    columns[columns.findIndex((column) => column.id === columnId) + right];

  const walk = (from: ActiveStop, arrow: { down: 1 | -1 | 0; right: number }, exact: boolean) => {
    if (arrow.down !== 0) {
      const stops = stopsOf(from.columnId);
      const below = exact
        ? stepCell(stops, from.startMin, arrow.down, frame)
        : stepStop(stops, stops.some(({ key }) => key === from.key) ? from.key : nearestKey(stops, from), arrow.down);
      go(from.columnId, below);
      return;
    }
    const column = neighbour(from.columnId, arrow.right);
    if (!column) return;
    const goalMin = from.goalMin ?? from.startMin;
    const stops = stopsOf(column.id);
    go(column.id, from.kind === 'head' ? stops[0] : nearestStop(stops, goalMin), goalMin);
  };

  const carry = (held: CarriedCard, event: KeyboardEvent) => {
    const arrow = arrowOf(event.key);
    const name = (columnId: string) => columns.find((column) => column.id === columnId)?.title ?? '';
    if (arrow) {
      const length = held.endMin - held.startMin;
      const startMin = clampStart(held.startMin + arrow.down * SNAP_MINUTES, length, frame);
      const columnId = neighbour(held.columnId, arrow.right)?.id ?? held.columnId;
      callbacks.onCarry?.({ ...held, columnId, startMin, endMin: startMin + length });
      announce(labels.announceTarget(name(columnId), startMin, startMin + length));
    } else if (event.key === 'Enter') {
      options.rememberDrop(held.cardId, false);
      callbacks.onMove(held.cardId, held.columnId, held.startMin);
      callbacks.onCarry?.(null);
      if (carriedCard) announce(labels.announceDropped(carriedCard, name(held.columnId), held.startMin));
    } else if (event.key === 'Escape') {
      options.rememberDrop(held.cardId, true);
      callbacks.onCarry?.(null);
      if (carriedCard) announce(labels.announceReturned(carriedCard));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const open = (stop: ActiveStop, event: KeyboardEvent) => {
    if (stop.kind === 'card') callbacks.onOpenCard(stop.key.slice('card:'.length));
    else if (stop.kind === 'free' || stop.kind === 'cell') {
      callbacks.onCreate(stop.columnId, stop.startMin, stop.endMin);
    } else if (stop.kind === 'head') {
      const head = closestOf(event.target, '[data-head]');
      if (head) callbacks.onColumnBadge?.(stop.columnId, head);
    }
  };

  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || !active) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (carried && plain) {
      carry(carried, event);
      return;
    }
    const arrow = plain ? arrowOf(event.key) : null;
    const page = PAGE_KEYS[event.key as keyof typeof PAGE_KEYS];
    if (arrow) walk(active, arrow, event.shiftKey);
    else if (plain && (event.key === 'Enter' || event.key === ' ')) open(active, event);
    else if (event.ctrlKey && event.key === 'Home' && columns[0]) go(columns[0].id, stopsOf(columns[0].id)[1]);
    else if (plain && page && callbacks.onPageKey) callbacks.onPageKey(page, event);
    else {
      if (active.kind === 'card') callbacks.onCardKey?.(active.key.slice('card:'.length), event);
      else callbacks.onCellKey?.(active.columnId, active.startMin, event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

/** A cell chosen inside a long free slot is no stop of its own: the walk goes on from that slot. */
function nearestKey(stops: readonly Stop[], from: Stop): string {
  return nearestStop(stops, from.startMin)?.key ?? from.key;
}
