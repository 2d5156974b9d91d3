import type { MotifView } from './practice.contract.js';

/** How long a motif takes in a column: its own minutes, unless the column takes another time for it. */
export function minutesIn(
  { minutes, durations }: Pick<MotifView, 'minutes' | 'durations'>,
  resourceId: string,
): number {
  return durations.find((one) => one.resourceId === resourceId)?.minutes ?? minutes;
}
