import { englishBookingLexicon } from '../en/booking-lexicon.js';
import { frenchBookingLexicon } from '../fr/booking-lexicon.js';
import { folded, nameIndex } from './booking-names.js';
import { isTitle, type PhraseReader } from './booking-phrase.js';
import type { BookingToken, BookingVocabulary, BookingWords } from './booking-sentence.js';
import { type ReadPhrase, readPhrases, settle, type Word } from './booking-settle.js';

export type { BookingCandidate } from './booking-phrase.js';
export type * from './booking-sentence.js';
export type { BookingWhen } from './booking-when.js';

/** A motif or a place that begins the criteria of a sentence without `;`: shorter words may be a first name. */
const MIN_OPENING = 5;

/**
 * Reads the sentence of the palette: « dup ma ; 15 ; ven apm » is a patient, a length and a moment.
 * Before the first `;` everything is the patient; after it, in any order, minutes, motif, people, place and moments.
 * Without `;` the words are the patient's unless the sentence ends in a moment that nobody is called: two phrases of
 * the vocabulary at least (« dup ma renouv lun 14h »), or one that is no name (`auj`, `15h30`, `sem+2`, `dans 15 j`).
 * Nothing is guessed: a phrase that is unknown, means several things, contradicts the rest or is over is returned as
 * `unknown`. The answer depends on the arguments alone; no text makes it throw.
 */
export function parseBookingWords(text: string, vocabulary: BookingVocabulary): BookingWords {
  const words = [...text.matchAll(/;|[^\s;]+/g)].map((match): Word => {
    return { text: match[0], start: match.index, end: match.index + match[0].length };
  });
  const lexicon = vocabulary.locale === 'fr' ? frenchBookingLexicon : englishBookingLexicon;
  const index = nameIndex(vocabulary.motifs, vocabulary.resources, lexicon.titles);
  const reader = { lexicon, index, today: vocabulary.today };
  const separator = words.findIndex((word) => word.text === ';');
  const split = separator >= 0 ? separator : firstCriterion(text, words, vocabulary, reader);
  const [first, last] = [words[0], words[split - 1]];
  const patient = first && last && { text: text.slice(first.start, last.end), start: first.start, end: last.end };
  const { tokens, ...said } = settle(readPhrases(text, words.slice(split), reader), vocabulary);
  return {
    patientText: patient?.text ?? '',
    tokens: [...(patient ? [{ ...patient, kind: 'patient' as const }] : []), ...tokens],
    ...said,
  };
}

/** Without `;`: where the patient's words end. The number of words when the whole sentence is a patient. */
function firstCriterion(
  text: string,
  words: readonly Word[],
  vocabulary: BookingVocabulary,
  reader: PhraseReader,
): number {
  const found = words.findIndex((_, i) => {
    const phrases = readPhrases(text, words.slice(i), reader);
    const [first] = phrases;
    if (!first || !(opensAlone(first) || (i > 0 && opensAfterName(first, reader)))) return false;
    const { tokens } = settle(phrases, vocabulary);
    const moment = tokens.findIndex(({ kind }) => kind === 'when');
    if (moment < 0 || !tokens.every((token) => isCriterion(token, reader))) return false;
    if (phrases.some((phrase, at) => at > moment && !(isMoment(phrase) || opensAfterName(phrase, reader))))
      return false;
    return tokens.length > 1 || isNobodysName(first, reader);
  });
  return found < 0 ? words.length : found;
}

/** Understood, or a choice that is no patient’s name: between motifs (« suivi »), or « dr » of several. */
function isCriterion({ kind, text, candidates = [] }: BookingToken, reader: PhraseReader): boolean {
  if (kind !== 'unknown') return true;
  const chosen = isTitle(folded(text).split(' ')[0] ?? '', reader) ? 'resource' : 'motif';
  return candidates.length > 0 && candidates.every((candidate) => candidate.kind === chosen);
}

function isMoment({ options }: ReadPhrase): boolean {
  return options.length > 0 && options.every(({ kind }) => kind === 'when');
}

function opensAlone(phrase: ReadPhrase): boolean {
  return isMoment(phrase) || phrase.options.every(({ kind }) => kind === 'minutes');
}

/** What may follow a patient's name and is none itself: « dr lm », « urgent », a motif or a place of some length. */
function opensAfterName({ text, options }: ReadPhrase, reader: PhraseReader): boolean {
  const phrase = folded(text);
  if (options.length === 0) return false;
  if (options.every(({ kind }) => kind === 'resource')) return isTitle(phrase.split(' ')[0] ?? '', reader);
  if (/^\d+$/.test(phrase)) return false;
  return options.every(({ kind }) => kind !== 'resource' && kind !== 'when') && phrase.length >= MIN_OPENING;
}

function isNobodysName({ text }: ReadPhrase, { lexicon }: PhraseReader): boolean {
  const word = folded(text);
  return word.includes(' ') || /[<>+:]|\d[a-z]|[a-z]\d/.test(word) || lexicon.nobody.includes(word);
}
