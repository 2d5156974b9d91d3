import { expect, test } from '@jest/globals';
import { draftLines } from './draft-lines.js';

const day = '2026-03-02';
const adult = '1980-05-17';
const priced = new Set(['G', 'VG', 'MD', 'MEG', 'CS']);

test.each<[string, string[], string, { code: string; quantity: number }[]]>([
  ['a consultation', ['G'], adult, [{ code: 'G', quantity: 1 }]],
  [
    'a home visit brings its supplement',
    ['VG', 'MD'],
    adult,
    [
      { code: 'VG', quantity: 1 },
      { code: 'MD', quantity: 1 },
    ],
  ],
  [
    'a child the day before six',
    ['G'],
    '2020-03-03',
    [
      { code: 'G', quantity: 1 },
      { code: 'MEG', quantity: 1 },
    ],
  ],
  ['a child of six today', ['G'], '2020-03-02', [{ code: 'G', quantity: 1 }]],
  [
    'the supplement once, even when the motif has it',
    ['G', 'MEG'],
    '2022-01-15',
    [
      { code: 'G', quantity: 1 },
      { code: 'MEG', quantity: 1 },
    ],
  ],
  ['no supplement on a specialist’s act', ['CS'], '2022-01-15', [{ code: 'CS', quantity: 1 }]],
  ['twice the same act', ['CS', 'CS'], adult, [{ code: 'CS', quantity: 2 }]],
  ['an act that has no price any more', ['GS', 'G'], adult, [{ code: 'G', quantity: 1 }]],
  ['nothing usual', [], adult, []],
])('%s', (_, usualActs, birthDate, expected) => {
  expect(draftLines({ usualActs, birthDate, day, priced })).toEqual(expected);
});

test('where the zone has no price for the supplement, it is not proposed', () => {
  expect(draftLines({ usualActs: ['G'], birthDate: '2022-01-15', day, priced: new Set(['G']) })).toEqual([
    { code: 'G', quantity: 1 },
  ]);
});
