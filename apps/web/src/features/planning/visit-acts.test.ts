import { describe, expect, test } from '@jest/globals';
import { permissionsOf, type Role } from '@pupitre/shared/access/roles';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { actsOn, finishStatus, type VisitActsQuestion } from './visit-acts';

const now = new Date('2026-03-02T10:42:00+01:00');
const question = (status: AppointmentStatus, role: Role, part: Partial<VisitActsQuestion> = {}): VisitActsQuestion => ({
  visit: { status, startsAt: '2026-03-02T10:00:00+01:00', practitionerId: 'martin', dueCents: null },
  roles: [role],
  permissions: permissionsOf([role]),
  practitionerId: null,
  hasUsualActs: true,
  now,
  canOpenFile: true,
  canCollect: true,
  ...part,
});

describe('the acts of a visit', () => {
  test.each<[AppointmentStatus, Role, string]>([
    ['booked', 'secretary', 'arrive callIn confirm noShow move file again beside cancel'],
    ['confirmed', 'secretary', 'arrive callIn noShow move file again beside cancel'],
    ['arrived', 'secretary', 'callIn leave file again beside'],
    ['in_consultation', 'secretary', 'finish file again beside'],
    ['to_collect', 'secretary', 'collect finish file again'],
    ['done', 'secretary', 'file again'],
    ['no_show', 'secretary', 'arrive file again'],
    ['cancelled', 'secretary', 'restore file again'],
    ['booked', 'remote_secretary', 'confirm move again cancel'],
    ['booked', 'practitioner', 'file'],
    ['booked', 'admin', 'file'],
  ])('%s, for a %s: %s', (status, role, expected) => {
    expect(actsOn(question(status, role)).join(' ')).toBe(expected);
  });

  test('a practitioner changes her own visits', () => {
    expect(actsOn(question('arrived', 'practitioner', { practitionerId: 'martin' }))).toContain('callIn');
  });

  test('nobody is absent before the hour', () => {
    const later = { ...question('booked', 'secretary').visit, startsAt: '2026-03-02T11:00:00+01:00' };
    expect(actsOn(question('booked', 'secretary', { visit: later }))).not.toContain('noShow');
  });

  test('what is due is settled at the till, not by the key of the end', () => {
    const due = { ...question('to_collect', 'secretary').visit, dueCents: 1328 };
    expect(actsOn(question('to_collect', 'secretary', { visit: due }))).not.toContain('finish');
  });

  test('an act that leads to no screen is not shown', () => {
    expect(actsOn(question('to_collect', 'secretary', { canOpenFile: false, canCollect: false }))).toEqual([
      'finish',
      'again',
    ]);
  });
});

describe('the key of the end', () => {
  test.each<Role>(['secretary', 'practitioner', 'nurse'])(
    'leads to the till when the motif has acts, for a %s',
    (role) => {
      expect(finishStatus(question('in_consultation', role))).toBe('to_collect');
    },
  );
  test('is the end otherwise', () => {
    expect(finishStatus(question('in_consultation', 'secretary', { hasUsualActs: false }))).toBe('done');
    expect(finishStatus(question('to_collect', 'secretary'))).toBe('done');
  });
});
