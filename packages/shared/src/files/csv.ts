/** What a spreadsheet would run as a formula when it opens the file (OWASP, CSV injection), full-width forms too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^-?\d+(?:,\d+)?$/;

/** First bytes of the file: they make Excel read it as UTF-8. */
export const csvBom = '\uFEFF';

/**
 * One cell. A text that would run as a formula gets a `'` before it; a plain number with a decimal comma cannot run
 * and is left alone, negative or not. Quoted when it holds `;`, `"`, a line end or an outer space; null is empty.
 * A number must be whole: amounts go through `csvEuros`.
 */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return String(value);
  }
  const safe = formulaStart.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[;"\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a French spreadsheet: cells between `;`, ended by CRLF. */
export function csvLine(fields: ReadonlyArray<string | number | null>): string {
  return `${fields.map(csvField).join(';')}\r\n`;
}

/** '1240,50': two decimals, comma, no thousands separator, a plain minus when negative. */
export function csvEuros(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an amount in cents: ${cents}`);
  const positive = Math.abs(cents);
  const euros = `${Math.floor(positive / 100)},${String(positive % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${euros}` : euros;
}
