import { type RefObject, useEffect } from 'react';
import { unitsFrom } from './geometry';

const TICK_MS = 10_000;
/** A mark whose text would show around the pill is hidden; where units are lower, the pill is longer in minutes. */
const COVERED_MINUTES = { day: 5, dense: 13 };

interface NowOptions {
  readonly grid: RefObject<HTMLElement | null>;
  readonly pill: RefObject<HTMLElement | null>;
  readonly nowMin: number | null;
  readonly openMin: number;
  readonly closeMin: number;
  readonly isDense: boolean;
  readonly time: (minute: number) => string;
}

/**
 * Moves the now line without rendering: one CSS variable on the grid places the line and marks of every column.
 * `nowMin` is where the host's clock was; the minutes since are counted here, also after the machine slept.
 */
export function useNowLine({ grid, pill, nowMin, openMin, closeMin, isDense, time }: NowOptions): void {
  useEffect(() => {
    const root = grid.current;
    if (!root || nowMin === null) return;
    const since = Date.now();
    const covered = isDense ? COVERED_MINUTES.dense : COVERED_MINUTES.day;
    const write = () => {
      const minute = nowMin + (Date.now() - since) / 60_000;
      const shown = minute >= openMin && minute <= closeMin;
      root.toggleAttribute('data-now', shown);
      root.style.setProperty('--now', String(unitsFrom(openMin, Math.floor(minute))));
      if (pill.current) pill.current.textContent = time(Math.floor(minute));
      for (const mark of root.querySelectorAll<HTMLElement>('[data-mark]')) {
        mark.toggleAttribute('data-covered', shown && Math.abs(Number(mark.dataset.mark) - minute) < covered);
      }
    };
    write();
    const timer = setInterval(write, TICK_MS);
    document.addEventListener('visibilitychange', write);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', write);
      root.removeAttribute('data-now');
      for (const mark of root.querySelectorAll('[data-covered]')) mark.removeAttribute('data-covered');
    };
  }, [grid, pill, nowMin, openMin, closeMin, isDense, time]);
}
