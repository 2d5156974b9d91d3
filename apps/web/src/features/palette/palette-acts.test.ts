import { describe, expect, test } from '@jest/globals';
import { monthNamed } from './month-words';
import { findActs, type PaletteAct } from './palette-acts';

const icon = {} as PaletteAct['icon'];
const act = (id: string, label: string, more: Partial<PaletteAct> = {}): PaletteAct => ({
  id,
  label,
  icon,
  run: () => undefined,
  ...more,
});
const acts = [
  act('day', 'Jour'),
  act('exports', 'Exports', { takesMonth: true }),
  act('theme', 'Passer au thème sombre', { words: 'couleur nuit' }),
  act('lock', 'Verrouiller le poste'),
];
const found = (text: string) =>
  findActs(acts, text, '2026-03-02').map(({ act: { id }, month }) => (month ? `${id} ${month}` : id));

test.each([
  ['', ['day', 'exports', 'theme', 'lock']],
  ['jo', ['day']],
  ['theme', ['theme']],
  ['NUIT', ['theme']],
  ['poste verr', ['lock']],
  ['export fév', ['exports 2026-02']],
  ['exp dec', ['exports 2025-12']],
  ['export jui', []],
  ['fév', []],
  ['dup ma', []],
])('« %s » finds %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

describe('a month named at the desk has begun', () => {
  test.each([
    ['mars', '2026-03'],
    ['février', '2026-02'],
    ['FEV', '2026-02'],
    ['avril', '2025-04'],
    ['juil', '2025-07'],
    ['august', '2025-08'],
    ['ma', null],
    ['jui', null],
    ['mardi', null],
  ])('%s', (word, expected) => {
    expect(monthNamed(word, '2026-03-02')).toBe(expected);
  });
});
