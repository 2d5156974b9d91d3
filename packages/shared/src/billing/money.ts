/**
 * `amount × numerator ÷ denominator`, half a cent rounded up, in whole numbers only: `Math.round(1455 * 0.7)` is a
 * cent short. Takes whole, non-negative numbers (a share of an amount never is negative); throws RangeError
 * otherwise. Whether the caisse rounds or cuts is unverified: this is the one place to change.
 */
export function roundRate(amount: number, numerator: number, denominator: number): number {
  const terms = [amount, numerator, denominator];
  if (!terms.every((term) => Number.isSafeInteger(term) && term >= 0) || denominator === 0) {
    throw new RangeError(`not whole non-negative numbers: ${terms.join(', ')}`);
  }
  return Math.floor((2 * amount * numerator + denominator) / (2 * denominator));
}
