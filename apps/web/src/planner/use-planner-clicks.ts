import type { MouseEvent } from 'react';
import { cellStart, clampStart } from './geometry';
import { closestOf, minuteIn, stopOf } from './locate';
import { cellKey, columnStops, resolveStop, type Stop } from './navigation';
import type { CarriedCard, PlannerCallbacks } from './types';
import type { ActiveStops } from './use-active-stop';
import type { DayContent } from './use-day-content';

export interface ClickOptions {
  readonly day: DayContent;
  readonly stops: ActiveStops;
  readonly slotPx: number;
  readonly carried: CarriedCard | null;
  readonly callbacks: PlannerCallbacks;
  readonly isClickSpent: () => boolean;
  readonly isLifted: () => boolean;
  readonly dropCarried: (columnId: string, startMin: number) => void;
}

interface Place {
  readonly columnId: string;
  readonly stop: Stop;
  /** Start of the cell under the pointer, inside whatever is drawn there. */
  readonly minute: number;
}

/** What lies under the pointer: the drawn stop, else the empty cell there. */
function placeOf(event: MouseEvent, { content, frame }: DayContent, slotPx: number): Place | null {
  const lane = closestOf(event.target, '[data-lane]');
  const columnId = lane?.dataset.lane;
  if (!lane || columnId === undefined) return null;
  const minute = cellStart(minuteIn(lane, event.clientY, slotPx, frame.openMin), frame.openMin, frame.slotMinutes);
  const key = stopOf(event.target)?.key ?? cellKey(minute);
  const stop = resolveStop(columnStops(content(columnId), frame), key, minute, frame.slotMinutes);
  return stop ? { columnId, stop, minute } : null;
}

/** Shift+F10 and the menu key come without a pointer: the menu then opens under the card. */
function menuPlace(event: MouseEvent, element: HTMLElement) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= left && x <= right && y >= top && y <= bottom ? { x, y } : { x: left + 8, y: bottom };
}

/** Click, double click and context menu, read from where they fall: no card holds a listener. */
export function usePlannerClicks(options: ClickOptions) {
  const { day, stops, slotPx, carried, callbacks } = options;

  const onClick = (event: MouseEvent) => {
    if (options.isClickSpent()) return;
    const head = closestOf(event.target, '[data-head]');
    if (head) callbacks.onColumnBadge?.(head.dataset.head ?? '', head);
    const place = placeOf(event, day, slotPx);
    if (!place) return;
    const { columnId, stop, minute } = place;
    if (carried) {
      const wanted = stop.kind === 'closed' ? minute : stop.startMin;
      options.dropCarried(columnId, clampStart(wanted, carried.endMin - carried.startMin, day.frame));
      return;
    }
    stops.moveTo(columnId, stop);
    if (stop.kind === 'card') callbacks.onSelectCard(stop.key.slice('card:'.length), 'pointer');
    else if (stop.kind === 'free') callbacks.onCreate(columnId, stop.startMin, stop.endMin);
    else if (stop.kind === 'cell') callbacks.onSelectCell(columnId, stop.startMin, 'pointer');
  };

  const onDoubleClick = (event: MouseEvent) => {
    const place = options.isClickSpent() || carried ? null : placeOf(event, day, slotPx);
    if (place?.stop.kind === 'card') callbacks.onOpenCard(place.stop.key.slice('card:'.length));
    else if (place?.stop.kind === 'cell') callbacks.onCreate(place.columnId, place.stop.startMin, place.stop.endMin);
  };

  const onContextMenu = (event: MouseEvent) => {
    const element = closestOf(event.target, '[data-card]');
    if (!options.isLifted() && (!element || !callbacks.onCardMenu)) return;
    event.preventDefault();
    if (options.isLifted() || !element) return;
    callbacks.onCardMenu?.(element.dataset.card ?? '', { ...menuPlace(event, element), element });
  };
  return { onClick, onDoubleClick, onContextMenu };
}
