import { expect, test } from '@jest/globals';
import type { PoolView } from '@pupitre/shared/practices/pool.contract';
import { newMember, readPool, shifted, typedFrom } from './pool-draft';

const pool: PoolView = {
  ...{ id: '019c0000-0000-7000-8000-000000000001', name: 'Salles de soins', version: 2 },
  members: ['2', '3'].map((end) => ({
    ...{ id: `019c0000-0000-7000-8000-00000000000${end}`, kind: 'room' as const, active: true },
    ...{ name: `Salle ${end}`, shortName: `S${end}` },
  })),
};

test('a pool opened and saved without a change is the same pool', () => {
  const { id, version, ...form } = pool;
  expect(readPool(typedFrom(pool)).form).toEqual(form);
});

test('a room without a short name takes the beginning of its name', () => {
  const member = { ...newMember('new', 'room'), name: '  Salle de petite chirurgie ' };
  const form = readPool({ ...typedFrom(pool), members: [member] }).form;
  expect(form?.members).toEqual([
    { id: null, kind: 'room', name: 'Salle de petite chirurgie', shortName: 'Salle de petit', active: true },
  ]);
});

test('what is missing is told where it is', () => {
  expect(readPool({ name: ' ', members: [] })).toMatchObject({ isNameMissing: true, noMember: true, form: null });
  const unnamed = readPool({ ...typedFrom(pool), members: [...typedFrom(pool).members, newMember('x', 'vehicle')] });
  expect([...unnamed.faultyMembers]).toEqual(['x']);
});

test('members change places, and the ends stay where they are', () => {
  const names = (members: readonly { name: string }[]) => members.map(({ name }) => name);
  const { members } = typedFrom(pool);
  expect(names(shifted(members, 0, 1))).toEqual(['Salle 3', 'Salle 2']);
  expect(names(shifted(members, 0, -1))).toEqual(names(members));
  expect(names(shifted(members, 1, 1))).toEqual(names(members));
});
