import { describe, expect, test } from '@jest/globals';
import type { Role } from '@pupitre/shared/access/roles';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { actsOn, type RoomActsQuestion, statusAfter } from './room-acts';

const question = (
  status: AppointmentStatus,
  roles: readonly Role[],
  { dueCents = null, ...rest }: Partial<RoomActsQuestion> & { dueCents?: number | null } = {},
): RoomActsQuestion => ({
  visit: { status, startsAt: '2026-03-02T11:00:00+01:00', practitionerId: 'martin', dueCents },
  practitionerId: null,
  hasUsualActs: true,
  now: new Date('2026-03-02T10:42:00+01:00'),
  canOpenFile: true,
  mayCharge: roles.includes('secretary'),
  canOpenTill: true,
  ...rest,
  roles,
});

describe('the desk', () => {
  test.each<[AppointmentStatus, string[]]>([
    ['confirmed', ['arrive', 'callIn', 'file']],
    ['arrived', ['callIn', 'file', 'leave']],
    ['in_consultation', ['finish', 'file']],
    ['to_collect', ['collect', 'file']],
    ['no_show', ['arrive', 'file']],
    ['left', ['arrive', 'file']],
    ['done', ['file']],
  ])('%s: %j', (status, acts) => {
    expect(actsOn(question(status, ['secretary']))).toEqual(acts);
  });

  test('absent only once the hour is past', () => {
    const past = question('booked', ['secretary'], { now: new Date('2026-03-02T11:01:00+01:00') });
    expect(actsOn(past)).toContain('noShow');
    expect(actsOn(question('booked', ['secretary']))).not.toContain('noShow');
  });

  test('what has acts or an amount is settled at the till only', () => {
    expect(actsOn(question('to_collect', ['secretary'], { dueCents: 0 }))).not.toContain('finish');
    const withoutActs = { hasUsualActs: false };
    expect(actsOn(question('to_collect', ['secretary'], { ...withoutActs, dueCents: 3000 }))).not.toContain('finish');
    expect(actsOn(question('to_collect', ['secretary'], { ...withoutActs, dueCents: 0 }))).toContain('finish');
  });

  test('no act leads to a screen that is not there', () => {
    const bare = question('to_collect', ['secretary'], { dueCents: 100, canOpenFile: false, canOpenTill: false });
    expect(actsOn(bare)).toEqual([]);
  });
});

describe('the others', () => {
  test('a remote secretary reads the room', () => {
    for (const status of ['confirmed', 'arrived', 'in_consultation', 'to_collect', 'no_show'] as const) {
      const asked = question(status, ['remote_secretary'], { canOpenFile: false, canOpenTill: false });
      expect(actsOn(asked)).toEqual([]);
    }
  });

  test('a practitioner moves her own visits only', () => {
    const acts = (practitionerId: string) =>
      actsOn(question('arrived', ['practitioner'], { practitionerId, canOpenFile: false }));
    expect(acts('martin')).toEqual(['callIn', 'leave']);
    expect(acts('leroy')).toEqual([]);
  });
});

test('after the practitioner: to the till when the motif has usual acts, else over', () => {
  expect(statusAfter('finish', 'in_consultation', true)).toBe('to_collect');
  expect(statusAfter('finish', 'in_consultation', false)).toBe('done');
  expect(statusAfter('finish', 'to_collect', true)).toBe('done');
});
