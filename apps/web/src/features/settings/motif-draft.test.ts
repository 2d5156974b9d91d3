import { expect, test } from '@jest/globals';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { readMotif, type TypedMotif, typedFrom } from './motif-draft';

const column = '019c0000-0000-7000-8000-000000000001';
const pool = '019c0000-0000-7000-8000-000000000009';
const fine: TypedMotif = { ...typedFrom(undefined, [column]), name: 'Vaccination', shortName: 'Vaccin', minutes: '10' };

const motif: MotifView = {
  ...{ id: '019c0000-0000-7000-8000-000000000003', name: 'Échographie', shortName: 'Écho', minutes: 20, version: 4 },
  ...{ color: 'acte', place: 'practice', resourceIds: [column], usualActs: ['YYYY600'], active: true },
  ...{ beforeMin: 5, afterMin: 10, gridMin: 15, channels: ['desk', 'phone', 'import'], patients: 'known', rajouts: 0 },
  ...{ bring: 'Ordonnance', say: 'Venir à jeun', durations: [{ resourceId: column, minutes: 30 }] },
  needs: [{ poolId: pool, beforeMin: 0, afterMin: 15 }],
};

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
  ['a preparation of three hours', { beforeMin: '180' }, ['beforeMin']],
  ['a break that is no number', { afterMin: 'dix' }, ['afterMin']],
  ['a practitioner who takes seven minutes', { durations: { [column]: '7' } }, ['durations']],
  ['no way to book it', { channels: ['import' as const] }, ['channels']],
  ['rajouts left empty', { rajouts: '' }, ['rajouts']],
  ['a room kept for three hours', { needs: [{ poolId: pool, beforeMin: '0', afterMin: '180' }] }, ['needs']],
  ['seven acts', { usualActs: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, ['usualActs']],
])('%s is told at its field', (_, change, faults) => {
  const reading = readMotif({ ...fine, ...change });
  expect(reading.form).toBeNull();
  expect([...reading.faults]).toEqual(faults);
});

test('a motif opened and saved without a change is the same motif', () => {
  const { id, version, ...form } = motif;
  expect(readMotif(typedFrom(motif, [])).form).toEqual(form);
});

test('a practitioner without minutes of her own, or who no longer offers it, takes the usual time', () => {
  const other = '019c0000-0000-7000-8000-000000000002';
  expect(readMotif({ ...fine, durations: { [column]: ' ', [other]: '25' } }).form?.durations).toEqual([]);
});
