/** Letters that Unicode does not take apart, and what a keyboard without them types. */
const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** A folded text and, for each of its characters, where it stood in the original (UTF-16, end excluded). */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * What a search compares: lower case, no accents, œ → oe, æ → ae, ligatures taken apart, everything that is neither
 * letter nor digit (’ ' - . /) as one space, no space at the ends. `fold(fold(x)) === fold(x)`.
 */
export function fold(text: string): string {
  return foldWithPositions(text).text;
}

/** The same, remembering where each character came from: to underline a match in the name as written. */
export function foldWithPositions(text: string): FoldedText {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    const letters = lettersOf(char);
    if (letters === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (const letter of letters) {
      const kept = /[\p{L}\p{N}]/u.test(letter) ? letter : ' ';
      if (kept === ' ' && (folded.length === 0 || folded.at(-1) === ' ')) continue;
      for (const unit of kept.split('')) {
        folded.push(unit);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  if (folded.at(-1) === ' ') for (const list of [folded, starts, ends]) list.pop();
  return { text: folded.join(''), starts, ends };
}

/** The words of a folded text; none for an empty one. */
export function wordsOf(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}

/** Empty for a combining accent on its own: it belongs to the letter before it. */
function lettersOf(char: string): string {
  const bare = char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((letter) => spelledOut[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')).join('');
}
