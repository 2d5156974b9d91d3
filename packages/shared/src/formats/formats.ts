import { englishFormats } from '../en/formats.js';
import { frenchFormats } from '../fr/formats.js';
import type { Formats } from './formats-shape.js';

export type { Formats, NamedPerson } from './formats-shape.js';
export type Locale = 'fr' | 'en';

/** The formats of a language; the same object each time, so it may stand in a dependency list. */
export function formatsFor(locale: Locale): Formats {
  return locale === 'fr' ? frenchFormats : englishFormats;
}
