import { folded, type NamedMotif } from './booking-names.js';
import { isTitle, type Meaning, type Option, type PhraseReader, phraseOptions } from './booking-phrase.js';
import type { BookingToken, BookingVocabulary, BookingWords } from './booking-sentence.js';
import { isOver, resolveWhen } from './booking-when.js';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words read together, and all they may mean: nothing, one thing, or a choice. */
export interface ReadPhrase extends Word {
  readonly options: readonly Option[];
}

type Said = Omit<BookingWords, 'patientText'>;
type Told = Pick<BookingToken, 'kind' | 'reason' | 'candidates'>;

const MAX_PHRASE_WORDS = 8;

/** Cuts criteria into phrases, from left to right, the longest that means something first. `;` ends one. */
export function readPhrases(text: string, words: readonly Word[], reader: PhraseReader): ReadPhrase[] {
  const phrases: ReadPhrase[] = [];
  let at = 0;
  while (at < words.length) {
    if (words[at]?.text === ';') {
      at += 1;
      continue;
    }
    const { length, options } = longestPhrase(words.slice(at, at + MAX_PHRASE_WORDS), reader);
    const [first, last] = [words[at], words[at + length - 1]];
    if (first && last) {
      phrases.push({ text: text.slice(first.start, last.end), start: first.start, end: last.end, options });
    }
    at += length;
  }
  return phrases;
}

function longestPhrase(words: readonly Word[], reader: PhraseReader): { length: number; options: readonly Option[] } {
  const stop = words.findIndex(({ text }) => text === ';');
  const known = words.slice(0, stop < 0 ? words.length : stop).map(({ text }) => folded(text));
  for (let length = known.length; length > 0; length -= 1) {
    const options = phraseOptions(known.slice(0, length).join(' '), reader);
    if (options.length > 0) return { length, options };
  }
  return { length: isTitle(known[0] ?? '', reader) && known.length > 1 ? 2 : 1, options: [] };
}

/** What phrases mean together, told word by word: each is understood, or says why it is not. */
export function settle(phrases: readonly ReadPhrase[], vocabulary: BookingVocabulary): Said {
  const narrowed = narrow(phrases, vocabulary.motifs);
  const tokens: BookingToken[] = [];
  let known: Meaning = {};
  for (const { options, ...word } of narrowed) {
    const { meaning, told } = take(known, options, vocabulary);
    known = meaning;
    tokens.push({ ...word, ...told });
  }
  const { motif, placeTold } = motifMeant(known, vocabulary.motifs);
  const { minutes, resourceIds = [], when, urgent } = known;
  const durationMin = minutes ?? motif?.minutes;
  const moment = when && resolveWhen(when, vocabulary.today);
  return {
    tokens: tokens.map((token) => (token.kind === 'place' && placeTold ? { ...token, ...placeTold } : token)),
    resourceIds,
    ...(motif && { motifId: motif.id }),
    ...(durationMin !== undefined && { durationMin }),
    ...(moment && { when: moment }),
    ...(urgent && { urgent }),
  };
}

/**
 * Of several motifs, those that the people named offer at the place named, and then the only one that lasts as long as
 * was said: one left is no choice any more.
 */
function narrow(phrases: readonly ReadPhrase[], motifs: readonly NamedMotif[]): readonly ReadPhrase[] {
  const sure = phrases.flatMap(({ options }) => (options.length === 1 ? options : []));
  const meaning: Meaning = Object.assign({}, ...sure.map((option) => option.meaning).toReversed());
  const offered = offeredMotifs(meaning, motifs);
  return phrases.map((phrase) => {
    const isChoice = phrase.options.length > 1 && phrase.options.every(({ kind }) => kind === 'motif');
    if (!isChoice) return phrase;
    const left = phrase.options.filter((option) => offered.some(({ id }) => id === option.meaning.motifId));
    const lasting = left.filter((option) =>
      offered.some(({ id, minutes }) => id === option.meaning.motifId && minutes === meaning.minutes),
    );
    const options = lasting.length === 1 ? lasting : left;
    return options.length > 0 ? { ...phrase, options } : phrase;
  });
}

function take(
  known: Meaning,
  options: readonly Option[],
  { today }: BookingVocabulary,
): { meaning: Meaning; told: Told } {
  const unknown = (reason: BookingToken['reason'], candidates?: BookingToken['candidates']) => {
    return { meaning: known, told: { kind: 'unknown' as const, reason, ...(candidates && { candidates }) } };
  };
  const [only, ...others] = options;
  if (!only) return unknown('not_understood');
  if (others.length > 0) {
    return unknown(
      'ambiguous',
      options.map(({ candidate }) => candidate),
    );
  }
  if (only.meaning.when?.some((word) => isOver(word, today))) return unknown('past');
  const meaning = join(known, only.meaning, today);
  return meaning ? { meaning, told: { kind: only.kind } } : unknown('conflict');
}

/** Both together, or undefined when one thing is said twice or the moments contradict each other. */
function join(known: Meaning, said: Meaning, today: string): Meaning | undefined {
  const when = [...(known.when ?? []), ...(said.when ?? [])];
  if (said.when) return resolveWhen(when, today) && { ...known, when };
  const twice = Object.keys(said).some((key) => Object.hasOwn(known, key));
  return twice ? undefined : { ...known, ...said };
}

/** The motif named; else the only one of that place; else, by its minutes, the only one that lasts so long. */
function motifMeant(
  known: Meaning,
  motifs: readonly NamedMotif[],
): { motif?: NamedMotif | undefined; placeTold?: Told } {
  const { motifId, minutes, place } = known;
  const conflict: Told = { kind: 'unknown', reason: 'conflict' };
  if (motifId !== undefined) {
    const motif = motifs.find(({ id }) => id === motifId);
    return place && motif?.place !== place ? { motif, placeTold: conflict } : { motif };
  }
  const offered = offeredMotifs(known, motifs);
  const lasting = offered.filter((motif) => motif.minutes === minutes);
  if (lasting.length === 1) return { motif: lasting[0] };
  if (!place || place === 'practice') return {};
  if (offered.length === 1) return { motif: offered[0] };
  if (offered.length === 0) return { placeTold: conflict };
  const candidates = offered.map(({ id }) => ({ kind: 'motif' as const, id }));
  return { placeTold: { kind: 'unknown', reason: 'ambiguous', candidates } };
}

function offeredMotifs({ resourceIds = [], place }: Meaning, motifs: readonly NamedMotif[]): readonly NamedMotif[] {
  return motifs.filter((motif) => {
    const isThere = resourceIds.length === 0 || resourceIds.some((id) => motif.resourceIds?.includes(id) ?? true);
    return isThere && (place === undefined || (motif.place ?? 'practice') === place);
  });
}
