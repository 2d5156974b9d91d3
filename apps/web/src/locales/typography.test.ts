import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Every sentence of a language as `file key: sentence`, interpolations and marks left out. */
function sentencesOf(locale: string): string[] {
  const folder = join(import.meta.dirname, locale);
  const walk = (words: unknown, key: string): string[] =>
    typeof words === 'string'
      ? [`${key}: ${words.replace(/\{\{[^}]*\}\}/g, 'X').replace(/<[^>]*>/g, '')}`]
      : Object.entries(words as Record<string, unknown>).flatMap(([part, inner]) => walk(inner, `${key}.${part}`));
  return readdirSync(folder).flatMap((file) => walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), file));
}

/** U+202F before ; ! ? and U+00A0 before : % € and inside « »: a line never ends before its mark. */
const frenchRules: readonly [fault: string, pattern: RegExp][] = [
  ['a plain space before a mark', / [;:!?%€»]|« /],
  ['no space before a mark', /[^\s\u202f][;!?](?=\s|$)|[^\s\u00a0]:(?=\s|$)(?<!^[^ ]*:)/],
  ['the wrong space before a mark', /\u00a0[;!?]|\u202f:/],
  ['no space inside guillemets', /«[^\u00a0]|[^\u00a0]»/],
  ['a number that leaves its unit', /\d (?:min|h|s|km|%|€)(?![\p{L}])/u],
  ['a straight apostrophe or quote', /['"]/],
  ['three dots for an ellipsis', /\.\.\./],
  ['an exclamation', /!/],
  ['« veuillez »', /veuillez/i],
];

describe('the typography of French sentences', () => {
  const sentences = sentencesOf('fr');
  test.each(frenchRules)('%s: nowhere', (_, pattern) => {
    expect(sentences.filter((sentence) => pattern.test(sentence))).toEqual([]);
  });

  test.each([
    ['a plain space before a mark', 'Retard : 5'],
    ['no space before a mark', 'Vraiment?'],
    ['the wrong space before a mark', 'Vraiment\u00a0?'],
    ['no space inside guillemets', '«Dupont»'],
    ['a number that leaves its unit', 'dans 5 min'],
    ['a straight apostrophe or quote', "l'heure"],
  ])('%s is seen', (fault, sentence) => {
    const pattern = frenchRules.find(([name]) => name === fault)?.[1];
    expect(pattern?.test(`x.json.key: ${sentence}`)).toBe(true);
  });
});

test('English sentences have curly apostrophes and no French space', () => {
  expect(sentencesOf('en').filter((sentence) => /['"]|\u202f[;!?]|\u00a0[:;!?]/.test(sentence))).toEqual([]);
});
