import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorKinds } from '@pupitre/shared/contract/errors';

type Words = { [key: string]: string | Words };
const folder = new URL('.', import.meta.url);
const filesOf = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).sort();
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Words;

function flat(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** Keys that count: those with a form « other » (`request.too_many` is a code, not a plural). */
const pluralsOf = (words: ReadonlyMap<string, string>) =>
  [...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
const bare = (words: ReadonlyMap<string, string>) => {
  const counted = new Set(pluralsOf(words));
  const names = [...words.keys()].map((key) => {
    const name = key.replace(PLURAL, '');
    return counted.has(name) ? name : key;
  });
  return [...new Set(names)].sort();
};
const missingForms = (words: ReadonlyMap<string, string>, forms: readonly string[]) =>
  pluralsOf(words)
    .flatMap((key) => forms.map((form) => key + form))
    .filter((key) => !words.has(key));
const slots = (sentence: string) => (sentence.match(/\{\{\w+/g) ?? []).sort();
const namespaces = filesOf('fr');

test('both languages have the same files', () => {
  expect(filesOf('en')).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const fr = flat(read(`fr/${file}`));
  const en = flat(read(`en/${file}`));

  test('says the same things in both languages', () => {
    expect(bare(en)).toEqual(bare(fr));
  });

  test('has every plural form of each language', () => {
    expect(missingForms(fr, ['_one', '_many', '_other'])).toEqual([]);
    expect(missingForms(en, ['_one', '_other'])).toEqual([]);
  });

  test('fills the same values into each sentence', () => {
    const unlike = [...fr].filter(([key, sentence]) => {
      const other = en.get(key);
      return other !== undefined && slots(sentence).join() !== slots(other).join();
    });
    expect(unlike).toEqual([]);
  });

  test('is written with French spaces and apostrophes', () => {
    const values = [...fr].map(([key, value]) => [key, value.replace(/\{\{[^}]*\}\}/g, 'x')] as const);
    const wrong = values.filter(([, value]) =>
      /[^\u202f\s][;!?](?:\s|$)|[^\u00a0\s\d]:(?:\s|$)|[ ][;:!?»]|«[^\u00a0]|[\p{L}]'[\p{L}]/u.test(value),
    );
    expect(wrong).toEqual([]);
  });

  test('has no empty sentence', () => {
    expect([...fr, ...en].filter(([, value]) => value.trim() === '')).toEqual([]);
  });
});

test('every code of the API has a sentence in both languages', () => {
  for (const locale of ['fr', 'en']) {
    const sentences = flat(read(`${locale}/errors.json`));
    expect(Object.keys(errorKinds).filter((code) => !sentences.has(code))).toEqual([]);
  }
});
