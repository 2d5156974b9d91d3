import type { MouseEvent } from 'react';
import { cellStart, clampStart } from './geometry';
import { closestOf, minuteIn, stopOf } from './locate';
import type { ColumnContent } from './navigation';
import { columnStops, resolveStop, type Stop, type StopFrame } from './navigation';
import type { CarriedCard, PlannerCallbacks } from './types';

export interface ClickOptions {
  readonly content: (columnId: string) => ColumnContent;
  readonly frame: StopFrame;
  readonly slotPx: number;
  readonly carried: CarriedCard | null;
  readonly callbacks: PlannerCallbacks;
  readonly moveTo: (columnId: string, stop: Stop) => void;
  readonly isClickSpent: () => boolean;
  readonly isLifted: () => boolean;
  readonly dropCarried: (columnId: string, startMin: number) => void;
}

/** Click, double click and context menu, read from where they fall: no card holds a listener. */
export function usePlannerClicks(options: ClickOptions) {
  const { content, frame, slotPx, carried, callbacks, moveTo } = options;

  const placeOf = (event: MouseEvent): { columnId: string; stop: Stop } | null => {
    const lane = closestOf(event.target, '[data-lane]');
    const columnId = lane?.dataset.lane;
    if (!lane || columnId === undefined) return null;
    const stops = columnStops(content(columnId), frame);
    const at = stopOf(event.target);
    const minute = cellStart(minuteIn(lane, event.clientY, slotPx, frame.openMin), frame.openMin, frame.slotMinutes);
    const stop = at ? stops.find(({ key }) => key === at.key) : undefined;
    const found = stop ?? resolveStop(stops, at?.key ?? `cell:${minute}`, minute, frame.slotMinutes);
    return found ? { columnId, stop: found } : null;
  };

  const onClick = (event: MouseEvent) => {
    if (options.isClickSpent()) return;
    const head = closestOf(event.target, '[data-head]');
    if (head) callbacks.onColumnBadge?.(head.dataset.head ?? '', head);
    const place = placeOf(event);
    if (!place) return;
    const { columnId, stop } = place;
    if (carried) {
      options.dropCarried(columnId, clampStart(stop.startMin, carried.endMin - carried.startMin, frame));
      return;
    }
    moveTo(columnId, stop);
    if (stop.kind === 'card') callbacks.onSelectCard(stop.key.slice('card:'.length), 'pointer');
    else if (stop.kind === 'free') callbacks.onCreate(columnId, stop.startMin, stop.endMin);
    else if (stop.kind === 'cell') callbacks.onSelectCell(columnId, stop.startMin, 'pointer');
  };

  const onDoubleClick = (event: MouseEvent) => {
    const place = options.isClickSpent() || carried ? null : placeOf(event);
    if (place?.stop.kind === 'card') callbacks.onOpenCard(place.stop.key.slice('card:'.length));
    else if (place?.stop.kind === 'cell') {
      callbacks.onCreate(place.columnId, place.stop.startMin, place.stop.endMin);
    }
  };

  const onContextMenu = (event: MouseEvent) => {
    if (options.isLifted()) {
      event.preventDefault();
      return;
    }
    const element = closestOf(event.target, '[data-card]');
    if (!element || !callbacks.onCardMenu) return;
    event.preventDefault();
    // Shift+F10 and the menu key come without a pointer: the menu opens under the card.
    const box = element.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top;
    const anchor = inside ? { x: event.clientX, y: event.clientY } : { x: box.left + 8, y: box.bottom };
    callbacks.onCardMenu(element.dataset.card ?? '', { ...anchor, element });
  };
  return { onClick, onDoubleClick, onContextMenu };
}
