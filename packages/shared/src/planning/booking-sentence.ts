import type { LocalDay } from '../time/zone.js';
import type { NamedMotif, NamedResource } from './booking-names.js';
import type { BookingCandidate, CriterionKind } from './booking-phrase.js';
import type { BookingWhen } from './booking-when.js';

export type BookingTokenKind = 'patient' | CriterionKind | 'unknown';

/** Of an unknown one: not in the vocabulary, names several, contradicts the rest, or means days that are over. */
export type UnknownReason = 'not_understood' | 'ambiguous' | 'conflict' | 'past';

/** A stretch of what was typed, [start, end) in UTF-16 units, and what it was taken for. */
export interface BookingToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: BookingTokenKind;
  readonly reason?: UnknownReason;
  /** What it may mean, when ambiguous. */
  readonly candidates?: readonly BookingCandidate[];
}

export interface BookingWords {
  readonly patientText: string;
  readonly tokens: readonly BookingToken[];
  readonly motifId?: string;
  /** The minutes typed, else those of the motif. */
  readonly durationMin?: number;
  /** Any of them will do; empty when nobody was named. */
  readonly resourceIds: readonly string[];
  readonly when?: BookingWhen;
  readonly urgent?: true;
}

export interface BookingVocabulary {
  readonly today: LocalDay;
  /** Language of the words for days, hours and places; names are the practice's own. */
  readonly locale: 'fr' | 'en';
  readonly motifs: readonly NamedMotif[];
  readonly resources: readonly NamedResource[];
}
