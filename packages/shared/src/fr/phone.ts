import { thinNoBreak } from './typography.js';

/** Where the caller's practice stands: it decides only the numbers that France shares between territories. */
export type PhoneRegion = 'FR' | 'GP' | 'MQ' | 'GF' | 'RE' | 'YT';

const countryCodeOfRegion: Readonly<Record<PhoneRegion, string>> = {
  FR: '33',
  GP: '590',
  MQ: '596',
  GF: '594',
  RE: '262',
  YT: '262',
};

/** First four digits kept by ARCEP for overseas departments; every other French number is +33. */
const overseasPrefixes: ReadonlyArray<readonly [pattern: RegExp, countryCode: string]> = [
  [/^0(?:262|263|269|692|693)/, '262'],
  // 06 39 98 is kept for fiction in metropolitan France; the rest of 06 39 is Mayotte.
  [/^0639(?!98)/, '262'],
  [/^0(?:590|690|691)/, '590'],
  [/^0(?:594|694)/, '594'],
  [/^0(?:596|696|697)/, '596'],
];
const frenchCountryCodes = ['33', '262', '590', '594', '596'];

/**
 * E.164 form (`+33639981234`) of a phone number as typed, or null when it cannot be one.
 * Takes French national numbers with ten digits, or nine without the leading 0, written with any separators;
 * metropolitan and overseas prefixes are told apart by the number itself. `+` or `00` starts an international
 * number of 8 to 15 digits; a national 0 kept after +33 is dropped. Short numbers (15, 3114) give null.
 * `defaultRegion` decides only the box numbers 09 76, which the overseas departments share.
 */
export function normalisePhone(text: string, defaultRegion: PhoneRegion): string | null {
  const trimmed = text.trim();
  if (!/^\+?[\d\s.\-/()\u00A0\u202F]+$/.test(trimmed)) return null;
  const digits = trimmed.replace(/\(0\)/, '').replace(/\D/g, '');
  if (trimmed.startsWith('+')) return international(digits, defaultRegion);
  if (digits.startsWith('00')) return international(digits.slice(2), defaultRegion);
  if (digits.length === 9 && !digits.startsWith('0')) return french(`0${digits}`, defaultRegion);
  return french(digits, defaultRegion);
}

/** The ten national digits of a French number (`0639981234`), or the digits after `+` of a foreign one. */
export function nationalDigits(e164: string): string {
  const code = frenchCountryCodes.find((each) => e164.startsWith(`+${each}`) && e164.length === each.length + 10);
  return code ? `0${e164.slice(code.length + 1)}` : e164.replace(/\D/g, '');
}

/** `06 12 34 56 47` with thin no-break spaces; a foreign number keeps its country code: `+32 470 12 34 56`. */
export function displayPhone(e164: string): string {
  const digits = nationalDigits(e164);
  if (isFrench(digits)) return pairs(digits).join(thinNoBreak);
  const code = countryCodeOf(digits);
  return [`+${code}`, ...pairs(digits.slice(code.length))].join(thinNoBreak);
}

/** The same with all but the first group and the last two digits hidden: `06 •• •• •• 47`. */
export function maskPhone(e164: string): string {
  const groups = displayPhone(e164).split(thinNoBreak);
  return groups
    .map((group, index) => (index === 0 || index === groups.length - 1 ? group : group.replace(/\d/g, '•')))
    .join(thinNoBreak);
}

function french(digits: string, region: PhoneRegion): string | null {
  if (!/^0[1-9]\d{8}$/.test(digits)) return null;
  const overseas = overseasPrefixes.find(([pattern]) => pattern.test(digits))?.[1];
  const code = overseas ?? (digits.startsWith('0976') ? countryCodeOfRegion[region] : '33');
  return `+${code}${digits.slice(1)}`;
}

function international(digits: string, region: PhoneRegion): string | null {
  const code = frenchCountryCodes.find((each) => digits.startsWith(each));
  const rest = code ? digits.slice(code.length).replace(/^0/, '') : '';
  if (code && rest.length === 9) return french(`0${rest}`, region);
  if (code === '33') return null;
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

function isFrench(digits: string): boolean {
  return digits.length === 10 && digits.startsWith('0');
}

/** Two digits a group, from the right; an odd count gives a first group of three. */
function pairs(digits: string): string[] {
  const first = digits.length % 2 === 1 ? 3 : 2;
  const rest = digits.slice(first).match(/.{2}/g) ?? [];
  return [digits.slice(0, first), ...rest];
}

/** Length of the ITU country codes: one digit for zones 1 and 7, two for the listed ones, else three. */
function countryCodeOf(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  const two = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
  return digits.slice(0, two.test(digits) ? 2 : 3);
}
