import { type RefObject, useImperativeHandle, useLayoutEffect } from 'react';
import { openingScroll } from './geometry';
import { cardKey, columnStops } from './navigation';
import type { PlannerProps } from './types';
import type { ActiveStops } from './use-active-stop';
import type { DayContent } from './use-day-content';

interface HandleOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly props: PlannerProps;
  readonly day: DayContent;
  readonly stops: ActiveStops;
  readonly slotPx: number;
}

/** Where the day opens, and what the host may ask: focus, scroll. */
export function usePlannerHandle({ root, props, day, stops, slotPx }: HandleOptions): void {
  const { cards, free, nowMin, openMin, dayKey } = props;
  const scrollToNow = () => {
    const grid = root.current;
    if (!grid) return;
    const first = Math.min(...cards.map((card) => card.startMin), ...free.map((slot) => slot.startMin));
    const minute = nowMin ?? (Number.isFinite(first) ? first : openMin);
    grid.scrollTop = openingScroll(minute, openMin, slotPx, grid.clientHeight);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day opens at its own place, a new card moves nothing
  useLayoutEffect(scrollToNow, [dayKey]);
  useImperativeHandle(props.ref, () => ({
    focus: stops.focusActive,
    focusCard: (cardId) => {
      const card = day.cardById.get(cardId);
      if (card) stops.moveTo(card.columnId, { ...card, key: cardKey(cardId), kind: 'card' });
    },
    focusFirst: () => {
      const columnId = day.columnIds[0];
      const stop = columnId === undefined ? undefined : columnStops(day.content(columnId), day.frame)[1];
      if (columnId !== undefined && stop) stops.moveTo(columnId, stop);
    },
    scrollToNow,
  }));
}
