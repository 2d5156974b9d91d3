/** Notes and coins of the euro that a till gives back, in cents, largest first. */
const denominations = [20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

export interface Coins {
  /** Value of one note or coin. */
  readonly cents: number;
  readonly count: number;
}

/** Cents to give back, or null when what was given does not cover what is due. */
export function changeDue(dueCents: number, givenCents: number): number | null {
  return givenCents >= dueCents ? givenCents - dueCents : null;
}

/** The fewest notes and coins for an amount, largest first; none for nothing. Throws RangeError below zero. */
export function coinsFor(cents: number): Coins[] {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError(`not an amount to give back: ${cents}`);
  let left = cents;
  const coins: Coins[] = [];
  for (const value of denominations) {
    const count = Math.floor(left / value);
    if (count > 0) coins.push({ cents: value, count });
    left -= count * value;
  }
  return coins;
}

/** What patients usually hand over: the exact amount, then the next 5, 10, 20 and 50 €; each once, ascending. */
export function usualCash(dueCents: number): number[] {
  const upTo = (step: number) => Math.ceil(dueCents / step) * step;
  return [...new Set([dueCents, ...[500, 1000, 2000, 5000].map(upTo)])].sort((a, b) => a - b);
}
