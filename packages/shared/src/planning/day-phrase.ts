import { englishBookingLexicon } from '../en/booking-lexicon.js';
import { frenchBookingLexicon } from '../fr/booking-lexicon.js';
import type { LocalDay } from '../time/zone.js';
import { folded } from './booking-names.js';
import { resolveWhen } from './booking-when.js';
import { readWhen } from './when-phrase.js';

/** The one day that a phrase names, in French or else in English: « demain », « mar », « le 20 »; null for anything else. */
export function dayNamed(text: string, today: LocalDay): LocalDay | null {
  for (const lexicon of [frenchBookingLexicon, englishBookingLexicon]) {
    const [only, ...others] = readWhen(folded(text), lexicon, today);
    if (!only || others.length > 0) continue;
    const { partOfDay, afterMin, beforeMin, ...days } = only.word;
    const isDay = partOfDay === undefined && afterMin === undefined && beforeMin === undefined;
    const when = isDay ? resolveWhen([days], today) : undefined;
    if (when && when.fromDay === when.toDay) return when.fromDay;
  }
  return null;
}
