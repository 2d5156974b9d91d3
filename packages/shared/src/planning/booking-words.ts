import type { LocalDay } from '../time/zone.js';
import { folded, isTitle, type NamedMotif, type NamedResource, nameIndex, namesMeant } from './booking-names.js';
import { type BookingWhen, resolveWhen, type WhenWord, whenWord } from './booking-when.js';

export type { BookingWhen } from './booking-when.js';

export type BookingTokenKind = 'patient' | 'motif' | 'resource' | 'when' | 'unknown';

/** A stretch of what was typed, [start, end) in UTF-16 units, and what it was taken for. */
export interface BookingToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: BookingTokenKind;
  /** Of an unknown one: not in the vocabulary, names several, or contradicts what stands before it. */
  readonly reason?: 'not_understood' | 'ambiguous' | 'conflict';
  /** Ids it may mean, when ambiguous. */
  readonly candidates?: readonly string[];
}

export interface BookingWords {
  readonly patientText: string;
  readonly tokens: readonly BookingToken[];
  readonly motifId?: string;
  /** The minutes typed, else those of the motif. */
  readonly durationMin?: number;
  readonly resourceId?: string;
  readonly when?: BookingWhen;
}

export interface BookingVocabulary {
  readonly today: LocalDay;
  readonly motifs: readonly NamedMotif[];
  readonly resources: readonly NamedResource[];
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Meaning {
  readonly motifId?: string;
  readonly minutes?: number;
  readonly resourceId?: string;
  readonly when?: readonly WhenWord[];
}

type Read = Pick<BookingToken, 'kind' | 'reason' | 'candidates'> & { readonly meaning?: Meaning };

const conflicting = { kind: 'unknown', reason: 'conflict' } as const;
const notUnderstood = { kind: 'unknown', reason: 'not_understood' } as const;
const MAX_PHRASE_WORDS = 6;
const MINUTES = /^(\d{1,3})(?:min|mn|')?$/;

/**
 * Reads the sentence of the palette: « dup ma ; 15 ; ven apm » is a patient, a length and a moment.
 * Before the first `;` everything is the patient; after it, in any order, minutes, motif, resource and moment.
 * Without `;` the words are the patient's unless the sentence ends in a moment that nobody is called: two words of
 * the vocabulary at least (« dup ma 15 ven »), or one that is no name (`auj`, `apm`, `15h30`, `sem+2`, `<20/03`).
 * Nothing is guessed: a word that is unknown, means several things or contradicts another is returned as `unknown`.
 */
export function parseBookingWords(text: string, vocabulary: BookingVocabulary): BookingWords {
  const words = [...text.matchAll(/;|[^\s;]+/g)].map((match): Word => {
    return { text: match[0], start: match.index, end: match.index + match[0].length };
  });
  const separator = words.findIndex((word) => word.text === ';');
  const split = separator >= 0 ? separator : firstCriterion(text, words, vocabulary);
  const patient = phraseOf(text, words.slice(0, split));
  const criteria = readCriteria(text, words.slice(split), vocabulary);
  const { motifId, minutes, resourceId, when } = criteria.meaning;
  const motif = motifMeant(motifId, minutes, vocabulary.motifs);
  const durationMin = minutes ?? motif?.minutes;
  const moment = when && resolveWhen(when, vocabulary.today);
  return {
    patientText: patient?.text ?? '',
    tokens: [...(patient ? [{ ...patient, kind: 'patient' as const }] : []), ...criteria.tokens],
    ...(motif && { motifId: motif.id }),
    ...(durationMin !== undefined && { durationMin }),
    ...(resourceId !== undefined && { resourceId }),
    ...(moment && { when: moment }),
  };
}

/** Minutes alone name a motif only when a single one lasts that long. */
function motifMeant(motifId: string | undefined, minutes: number | undefined, motifs: readonly NamedMotif[]) {
  if (motifId !== undefined) return motifs.find((motif) => motif.id === motifId);
  const lasting = motifs.filter((motif) => motif.minutes === minutes);
  return lasting.length === 1 ? lasting[0] : undefined;
}

/** Reads from left to right, the longest phrase first; what was understood is kept, the rest is told. */
function readCriteria(text: string, words: readonly Word[], vocabulary: BookingVocabulary) {
  const index = nameIndex(vocabulary.motifs, vocabulary.resources);
  const tokens: BookingToken[] = [];
  let meaning: Meaning = {};
  let at = 0;
  while (at < words.length) {
    if (words[at]?.text === ';') {
      at += 1;
      continue;
    }
    const { read, length } = readPhrase(words.slice(at), vocabulary, index);
    const { meaning: said, ...told } = read;
    const joined = said && join(meaning, said, vocabulary.today);
    if (joined) meaning = joined;
    const phrase = phraseOf(text, words.slice(at, at + length));
    if (phrase) tokens.push({ ...phrase, ...(said && !joined ? conflicting : told) });
    at += length;
  }
  return { tokens, meaning };
}

function readPhrase(
  words: readonly Word[],
  { today }: BookingVocabulary,
  index: ReturnType<typeof nameIndex>,
): { read: Read; length: number } {
  const stop = words.findIndex((word) => word.text === ';');
  const most = Math.min(MAX_PHRASE_WORDS, stop < 0 ? words.length : stop);
  for (let length = most; length > 1; length -= 1) {
    const phrase = folded(
      words
        .slice(0, length)
        .map((word) => word.text)
        .join(' '),
    );
    const hits = namesMeant(phrase, index);
    if (hits.length > 0) return { read: nameRead(hits), length };
    const when = /^(\d{1,2} ?h|sem|<)/.test(phrase) ? whenWord(phrase.replaceAll(' ', ''), today) : undefined;
    if (when) return { read: { kind: 'when', meaning: { when: [when] } }, length };
  }
  const [first, second] = words.slice(0, most).map((word) => folded(word.text));
  if (first !== undefined && second !== undefined && isTitle(first)) {
    const people = namesMeant(second, index).filter(({ kind }) => kind === 'resource');
    return { read: people.length > 0 ? nameRead(people) : notUnderstood, length: 2 };
  }
  return { read: readWord(first ?? '', today, index), length: 1 };
}

function readWord(word: string, today: LocalDay, index: ReturnType<typeof nameIndex>): Read {
  const when = whenWord(word, today);
  if (when) return { kind: 'when', meaning: { when: [when] } };
  const hits = namesMeant(word, index);
  if (hits.length > 0) return nameRead(hits);
  const minutes = minutesIn(word);
  if (minutes !== undefined) return { kind: 'motif', meaning: { minutes } };
  return notUnderstood;
}

function nameRead(hits: ReturnType<typeof namesMeant>): Read {
  const [only, ...others] = hits;
  if (!only || others.length > 0) return { kind: 'unknown', reason: 'ambiguous', candidates: hits.map(({ id }) => id) };
  return { kind: only.kind, meaning: only.kind === 'motif' ? { motifId: only.id } : { resourceId: only.id } };
}

/** Both together, or undefined when one thing is said twice or the moments contradict each other. */
function join(known: Meaning, said: Meaning, today: LocalDay): Meaning | undefined {
  const when = [...(known.when ?? []), ...(said.when ?? [])];
  if (said.when) return resolveWhen(when, today) && { ...known, when };
  const twice = Object.keys(said).some((key) => Object.hasOwn(known, key));
  return twice ? undefined : { ...known, ...said };
}

/** Without `;`: where the patient's words end. The number of words when the whole sentence is a patient. */
function firstCriterion(text: string, words: readonly Word[], vocabulary: BookingVocabulary): number {
  const found = words.findIndex((word, i) => {
    const first = folded(word.text);
    if (!whenWord(first, vocabulary.today) && minutesIn(first) === undefined) return false;
    const { tokens } = readCriteria(text, words.slice(i), vocabulary);
    const kinds = tokens.map(({ kind }) => kind);
    const moment = kinds.indexOf('when');
    if (moment < 0 || kinds.slice(moment).some((kind) => kind !== 'when') || kinds.includes('unknown')) return false;
    return tokens.length > 1 || isNobodysName(folded(tokens[0]?.text ?? ''));
  });
  return found < 0 ? words.length : found;
}

function isNobodysName(word: string): boolean {
  return /^(auj|aujourd'hui|apm|aprem|apres-midi|sem ?\+.*|<.*|\d+ ?(h|:).*)$/.test(word);
}

function minutesIn(word: string): number | undefined {
  const minutes = Number(MINUTES.exec(word)?.[1] ?? 0);
  return minutes >= 5 && minutes <= 480 ? minutes : undefined;
}

function phraseOf(text: string, words: readonly Word[]): Word | undefined {
  const [first, last] = [words[0], words.at(-1)];
  return first && last && { text: text.slice(first.start, last.end), start: first.start, end: last.end };
}
