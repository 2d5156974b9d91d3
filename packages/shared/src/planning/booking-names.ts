export interface NamedMotif {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly minutes: number;
  readonly place?: 'practice' | 'home' | 'video';
  /** Columns that offer it; absent: any. */
  readonly resourceIds?: readonly string[];
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

/** How surely: 3 a whole name or code, 2 a word of a name, 1 the beginning of one. Only the surest are told. */
export interface NamesMeant {
  readonly hits: readonly NameHit[];
  readonly strength: 1 | 2 | 3;
}

interface NameEntry extends NameHit {
  /** Whole names and codes. */
  readonly whole: readonly string[];
  /** Each name as its single words, titles left out. */
  readonly names: readonly (readonly string[])[];
}

export interface NameIndex {
  readonly entries: readonly NameEntry[];
  readonly titles: readonly string[];
}

const MIN_PREFIX = 3;
/** Words of names that name nothing alone, French ones: names are the practice's, whatever the screen's language. */
const joining = ['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'un', 'une'];
const nobody: NamesMeant = { hits: [], strength: 1 };

/** Lower case, no accents, straight apostrophes, single spaces: what a hurried hand types. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase().replace(/\s+/g, ' ').trim();
}

/** All that words of a sentence can name, folded once. `titles` stand before a name and name nobody alone. */
export function nameIndex(
  motifs: readonly NamedMotif[],
  resources: readonly NamedResource[],
  titles: readonly string[],
): NameIndex {
  const entry = (kind: NameHit['kind'], id: string, names: readonly string[], initials = ''): NameEntry => {
    const whole = names.map((name) => withoutApostrophes(folded(name)));
    const words = whole.map((name) => name.split(/[\s-]/).filter((word) => word !== '' && !titles.includes(word)));
    return { kind, id, whole: [...whole, folded(initials)].filter((name) => name !== ''), names: words };
  };
  const initialsOf = (name: string) =>
    folded(name)
      .split(' ')
      .filter((word) => !titles.includes(word))
      .map((word) => word.charAt(0))
      .join('');
  const entries = [
    ...motifs.map(({ id, name, shortName }) => entry('motif', id, [name, shortName])),
    ...resources.map(({ id, name, shortName, initials }) =>
      entry('resource', id, [name, shortName], initials ?? initialsOf(name)),
    ),
  ];
  return { entries, titles };
}

/**
 * Whom or what a folded word or phrase names: a whole name or code first, else a word of a name, else beginnings of its
 * words in their order (three letters at least each: « suivi tens »). More than one hit means that it is not enough.
 */
export function namesMeant(phrase: string, { entries }: NameIndex): NamesMeant {
  const text = withoutApostrophes(phrase);
  const among = (strength: NamesMeant['strength'], isMeant: (entry: NameEntry) => boolean) => {
    const hits = entries.filter(isMeant).map(({ kind, id }): NameHit => ({ kind, id }));
    return hits.length > 0 ? { hits, strength } : undefined;
  };
  const typed = text.split(' ');
  const isLong = typed.length > 1 || text.length >= MIN_PREFIX;
  return (
    among(3, ({ whole }) => whole.includes(text)) ??
    (typed.length === 1 && /[a-z]/.test(text) && !joining.includes(text)
      ? among(2, ({ names }) => names.some((words) => words.includes(text)))
      : undefined) ??
    (isLong && !joining.includes(text)
      ? among(1, ({ names }) => names.some((words) => begins(words, typed)))
      : undefined) ??
    nobody
  );
}

/** Each typed word is a word of the name or begins one, in the order of the name. */
function begins(words: readonly string[], typed: readonly string[]): boolean {
  let from = 0;
  return typed.every((part) => {
    const at = words.findIndex((word, i) => i >= from && isBegun(word, part));
    from = at + 1;
    return at >= 0;
  });
}

function isBegun(word: string, part: string): boolean {
  return word === part || (part.length >= MIN_PREFIX && /[a-z]/.test(part) && word.startsWith(part));
}

function withoutApostrophes(text: string): string {
  return text.replaceAll("'", '');
}
