import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { PlannerCard } from './types';

const FLIGHT = { duration: 120, easing: 'cubic-bezier(.2,0,.2,1)' };

interface Flight {
  readonly cardId: string;
  readonly from: DOMRect;
  readonly cancelled: boolean;
}

/** A card let go and given back, by Esc at once or by a refusal later, flies from where it was dropped to its place. */
export function useFlyBack(root: RefObject<HTMLElement | null>, cards: readonly PlannerCard[]) {
  const flight = useRef<Flight | null>(null);
  useLayoutEffect(() => {
    const last = flight.current;
    if (!last) return;
    const isRefused = cards.some((card) => card.id === last.cardId && card.refused);
    if (!last.cancelled && !isRefused) return;
    flight.current = null;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const card = root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(last.cardId)}"]`);
    if (!card) return;
    const { left, top } = card.getBoundingClientRect();
    const start = `translate(${last.from.left - left}px, ${last.from.top - top}px)`;
    card.animate(
      [
        { transform: start, zIndex: 9 },
        { transform: 'none', zIndex: 9 },
      ],
      FLIGHT,
    );
  });
  return (cardId: string, cancelled: boolean) => {
    const ghost = root.current?.querySelector('[data-ghost]');
    flight.current = ghost ? { cardId, from: ghost.getBoundingClientRect(), cancelled } : null;
  };
}
