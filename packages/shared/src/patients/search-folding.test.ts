import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldWithPositions, wordsOf } from './search-folding.js';

describe('fold', () => {
  test.each([
    ['Éloïse', 'eloise'],
    ['LE GUEN', 'le guen'],
    ['D’Almeida', 'd almeida'],
    ["O'Brien", 'o brien'],
    ['Anne-Marie', 'anne marie'],
    ['  N’GUYEN   Thị  ', 'n guyen thi'],
    ['Œuvrard', 'oeuvrard'],
    ['Lætitia', 'laetitia'],
    ['ŁUKASZ', 'lukasz'],
    ['Strauß', 'strauss'],
    ['Øster', 'oster'],
    ['ﬁlou', 'filou'],
    ['Ağaoğlu', 'agaoglu'],
    ['İbrahim', 'ibrahim'],
    ['e\u0301lodie', 'elodie'],
    ['12/03/1962', '12 03 1962'],
    ['—', ''],
    ['', ''],
  ])('%s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test('folding twice changes nothing, and every letter knows where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldWithPositions(text);
        expect(fold(folded.text)).toBe(folded.text);
        expect(folded.starts).toHaveLength(folded.text.length);
        folded.starts.forEach((start, index) => {
          expect(folded.ends[index]).toBeGreaterThan(start);
          expect(folded.ends[index]).toBeLessThanOrEqual(text.length);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('positions point at the name as written', () => {
    const folded = foldWithPositions('Éloïse D’Œx');
    const at = folded.text.indexOf('oex');
    expect('Éloïse D’Œx'.slice(folded.starts[at], folded.ends[at + 2])).toBe('Œx');
  });

  test('words', () => {
    expect(wordsOf("d'Almeida-Le Guen")).toEqual(['d', 'almeida', 'le', 'guen']);
    expect(wordsOf(' - ')).toEqual([]);
  });
});
