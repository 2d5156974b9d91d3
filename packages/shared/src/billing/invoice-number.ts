/**
 * 'F2026-000123': the number an issued invoice keeps for ever. `sequence` counts from 1 without a gap for one billing
 * entity and one civil year; beyond 999 999 the number grows, it never wraps. Throws RangeError outside that.
 */
export function formatInvoiceNumber(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`not a year of invoices: ${year}`);
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not an invoice sequence: ${sequence}`);
  return `F${year}-${String(sequence).padStart(6, '0')}`;
}
