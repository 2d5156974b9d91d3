import { birthDateKey, birthYearKey, lastFourKey, longestKey, phoneEndKey, typoKeys } from './search-keys.js';
import { joinedNeighbours, type NumberReading, readQuery } from './search-words.js';

export { type MatchRange, type MatchReason, matchReason, type PatientMatch, rankMatch } from './search-match.js';

/** One look-up in `patient_search_key`: `key = any(equals)` or `starts_with(key, startsWith)`. */
export type SearchCondition = { readonly equals: readonly string[] } | { readonly startsWith: string };

export interface SearchStep {
  readonly kind: 'exact' | 'prefix' | 'joined' | 'typo' | 'number';
  /** A patient belongs to the step when each condition holds for one of her keys (an intersection). */
  readonly all: readonly SearchCondition[];
}

const mostJoins = 3;

/**
 * The look-ups for a search text, best first: run them in order until enough different patients are found.
 * `exact`: the words as typed begin a phrase · `prefix`: every word begins one ('dup ma') · `joined`: two words
 * written as one ('le guen' for LEGUEN) · `typo`: one word holds one typo, by equality on its deletions.
 * A number typed beside a name narrows each step. Empty when the text says nothing.
 * A typo step may return a patient two edits away: `matchReason` then gives null, and the row is dropped.
 */
export function searchPlan(text: string): SearchStep[] {
  const { words, numbers } = readQuery(text);
  const rounds = Math.max(1, ...numbers.map((readings) => readings.length));
  const steps: SearchStep[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const narrowing = numbers.map((readings) => conditionOf(readings[Math.min(round, readings.length - 1)]));
    if (words.length > 0)
      steps.push(...nameSteps(words).map((step) => ({ ...step, all: [...step.all, ...narrowing] })));
    else if (narrowing.length > 0) steps.push({ kind: 'number', all: narrowing });
  }
  return [...steps.filter((step) => step.kind !== 'typo'), ...steps.filter((step) => step.kind === 'typo')];
}

function nameSteps(words: readonly string[]): SearchStep[] {
  const joins = joinedNeighbours(words).slice(0, mostJoins);
  return [
    { kind: 'exact', all: [prefix(words.join(' '))] },
    ...(words.length > 1 ? [{ kind: 'prefix', all: words.map(prefix) } as const] : []),
    ...joins.map((joined) => ({ kind: 'joined', all: joined.map(prefix) }) as const),
    ...words.flatMap((_, index) => typoStep(words, index)),
    ...joins.flatMap((joined, index) => typoStep(joined, index)),
  ];
}

/** The word at `index` may hold a typo, the others are beginnings. */
function typoStep(words: readonly string[], index: number): SearchStep[] {
  const equals = typoKeys(words[index] ?? '');
  if (equals.length === 0) return [];
  return [{ kind: 'typo', all: [{ equals }, ...words.filter((_, at) => at !== index).map(prefix)] }];
}

function prefix(text: string): SearchCondition {
  return { startsWith: text.slice(0, longestKey).trimEnd() };
}

function conditionOf(reading: NumberReading | undefined): SearchCondition {
  switch (reading?.kind) {
    case 'birth_day':
      return reading.ddmmyy.length === 6
        ? { equals: [birthDateKey(reading.ddmmyy)] }
        : { startsWith: birthDateKey(reading.ddmmyy) };
    case 'birth_date':
      return { equals: [birthDateKey(reading.day)] };
    case 'birth_year':
      return { equals: [birthYearKey(reading.year)] };
    case 'phone_end':
      return reading.digits.length === 4
        ? { equals: [lastFourKey(reading.digits)] }
        : { startsWith: phoneEndKey(reading.digits) };
    default:
      return { equals: [] };
  }
}
