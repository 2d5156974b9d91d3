export interface NamedMotif {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly minutes: number;
}

export interface NamedResource {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Absent: made from the name, title left out (« Dr Hélène MARTIN » gives HM). */
  readonly initials?: string;
}

/** Somebody or something a word may mean. */
export interface NameHit {
  readonly kind: 'motif' | 'resource';
  readonly id: string;
}

interface NameEntry extends NameHit {
  /** Whole names and codes. */
  readonly whole: readonly string[];
  /** Single words of the names. */
  readonly words: readonly string[];
}

const MIN_PREFIX = 3;
const titles = ['dr', 'pr', 'docteur', 'professeur', 'm', 'mme'];

/** Lower case, no accents, straight apostrophes, single spaces: what a hurried hand types. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().replace(/\s+/g, ' ').trim();
}

/** True for the title before a name, which names nobody alone. */
export function isTitle(word: string): boolean {
  return titles.includes(word);
}

/** All that words of a sentence can name, folded once. */
export function nameIndex(motifs: readonly NamedMotif[], resources: readonly NamedResource[]): NameEntry[] {
  return [
    ...motifs.map(({ id, name, shortName }) => entry('motif', id, [name, shortName])),
    ...resources.map(({ id, name, shortName, initials }) =>
      entry('resource', id, [name, shortName], initials ?? initialsOf(name)),
    ),
  ];
}

/**
 * Whom or what a folded word or phrase names: a whole name or code first, else a word of a name, else the beginning
 * of one (three letters at least). More than one answer means that the word is not enough.
 */
export function namesMeant(phrase: string, index: readonly NameEntry[]): NameHit[] {
  const text = withoutApostrophes(phrase);
  const whole = index.filter((candidate) => candidate.whole.includes(text));
  if (whole.length > 0 || text.includes(' ')) return whole.map(hit);
  const word = index.filter((candidate) => candidate.words.includes(text));
  if (word.length > 0 || text.length < MIN_PREFIX) return word.map(hit);
  return index.filter(({ words }) => words.some((candidate) => candidate.startsWith(text))).map(hit);
}

function entry(kind: NameHit['kind'], id: string, names: readonly string[], initials = ''): NameEntry {
  const whole = names.map((name) => withoutApostrophes(folded(name)));
  const words = whole.flatMap((name) => name.split(/[\s-]/)).filter((word) => !isTitle(word) && /[a-z]/.test(word));
  return { kind, id, whole: [...whole, folded(initials)].filter((name) => name !== ''), words };
}

function initialsOf(name: string): string {
  const words = folded(name).split(' ');
  return words
    .filter((word) => !isTitle(word))
    .map((word) => word.charAt(0))
    .join('');
}

function withoutApostrophes(text: string): string {
  return text.replaceAll("'", '');
}

function hit({ kind, id }: NameEntry): NameHit {
  return { kind, id };
}
