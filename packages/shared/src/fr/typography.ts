/** No-break space: before `:` `%` `€`, inside « », between a number and its unit. */
export const noBreak = '\u00A0';
/** Thin no-break space: before `;` `!` `?`, between thousands, between the pairs of a phone number. */
export const thinNoBreak = '\u202F';

const blanks = '[ \\t\\u00A0\\u2009\\u202F]';
const guillemetOpening = new RegExp(`«${blanks}*`, 'g');
const guillemetClosing = new RegExp(`${blanks}*»`, 'g');
const spacedHighSign = new RegExp(`${blanks}+([;!?])`, 'g');
const gluedHighSign = /([^\s;!?:([«])([;!?]+)(?=$|[\s»”)\]…])/g;
const spacedColon = new RegExp(`${blanks}+:(?!//)`, 'g');
const gluedColon = /([^\s:([«]):(?=$|\s)/g;
const spacedUnit = new RegExp(`${blanks}+([%€])`, 'g');
const gluedUnit = /([0-9])([%€])/g;

/**
 * The text with the spaces and apostrophes that French print wants: U+202F before `;` `!` `?`, U+00A0 before
 * `:` `%` `€` and inside « », the typographic apostrophe.
 * Signs inside a word are left alone (`10:15`, `https://…`, `?page=2`); applying it twice changes nothing.
 * Source: rules of the Imprimerie nationale.
 */
export function frenchSpacing(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(guillemetOpening, `«${noBreak}`)
    .replace(guillemetClosing, `${noBreak}»`)
    .replace(spacedHighSign, `${thinNoBreak}$1`)
    .replace(gluedHighSign, `$1${thinNoBreak}$2`)
    .replace(spacedColon, `${noBreak}:`)
    .replace(gluedColon, `$1${noBreak}:`)
    .replace(spacedUnit, `${noBreak}$1`)
    .replace(gluedUnit, `$1${noBreak}$2`);
}
