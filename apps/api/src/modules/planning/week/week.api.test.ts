import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DayLoadView, WeekView } from '@pupitre/shared/planning/week.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenColumn, GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** Monday to Sunday of the week the clock is frozen in: it is Monday, 9:00. */
const thisWeek = '2026-03-02/2026-03-08';

async function week(desk: Desk, span = thisWeek, columns: readonly GivenColumn[] = []) {
  const resourceIds = columns.map(({ resourceId }) => resourceId).join(',');
  const reply = await desk.get(`/weeks/${span}?resourceIds=${resourceIds}`).expect(200);
  return reply.body as WeekView;
}

async function loads(desk: Desk, span = thisWeek) {
  const reply = await desk.get(`/loads/${span}`).expect(200);
  return (reply.body as { loads: DayLoadView[] }).loads;
}

async function booked(desk: Desk, practice: GivenPractice, day: string, startMin: number, more: object = {}) {
  const patient = await t.given.patient(practice, { usedName: 'PETIT', firstName: 'Jean' });
  const reply = await desk
    .post('/appointments', {
      ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
      ...{ day, startMin, durationMin: 60, ...more },
    })
    .expect(201);
  return reply.body.appointment as { id: string; version: number };
}

const dayOf = <Day extends DayLoadView>(days: readonly Day[], column: GivenColumn, day: string) => {
  const found = days.find((one) => one.resourceId === column.resourceId && one.day === day);
  if (!found) throw new Error(`no ${day}`);
  return found;
};

test('a week says its visits in a line each, and how full each day is', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const { id } = await booked(lea, practice, '2026-03-03', 480);
  const { visits, days } = await week(lea, thisWeek, [martin]);
  expect(visits).toEqual([
    {
      ...{ id, resourceId: martin.resourceId, motifId: practice.consultation, day: '2026-03-03' },
      ...{ startMin: 480, endMin: 540, status: 'booked', urgent: false, version: 1 },
      ...{ usedName: 'PETIT', birthName: 'DURAND', firstName: 'Jean', cancelledBy: null, cancelReason: '' },
      ...{ isRajout: false, meetingId: null },
    },
  ]);
  expect(days.map(({ day }) => day)).toHaveLength(7);
  expect(dayOf(days, martin, '2026-03-03')).toMatchObject({
    ...{ visits: 1, openMinutes: 480, bookedMinutes: 60, occupancy: 12, holes: 2, closed: null },
    free: { longest: 240, morning: 180, afternoon: 240 },
    gaps: [
      { startMin: 540, endMin: 720 },
      { startMin: 840, endMin: 1080 },
    ],
  });
  expect(dayOf(days, martin, '2026-03-03').closedSpans.map(({ reason }) => reason.kind)).toEqual([
    'before_opening',
    'break',
    'closed',
  ]);
  // It is 9:00 on Monday: the first hour is offered no more.
  expect(dayOf(days, martin, '2026-03-02').gaps[0]).toEqual({ startMin: 540, endMin: 720 });
  expect(dayOf(days, martin, '2026-03-08')).toMatchObject({ occupancy: null, closed: { kind: 'closed' } });
});

test('a cancelled visit stays with its reason, and its time is free again', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id, version } = await booked(lea, practice, '2026-03-03', 480);
  await lea.act(`/appointments/${id}/cancel`, version, { by: 'patient', reason: 'Empêchée' }).expect(200);
  const { visits, days } = await week(lea, thisWeek, [practice.martin]);
  expect(visits).toMatchObject([{ status: 'cancelled', cancelledBy: 'patient', cancelReason: 'Empêchée' }]);
  expect(dayOf(days, practice.martin, '2026-03-03')).toMatchObject({ visits: 0, bookedMinutes: 0, occupancy: 0 });
});

test('loads are those of the week, without a name', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await booked(lea, practice, '2026-03-03', 480);
  const { days } = await week(lea);
  const seen = await loads(lea);
  expect(seen).toEqual(days.map(({ gaps: _gaps, closedSpans: _spans, ...load }) => load));
  expect(seen).toHaveLength(14);
  expect(JSON.stringify(seen)).not.toContain('PETIT');
});

test('a holiday and a leave say themselves, the leave with the return', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const absence = { resourceId: practice.leroy.resourceId, fromMin: 0, toMin: 1440, reason: 'leave', note: 'privé' };
  await lea.post('/absences', { ...absence, fromDay: '2026-04-07', toDay: '2026-04-10' }).expect(201);
  const days = await loads(lea, '2026-04-06/2026-04-12');
  expect(dayOf(days, practice.martin, '2026-04-06')).toMatchObject({
    ...{ openMinutes: 0, occupancy: null, holes: 0 },
    closed: { kind: 'holiday', code: 'easter_monday' },
  });
  expect(dayOf(days, practice.martin, '2026-04-07').closed).toBeNull();
  expect(dayOf(days, practice.leroy, '2026-04-08')).toMatchObject({
    openMinutes: 0,
    closed: { kind: 'absence', reason: 'leave', returnsAt: '2026-04-13T06:00:00.000Z' },
  });
});

test('the week a clock goes forward: wall times stay, each day on its own side of the change', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  for (const day of ['2026-03-27', '2026-03-30']) await booked(lea, practice, day, 480);
  const { visits, days } = await week(lea, '2026-03-23/2026-03-31', [practice.martin]);
  expect(visits.map(({ day, startMin, endMin }) => [day, startMin, endMin])).toEqual([
    ['2026-03-27', 480, 540],
    ['2026-03-30', 480, 540],
  ]);
  for (const day of ['2026-03-27', '2026-03-30']) {
    expect(dayOf(days, practice.martin, day)).toMatchObject({
      bookedMinutes: 60,
      gaps: [
        { startMin: 540, endMin: 720 },
        { startMin: 840, endMin: 1080 },
      ],
    });
  }
  expect(dayOf(days, practice.martin, '2026-03-29')).toMatchObject({ openMinutes: 0, closed: { kind: 'closed' } });
});

test('a remote secretary sees the columns lent to her, whatever she asks', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  await booked(lea, practice, '2026-03-03', 480);
  await booked(lea, practice, '2026-03-03', 480, { resourceId: leroy.resourceId });
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  const own = await week(remote);
  expect(new Set([...own.visits, ...own.days].map(({ resourceId }) => resourceId))).toEqual(
    new Set([leroy.resourceId]),
  );
  expect(await week(remote, thisWeek, [martin])).toEqual({ visits: [], meetings: [], days: [] });
  expect(new Set((await loads(remote)).map(({ resourceId }) => resourceId))).toEqual(new Set([leroy.resourceId]));
});

test('another practice is not seen, its columns asked by id included', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { practice: other, lea: elsewhere } = await t.given.deskWithTwoSecretaries();
  await booked(lea, practice, '2026-03-03', 480);
  expect(await week(elsewhere, thisWeek, [practice.martin])).toEqual({ visits: [], meetings: [], days: [] });
  const all = await week(elsewhere);
  expect(all.visits).toEqual([]);
  expect(new Set(all.days.map(({ resourceId }) => resourceId))).toEqual(
    new Set([other.martin.resourceId, other.leroy.resourceId]),
  );
  const accountant = await t.given.desk(practice, ['accountant']);
  await accountant.get(`/weeks/${thisWeek}`).expect(403);
});

test('six weeks are given, a day more is refused, and so are a span turned round and an id that is none', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  expect(await loads(lea, '2026-03-02/2026-04-12')).toHaveLength(84);
  const refusals = await Promise.all([
    lea.get('/loads/2026-03-02/2026-04-13'),
    lea.get('/weeks/2026-03-08/2026-03-02'),
    lea.get('/weeks/2026-02-30/2026-03-02'),
    lea.get(`/weeks/${thisWeek}?resourceIds=${practice.martin.resourceId},martin`),
  ]);
  for (const { status, body } of refusals) {
    expect([status, body.code]).toEqual([422, 'request.invalid']);
    expect(JSON.stringify(body.details)).not.toContain(practice.martin.resourceId);
  }
});

test('meetings and sessions are in the week of each column they take, and a seat names its session', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  const both = { resourceIds: [martin.resourceId, leroy.resourceId], day: '2026-03-04', startMin: 600 };
  const staff = await lea.post('/staff-meetings', { title: 'Réunion', ...both, durationMin: 60 }).expect(201);
  const place = { resourceId: martin.resourceId, day: '2026-03-05', startMin: 840, durationMin: 60 };
  const session = { title: 'Éducation', motifId: practice.consultation, capacity: 6, ...place };
  const group = await lea.post('/group-sessions', session).expect(201);
  const patient = await t.given.patient(practice);
  await lea.post(`/group-sessions/${group.body.id}/seats`, { patientId: patient.id }).expect(201);
  const own = await week(lea, thisWeek, [martin]);
  expect(own.meetings).toMatchObject([
    { id: staff.body.id, kind: 'staff', day: '2026-03-04', startMin: 600, endMin: 660, capacity: null },
    { id: group.body.id, kind: 'group', day: '2026-03-05', capacity: 6, seated: 1 },
  ]);
  expect(own.visits.map(({ meetingId }) => meetingId)).toEqual([group.body.id]);
  expect((await week(lea, thisWeek, [leroy])).meetings.map(({ id }) => id)).toEqual([staff.body.id]);
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  expect((await week(remote)).meetings.map(({ id }) => id)).toEqual([staff.body.id]);
  await lea.act(`/meetings/${staff.body.id}/cancel`, 1, {}).expect(200);
  expect((await week(lea, thisWeek, [leroy])).meetings).toEqual([]);
});
