import type { LocalDay } from '../time/zone.js';
import type { BookingLexicon } from './booking-lexicon.js';
import { type NameHit, type NameIndex, namesMeant } from './booking-names.js';
import type { WhenWord } from './booking-when.js';
import { isWholeWhenWord, readWhen } from './when-phrase.js';

export type CriterionKind = 'motif' | 'minutes' | 'resource' | 'when' | 'place' | 'urgent';

/** What a doubtful word may stand for: somebody or something of the practice, or words that leave no doubt. */
export type BookingCandidate =
  | NameHit
  | { readonly kind: 'words'; readonly text: string /** The single day they mean. */; readonly day?: LocalDay };

export interface Meaning {
  readonly motifId?: string;
  readonly minutes?: number;
  readonly resourceIds?: readonly string[];
  readonly place?: 'practice' | 'home' | 'video';
  readonly urgent?: true;
  readonly when?: readonly WhenWord[];
}

export interface Option {
  readonly kind: CriterionKind;
  readonly meaning: Meaning;
  readonly candidate: BookingCandidate;
}

export interface PhraseReader {
  readonly lexicon: BookingLexicon;
  readonly index: NameIndex;
  readonly today: LocalDay;
}

interface Ranked {
  readonly strength: 1 | 2 | 3;
  readonly options: readonly Option[];
}

const MINUTES = /^(?:(?<n>\d{1,3})(?: ?(?<unit>min|mn|minutes?|'))?|(?<h>[1-4]) ?h ?(?<m>[0-5]\d)?)$/;
const [SHORTEST_MIN, LONGEST_MIN, STEP_MIN] = [5, 480, 5];

/**
 * All that a phrase may mean, folded. A whole name or a word of the vocabulary is surer than a word of a name, and that
 * surer than a beginning; what is equally sure is a choice. Empty when it means nothing.
 */
export function phraseOptions(phrase: string, reader: PhraseReader): readonly Option[] {
  const ranked = [names(phrase, reader), moments(phrase, reader), places(phrase, reader), lengths(phrase)];
  const strength = Math.max(...ranked.map((one) => (one.options.length > 0 ? one.strength : 0)));
  const options = withoutEchoes(ranked.filter((one) => one.strength === strength).flatMap((one) => one.options));
  if (options.length > 0) return options;
  const numbers = numberOptions(phrase, reader);
  if (numbers.length > 0) return numbers;
  const linking = reader.lexicon.linking.find((word) => phrase.startsWith(`${word} `));
  return linking === undefined ? [] : phraseOptions(phrase.slice(linking.length + 1), reader);
}

/** True for « dr » and the like before a name: whoever is meant, it is a person. */
export function isTitle(word: string, { lexicon }: PhraseReader): boolean {
  return lexicon.titles.includes(word);
}

function names(phrase: string, reader: PhraseReader): Ranked {
  const people = several(phrase, reader) ?? titled(phrase, reader);
  if (people) return people;
  const { hits, strength } = namesMeant(phrase, reader.index);
  // « suivi ven » is a motif and a day, even where a motif is called « Suivi ventilation ».
  const isBroken =
    strength === 1 && phrase.split(' ').length > 1 && phrase.split(' ').some((word) => isKnown(word, reader));
  return { strength, options: isBroken ? [] : hits.map(named) };
}

function isKnown(word: string, { lexicon }: PhraseReader): boolean {
  return isWholeWhenWord(word, lexicon) || lexicon.places.has(word) || lexicon.urgent.includes(word);
}

function titled(phrase: string, reader: PhraseReader): Ranked | undefined {
  const [title = '', ...rest] = phrase.split(' ');
  if (!isTitle(title, reader) || rest.length === 0) return undefined;
  const { hits } = namesMeant(rest.join(' '), reader.index);
  return { strength: 3, options: hits.filter(({ kind }) => kind === 'resource').map(named) };
}

/** « martin ou leroy »: either will do. Each must be known alone. */
function several(phrase: string, reader: PhraseReader): Ranked | undefined {
  const parts = phrase.split(reader.lexicon.or).map((part) => part.trim());
  if (parts.length < 2 || parts.includes('')) return undefined;
  const people = parts.map((part) => names(part, reader).options);
  if (people.some(([only, ...others]) => only?.kind !== 'resource' || others.length > 0)) return undefined;
  const resourceIds = [...new Set(people.flatMap(([only]) => only?.meaning.resourceIds ?? []))];
  const candidate = { kind: 'words', text: phrase } as const;
  return { strength: 3, options: [{ kind: 'resource', meaning: { resourceIds }, candidate }] };
}

function named(hit: NameHit): Option {
  const meaning = hit.kind === 'motif' ? { motifId: hit.id } : { resourceIds: [hit.id] };
  return { kind: hit.kind, meaning, candidate: hit };
}

function moments(phrase: string, { lexicon, today }: PhraseReader): Ranked {
  const isBegun = /^[a-z]+$/.test(phrase) && !isWholeWhenWord(phrase, lexicon);
  const options = readWhen(phrase, lexicon, today).map(({ word, text, day }): Option => {
    return { kind: 'when', meaning: { when: [word] }, candidate: { kind: 'words', text, ...(day && { day }) } };
  });
  return { strength: isBegun && options.length > 0 ? 1 : 3, options };
}

function places(phrase: string, { lexicon }: PhraseReader): Ranked {
  const candidate = { kind: 'words', text: phrase } as const;
  const place = lexicon.places.get(phrase);
  if (place) return { strength: 3, options: [{ kind: 'place', meaning: { place }, candidate }] };
  const isUrgent = lexicon.urgent.includes(phrase);
  return { strength: 3, options: isUrgent ? [{ kind: 'urgent', meaning: { urgent: true }, candidate }] : [] };
}

function lengths(phrase: string): Ranked {
  const minutes = minutesIn(phrase);
  if (minutes === undefined) return { strength: 3, options: [] };
  const candidate = { kind: 'words', text: phrase } as const;
  return { strength: 3, options: [{ kind: 'minutes', meaning: { minutes }, candidate }] };
}

/** A number alone is a length when it is a multiple of five; « 1h30 » is one too: nobody books for the night. */
function minutesIn(phrase: string): number | undefined {
  const { n, unit, h, m } = MINUTES.exec(phrase)?.groups ?? {};
  if (n === undefined && h === undefined) return undefined;
  const minutes = n === undefined ? Number(h) * 60 + Number(m ?? 0) : Number(n);
  const isPlain = n !== undefined && unit === undefined;
  if (minutes < SHORTEST_MIN || minutes > LONGEST_MIN || (isPlain && minutes % STEP_MIN !== 0)) return undefined;
  return minutes;
}

/** « 9 »: the 9th, or nine o’clock? « 2 »: the 2nd, or two hours? */
function numberOptions(phrase: string, reader: PhraseReader): readonly Option[] {
  if (!/^\d{1,2}$/.test(phrase)) return [];
  const { numberAs } = reader.lexicon;
  const texts = [numberAs.date(Number(phrase)), numberAs.hour(Number(phrase))];
  const options = texts.flatMap((text) =>
    phraseOptions(text, reader).map((option) => ({ ...option, candidate: { kind: 'words' as const, text } })),
  );
  return options.length > 1 ? options : [];
}

/** The length « 1h » is told as a time too, and « visite » is a place and the motif of that name: one meaning each. */
function withoutEchoes(options: readonly Option[]): readonly Option[] {
  const kinds = new Set(options.map(({ kind }) => kind));
  if (kinds.has('minutes') && kinds.has('when')) return options.filter(({ kind }) => kind === 'minutes');
  if (kinds.has('place') && kinds.has('motif')) return options.filter(({ kind }) => kind !== 'place');
  return options;
}
