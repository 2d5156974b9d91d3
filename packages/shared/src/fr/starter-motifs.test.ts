import { expect, test } from '@jest/globals';
import { motifForm, plainMotifRules, professions } from '../practices/practice.contract.js';
import { practiceModels, starterMotifs, starterMotifsFor } from './starter-motifs.js';

const anyColumn = '0199d7e2-0000-7000-8000-000000000000';

test.each(starterMotifs)('$name can be saved as it is', ({ professions: _, usual: __, ...motif }) => {
  const form = { ...motif, usualActs: [...motif.usualActs], resourceIds: [anyColumn], active: true };
  expect(motifForm.parse(form)).toEqual({ ...plainMotifRules, ...form });
});

test('names are used once', () => {
  expect(new Set(starterMotifs.map(({ name }) => name)).size).toBe(starterMotifs.length);
});

test('every profession has motifs, and every model a ticked one for each of its people', () => {
  for (const profession of professions) expect(starterMotifsFor([profession]).length).toBeGreaterThan(0);
  for (const people of Object.values(practiceModels)) {
    for (const profession of people) expect(starterMotifsFor([profession]).some(({ usual }) => usual)).toBe(true);
  }
});
