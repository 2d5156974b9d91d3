import { nationalDigits } from '../fr/phone.js';
import { isWithinOneEdit } from './one-edit.js';
import { type FoldedText, foldWithPositions } from './search-folding.js';
import { type SearchedPatient, shortestTypoWord } from './search-keys.js';
import { joinedNeighbours, type NumberReading, readQuery } from './search-words.js';

/** Why a patient answers a search; from the plainest to the most forgiving. */
export const matchReasons = ['name', 'swapped', 'first_name', 'birth_name', 'birth_date', 'phone', 'typo'] as const;
export type MatchReason = (typeof matchReasons)[number];

type NameField = 'usedName' | 'firstName' | 'birthName' | 'firstNames';

/**
 * What to underline: positions in the trait as stored (UTF-16, end excluded). For `birthDate` they count in
 * 'DD/MM/YYYY', for `phone` in the national digits without spaces ('0639981234').
 */
export interface MatchRange {
  readonly field: NameField | 'birthDate' | 'phone';
  readonly start: number;
  readonly end: number;
}

export interface PatientMatch {
  readonly reason: MatchReason;
  /** Smaller is better; equal ranks are for the caller to order by name. */
  readonly rank: number;
  readonly ranges: readonly MatchRange[];
}

interface Word {
  readonly field: NameField;
  readonly text: string;
  readonly start: number;
  readonly folded: FoldedText;
}

interface WordMatch {
  readonly words: readonly Word[];
  readonly range: MatchRange;
  readonly typo: boolean;
  readonly whole: boolean;
}

/** Words of one name that are compared: beyond, a name is a text somebody pasted there. */
const mostWords = 12;
/** Words tried before a text is given up: no real name needs a tenth of it, and a made-up one must not stop the desk. */
const mostTrials = 500;

interface Trials {
  left: number;
}

/** Why `patient` answers `text` and what to underline, or null when she does not. One typo at most in the names. */
export function matchReason(text: string, patient: SearchedPatient): PatientMatch | null {
  const { words, numbers } = readQuery(text);
  if (words.length === 0 && numbers.length === 0) return null;
  const digits = numbers.map((readings) => matchNumber(readings, patient));
  if (digits.some((range) => range === null)) return null;
  const names = words.length === 0 ? [] : matchNames(words, patient);
  if (!names) return null;
  const numberRanges = digits.filter((range) => range !== null);
  const reason =
    names.length > 0
      ? reasonOfNames(names, patient.usedName === '' ? 'birthName' : 'usedName')
      : numberRanges[0]?.field === 'phone'
        ? 'phone'
        : 'birth_date';
  const rank = matchReasons.indexOf(reason) * 100 + names.filter((match) => !match.whole).length;
  return { reason, rank, ranges: [...names.map((match) => match.range), ...numberRanges] };
}

/** The rank of `matchReason`; Infinity when the patient does not answer. */
export function rankMatch(text: string, patient: SearchedPatient): number {
  return matchReason(text, patient)?.rank ?? Number.POSITIVE_INFINITY;
}

function matchNames(words: readonly string[], patient: SearchedPatient): WordMatch[] | null {
  const known = knownWords(patient);
  const spellings = [words, ...joinedNeighbours(words)];
  const trials = { left: mostTrials };
  for (const typosLeft of [0, 1]) {
    for (const spelling of spellings) {
      const found = assign(spelling, known, typosLeft, trials);
      if (found) return found;
    }
  }
  return null;
}

/** Gives each typed word its own word of the patient, by depth first; the order of `known` is the preference. */
function assign(
  typed: readonly string[],
  known: readonly Word[],
  typosLeft: number,
  trials: Trials,
): WordMatch[] | null {
  const [first, ...rest] = typed;
  if (first === undefined) return [];
  trials.left -= 1;
  if (trials.left < 0) return null;
  for (const match of candidates(first, known, typosLeft > 0)) {
    const free = known.filter((word) => !match.words.includes(word));
    const others = assign(rest, free, typosLeft - (match.typo ? 1 : 0), trials);
    if (others) return [match, ...others];
  }
  return null;
}

function candidates(typed: string, known: readonly Word[], typoAllowed: boolean): WordMatch[] {
  const runs = known.flatMap((word, index) => runsFrom(known, word, index));
  const exact = runs.filter((run) => textOf(run).startsWith(typed) && isNeeded(run, typed.length));
  const near = typoAllowed ? runs.filter((run) => isTypo(typed, textOf(run)) && !exact.includes(run)) : [];
  return [
    ...exact.map((run) => matchOf(run, typed.length, false)),
    ...near.map((run) => matchOf(run, textOf(run).length, true)),
  ];
}

/** A word alone, and with its followers in the same name: « le guen » may have been typed « leguen ». */
function runsFrom(known: readonly Word[], word: Word, index: number): Word[][] {
  const followers = known.slice(index + 1);
  const stop = followers.findIndex((other) => other.field !== word.field);
  const sameName = [word, ...(stop < 0 ? followers : followers.slice(0, stop))];
  return sameName.map((_, count) => sameName.slice(0, count + 1));
}

/** The last word of a run must be reached by what was typed. */
function isNeeded(run: readonly Word[], typedLength: number): boolean {
  return textOf(run.slice(0, -1)).length < typedLength;
}

function isTypo(typed: string, text: string): boolean {
  const [short, long] = [Math.min(typed.length, text.length), Math.max(typed.length, text.length)];
  return short >= shortestTypoWord && long > shortestTypoWord && isWithinOneEdit(typed, text);
}

function matchOf(run: readonly Word[], length: number, typo: boolean): WordMatch {
  const [first, last] = [run[0] as Word, run.at(-1) as Word];
  const lastLetter = last.start + length - textOf(run.slice(0, -1)).length - 1;
  const range = {
    field: first.field,
    start: first.folded.starts[first.start] ?? 0,
    end: last.folded.ends[lastLetter] ?? 0,
  };
  return { words: run, range, typo, whole: length === textOf(run).length };
}

function textOf(run: readonly Word[]): string {
  return run.map((word) => word.text).join('');
}

function knownWords(patient: SearchedPatient): Word[] {
  const fields: NameField[] = ['usedName', 'firstName', 'birthName', 'firstNames'];
  return fields.flatMap((field) => {
    const folded = foldWithPositions(patient[field]);
    const words = [...folded.text.matchAll(/[^ ]+/g)].slice(0, mostWords);
    return words.map((word) => ({ field, text: word[0], start: word.index, folded }));
  });
}

function reasonOfNames(matches: readonly WordMatch[], mainName: NameField): MatchReason {
  const fields = matches.map((match) => match.range.field);
  if (matches.some((match) => match.typo)) return 'typo';
  if (fields.includes('birthName') && !fields.includes(mainName)) return 'birth_name';
  if (fields.every((field) => field === 'firstName' || field === 'firstNames')) return 'first_name';
  return fields[0] === mainName ? 'name' : 'swapped';
}

function matchNumber(readings: readonly NumberReading[], patient: SearchedPatient): MatchRange | null {
  for (const reading of readings) {
    const range = matchReading(reading, patient);
    if (range) return range;
  }
  return null;
}

function matchReading(reading: NumberReading, patient: SearchedPatient): MatchRange | null {
  const day = patient.birthDate;
  const born = (start: number, end: number): MatchRange => ({ field: 'birthDate', start, end });
  if (reading.kind === 'birth_date') return reading.day === day ? born(0, 10) : null;
  if (reading.kind === 'birth_year') {
    return day.slice(0, 4).endsWith(reading.year) ? born(10 - reading.year.length, 10) : null;
  }
  if (reading.kind === 'birth_day') {
    const ddmmyy = day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4);
    return ddmmyy.startsWith(reading.ddmmyy) ? born(0, reading.ddmmyy.length > 4 ? 10 : 5) : null;
  }
  const digits = patient.phone ? nationalDigits(patient.phone) : '';
  if (!digits.endsWith(reading.digits)) return null;
  return { field: 'phone', start: digits.length - reading.digits.length, end: digits.length };
}
