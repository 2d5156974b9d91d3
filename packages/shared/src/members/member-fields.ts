import { z } from 'zod';
import { line } from '../contract/fields.js';

/** The address a person signs in with, kept in lower case. */
export const email = z.string().trim().toLowerCase().max(200).pipe(z.email());

/** Given name and family name as one shows them: « Claire MOREAU ». */
export const personName = line(80).min(2);

/**
 * Up to two letters for a person's round picture: of the first and the last word of her name, in capitals.
 * Hyphens and apostrophes do not part a name.
 */
export function initialsOf(displayName: string): string {
  const initials = displayName
    .split(/\s+/u)
    .map((word) => [...word].find((sign) => /\p{L}/u.test(sign)) ?? '')
    .filter((letter) => letter !== '');
  const ends = initials.length > 1 ? [initials[0], initials.at(-1)] : initials;
  return ends.join('').toLocaleUpperCase('fr');
}
