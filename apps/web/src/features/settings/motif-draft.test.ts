import { expect, test } from '@jest/globals';
import { readMotif, type TypedMotif, typedFrom } from './motif-draft';

const column = '019c0000-0000-7000-8000-000000000001';
const fine: TypedMotif = { ...typedFrom(undefined, [column]), name: 'Vaccination', shortName: 'Vaccin', minutes: '10' };

test('what is typed becomes what is sent', () => {
  expect(readMotif({ ...fine, name: '  Vaccination ' }).form).toMatchObject({ name: 'Vaccination', minutes: 10 });
});

test.each([
  ['no name', { name: '  ' }, ['name']],
  ['a short name of fifteen letters', { shortName: 'Renouvellements' }, ['shortName']],
  ['minutes that are no number', { minutes: 'dix' }, ['minutes']],
  ['minutes that are no five', { minutes: '12' }, ['minutes']],
  ['more than eight hours', { minutes: '485' }, ['minutes']],
  ['no column', { resourceIds: [] }, ['resourceIds']],
  ['seven acts', { usualActs: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, ['usualActs']],
])('%s is told at its field', (_, change, faults) => {
  const reading = readMotif({ ...fine, ...change });
  expect(reading.form).toBeNull();
  expect([...reading.faults]).toEqual(faults);
});
