import { useSyncExternalStore } from 'react';

const COMPACT_PX = 18;
let measured: number | null = null;

function read(): number {
  if (measured === null) {
    const value = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--slot'));
    if (Number.isNaN(value)) return COMPACT_PX;
    measured = value;
  }
  return measured;
}

function subscribe(notify: () => void): () => void {
  const observer = new MutationObserver(() => {
    measured = null;
    notify();
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-densite'] });
  return () => observer.disconnect();
}

/** A week shows its cards on one line: 14 px where a day has 18. */
const DENSE_RATIO = 7 / 9;

/** Height of 10 minutes in px: the `--slot` of the density chosen on `html`, or less where several days are drawn. */
export function useSlotHeight(isDense: boolean): number {
  const slotPx = useSyncExternalStore(subscribe, read);
  return isDense ? Math.round(slotPx * DENSE_RATIO) : slotPx;
}
