/** True when the digits pass the Luhn check, the last one being the key. False for anything but digits. */
export function luhn(digits: string): boolean {
  return /^\d+$/.test(digits) && luhnSum(digits) % 10 === 0;
}

/**
 * 11 digits with their key. Use as a warning on a number somebody typed: the check was seen right on real numbers,
 * no text was found that promises it.
 */
export function rppsIsValid(rpps: string): boolean {
  return /^\d{11}$/.test(rpps) && luhn(rpps);
}

/** 9 digits with their key. */
export function sirenIsValid(siren: string): boolean {
  return /^\d{9}$/.test(siren) && luhn(siren);
}

/** 9 characters; the letter of Corsica (2A, 2B) counts as 1 or 2. The check is observed, not promised by a text. */
export function finessIsValid(finess: string): boolean {
  if (!/^(?:\d\d|2[AB])\d{7}$/.test(finess)) return false;
  return luhn(finess.replace('A', '1').replace('B', '2'));
}

/**
 * The two-digit key of the first 13 characters of a NIR or NIA (97 less the remainder by 97; 2A counts as 19, 2B as
 * 18), or null when they have not its shape. The month is not checked: 20-42 and 50-99 exist for unknown months.
 */
export function nirKey(thirteen: string): string | null {
  if (!/^[1-8]\d{4}(?:\d\d|2[AB])\d{6}$/.test(thirteen)) return null;
  const digits = thirteen.replace('2A', '19').replace('2B', '18');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

/** 15 characters, spaces apart, whose last two are the key. */
export function nirIsValid(nir: string): boolean {
  const compact = nir.replace(/\s/g, '');
  return compact.length === 15 && nirKey(compact.slice(0, 13)) === compact.slice(13);
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/** The digits followed by the key that makes them pass the Luhn check. */
export function withLuhnKey(digits: string): string {
  return digits + ((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

/** RPPS with a right key in the fictional range 10999990xxx; `n` from 0 to 99. */
export function generateRpps(n: number): string {
  return withLuhnKey(`10999990${counter(n, 2)}`);
}

/** SIREN with a right key in the fictional range 999xxxxxx; `n` from 0 to 99 999. */
export function generateSiren(n: number): string {
  return withLuhnKey(`999${counter(n, 5)}`);
}

/** FINESS with a right key in the fictional range 75999xxxx; `n` from 0 to 999. */
export function generateFiness(n: number): string {
  return withLuhnKey(`75999${counter(n, 3)}`);
}

/** First six digits of the numbers that ARCEP keeps for fiction: five fixed-line zones, then mobile. */
export const fictionalPhonePrefixes = ['019900', '026191', '035301', '046571', '053649', '063998'] as const;

/** E.164 phone nobody has: `prefixIndex` into `fictionalPhonePrefixes`, `n` from 0 to 9 999. */
export function fictionalPhone(prefixIndex: number, n: number): string {
  const prefix = fictionalPhonePrefixes[prefixIndex];
  if (!prefix) throw new RangeError(`no fictional prefix ${prefixIndex}`);
  return `+33${prefix.slice(1)}${counter(n, 4)}`;
}

function counter(n: number, width: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 10 ** width) throw new RangeError(`${n} is outside the fictional range`);
  return String(n).padStart(width, '0');
}
