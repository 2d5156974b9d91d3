import { expect, test } from '@jest/globals';
import type { MemberView } from '@pupitre/shared/members/member.contract';
import { readMember, stateOf, type TypedMember, typedFrom } from './member-draft';

const today = '2026-03-02';
const doctorId = '0199d7e2-0000-7000-8000-000000000001';
const columnId = '0199d7e2-0000-7000-8000-000000000002';
const typed = (change: Partial<TypedMember> = {}): TypedMember => ({
  ...typedFrom(undefined, String),
  displayName: 'Zoé PETIT',
  email: 'Zoe@Cabinet.fr',
  ...change,
});

test('a new person works at the front desk', () => {
  const { faults, person, access } = readMember(typed(), today);
  expect([...faults]).toEqual([]);
  expect(person).toEqual({ displayName: 'Zoé PETIT', email: 'zoe@cabinet.fr' });
  expect(access).toEqual({ roles: ['secretary'], practitionerId: null, lentResourceIds: null, endsOn: null });
});

test.each([
  [{ displayName: ' ' }, 'displayName'],
  [{ email: 'zoe' }, 'email'],
  [{ roles: [] }, 'roles'],
  [{ roles: ['practitioner'] }, 'practitioner'],
  [{ endsOn: 'demain' }, 'endsOn'],
  [{ endsOn: '01/03/2026' }, 'endsOn'],
] as const)('%j is at fault: %s', (change, fault) => {
  expect([...readMember(typed(change), today).faults]).toEqual([fault]);
});

test('what does not go with the roles is not sent', () => {
  const all = { practitionerId: doctorId, lentResourceIds: [columnId], endsOn: '31/12/2026' };
  expect(readMember(typed(all), today).access).toEqual({
    roles: ['secretary'],
    practitionerId: null,
    lentResourceIds: null,
    endsOn: '2026-12-31',
  });
  const both = readMember(typed({ ...all, roles: ['practitioner', 'remote_secretary'] }), today).access;
  expect(both).toMatchObject({
    roles: ['remote_secretary', 'practitioner'],
    practitionerId: doctorId,
    lentResourceIds: [columnId],
  });
});

test.each([
  [{ hasEnded: true, hasPassword: true, linkExpiresAt: null }, 'ended'],
  [{ hasEnded: false, hasPassword: true, linkExpiresAt: null }, 'active'],
  [{ hasEnded: false, hasPassword: false, linkExpiresAt: '2026-03-03T08:00:00Z' }, 'waiting'],
  [{ hasEnded: false, hasPassword: false, linkExpiresAt: null }, 'lapsed'],
] as const)('%j is %s', (member, state) => {
  expect(stateOf(member as MemberView)).toBe(state);
});
