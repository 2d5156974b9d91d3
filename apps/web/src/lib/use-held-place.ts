import { holdMinutes } from '@pupitre/shared/planning/hold.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type HeldPlace, PlaceHolder } from './held-place';
import { practiceKey } from './query-client';

export type HoldInHand = Pick<PlaceHolder, 'holdId' | 'settled'>;

/** Well before the hold ends, whatever the network does. */
const renewMs = (holdMinutes * 60_000) / 3;
/** Arrows pass over places without holding each. */
const settleMs = 120;

/**
 * Holds the place in hand while its form is open, and lets it go when the place changes, the form closes or nobody has
 * touched the page for as long as a hold lasts. Answers what to book with.
 */
export function useHeldPlace(practiceId: string, place: HeldPlace | null, isBooking: boolean): HoldInHand {
  const holder = useMemo(() => new PlaceHolder(practiceId), [practiceId]);
  const client = useQueryClient();
  const key = place && JSON.stringify(place);

  useEffect(() => {
    // While it is being booked nothing is asked: the place may be the visit's already.
    if (!key || isBooking) return;
    const held: HeldPlace = JSON.parse(key);
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const keep = async () => {
      if (await holder.keep(held)) return;
      // Somebody was faster: what was on offer is read again.
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning', 'free-slots') });
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'holds') });
    };
    const settled = setTimeout(keep, settleMs);
    const renewal = setInterval(() => {
      if (Date.now() - touchedAt < holdMinutes * 60_000) void keep();
    }, renewMs);
    for (const sign of ['keydown', 'pointerdown'] as const) window.addEventListener(sign, touch);
    return () => {
      clearTimeout(settled);
      clearInterval(renewal);
      for (const sign of ['keydown', 'pointerdown'] as const) window.removeEventListener(sign, touch);
    };
  }, [holder, key, isBooking, client, practiceId]);

  const isHolding = key !== null;
  useEffect(() => {
    if (!isHolding) return;
    return () => void holder.release();
  }, [holder, isHolding]);
  return holder;
}
