import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';
const at = (startMin: number, durationMin = 60) => ({ day: tuesday, startMin, durationMin });

const staff = (practice: GivenPractice, startMin: number) => ({
  ...{ title: 'Réunion d’équipe', resourceIds: [practice.martin.resourceId, practice.leroy.resourceId] },
  ...at(startMin),
});

async function session(desk: Desk, practice: GivenPractice, capacity: number, startMin = 540): Promise<MeetingView> {
  const { martin, consultation } = practice;
  const form = { title: 'École du dos', resourceId: martin.resourceId, motifId: consultation, capacity };
  const reply = await desk.post('/group-sessions', { ...form, ...at(startMin) });
  expect(reply.status).toBe(201);
  return reply.body;
}

async function seat(desk: Desk, practice: GivenPractice, { id }: MeetingView, patientId?: string) {
  return desk.post(`/group-sessions/${id}/seats`, { patientId: patientId ?? (await t.given.patient(practice)).id });
}

async function listed(desk: Desk): Promise<MeetingView[]> {
  return (await desk.get(`/days/${tuesday}/meetings`)).body.meetings;
}

async function book(desk: Desk, practice: GivenPractice, startMin: number, overrides: object = {}) {
  const patient = await t.given.patient(practice);
  return desk.post('/appointments', {
    ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
    ...{ day: tuesday, startMin, durationMin: 15, ...overrides },
  });
}

test('a staff meeting takes the time of both columns: no visit is booked over it, and the finder passes it over', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const called = await lea.post('/staff-meetings', staff(practice, 540));
  expect(called.status).toBe(201);
  expect(called.body.resourceIds).toHaveLength(2);
  const refused = await book(lea, practice, 570);
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.in_meeting']);
  const found = await lea.post('/free-slots', { durationMin: 15, fromDay: tuesday, fromMin: 540, limit: 1 });
  expect(found.body.slots[0].startMin).toBe(600);
});

test('a meeting over a booked visit is refused with the columns and why, and nothing is written', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await book(lea, practice, 555);
  const refused = await lea.post('/staff-meetings', staff(practice, 540));
  expect([refused.status, refused.body.code]).toEqual([409, 'meeting.columns_taken']);
  expect(refused.body.details.columns).toEqual([
    expect.objectContaining({
      resourceId: practice.martin.resourceId,
      refusals: [{ code: 'appointment.slot_taken', details: { startMin: 555, endMin: 570 } }],
    }),
  ]);
  expect(await listed(lea)).toEqual([]);
});

test('a session is filled seat by seat; nobody sits twice, nobody beyond its capacity', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 2);
  const { id } = await t.given.patient(practice);
  const first = await seat(lea, practice, group, id);
  expect([first.status, first.body.appointment.meetingId]).toEqual([201, group.id]);
  expect((await seat(lea, practice, group, id)).body.code).toBe('meeting.already_seated');
  expect((await seat(lea, practice, group)).status).toBe(201);
  expect((await seat(lea, practice, group)).body.code).toBe('meeting.full');
  expect((await listed(lea))[0]).toMatchObject({ kind: 'group', capacity: 2, seated: 2 });
  const beside = await book(lea, practice, 540, { override: { codes: ['appointment.slot_taken'], reason: 'x' } });
  expect(beside.body.code).toBe('appointment.group_session');
});

test('a cancelled seat is free for another, and its undo finds it taken', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 1);
  const { appointment } = (await seat(lea, practice, group)).body;
  const cancelled = await lea.act(`/appointments/${appointment.id}/cancel`, appointment.version, { by: 'patient' });
  expect(cancelled.status).toBe(200);
  expect((await seat(lea, practice, group)).status).toBe(201);
  const undone = await lea.post(`/acts/${cancelled.body.act.id}/undo`, {});
  expect([undone.status, undone.body.code]).toEqual([409, 'appointment.slot_taken']);
});

test('whoever did not come leaves her seat to somebody else, and keeps it when she comes after all', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 1);
  const { appointment } = (await seat(lea, practice, group)).body;
  const start = t.clock.now();
  try {
    t.clock.moveTo(new Date('2026-03-03T09:10:00+01:00'));
    await lea.act(`/appointments/${appointment.id}/status`, appointment.version, { to: 'no_show' }).expect(200);
    expect((await listed(lea))[0]).toMatchObject({ seated: 0 });
    const other = await seat(lea, practice, group);
    expect([other.status, other.body.code]).toEqual([201, undefined]);
    expect((await seat(lea, practice, group)).body.code).toBe('meeting.full');
    await lea.act(`/appointments/${appointment.id}/status`, 2, { to: 'arrived' }).expect(200);
    expect((await listed(lea))[0]).toMatchObject({ capacity: 1, seated: 2 });
  } finally {
    t.clock.moveTo(start);
  }
});

test('forty desks want the last three seats: three have one, and no two the same', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 3);
  const patients = await Promise.all(Array.from({ length: 40 }, () => t.given.patient(practice)));
  const replies = await Promise.all(
    patients.map(({ id }, index) => seat(index % 2 ? lea : sonia, practice, group, id)),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(replies.filter(({ body }) => body.code === 'meeting.full')).toHaveLength(37);
  expect((await listed(lea))[0]?.seated).toBe(3);
});

test('a meeting is cancelled and its time is free; a session with patients is not', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { body } = await lea.post('/staff-meetings', staff(practice, 540));
  await lea.act(`/meetings/${body.id}/cancel`, body.version, {}).expect(200);
  expect((await lea.act(`/meetings/${body.id}/cancel`, 2, {})).body.code).toBe('meeting.cancelled');
  expect((await book(lea, practice, 570)).status).toBe(201);
  const group = await session(lea, practice, 2, 660);
  const { appointment } = (await seat(lea, practice, group)).body;
  expect((await lea.act(`/meetings/${group.id}/cancel`, 1, {})).body.code).toBe('meeting.has_patients');
  await lea.act(`/appointments/${appointment.id}/cancel`, appointment.version, { by: 'patient' }).expect(200);
  await lea.act(`/meetings/${group.id}/cancel`, 1, {}).expect(200);
  expect(await listed(lea)).toEqual([]);
});

test('a cancelled meeting is taken back with all its columns, unless one of them was given away', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { body } = await lea.post('/staff-meetings', staff(practice, 540));
  expect((await lea.act(`/meetings/${body.id}/restore`, 1, {})).body.code).toBe('meeting.not_cancelled');
  await lea.act(`/meetings/${body.id}/cancel`, 1, {}).expect(200);
  const back = await lea.act(`/meetings/${body.id}/restore`, 2, {});
  expect([back.status, back.body.resourceIds, back.body.version]).toEqual([200, body.resourceIds, 3]);
  expect((await book(lea, practice, 570)).body.code).toBe('appointment.in_meeting');
  await lea.act(`/meetings/${body.id}/cancel`, 3, {}).expect(200);
  await book(lea, practice, 570);
  expect((await lea.act(`/meetings/${body.id}/restore`, 4, {})).body.code).toBe('meeting.columns_taken');
});

test('a patient of a session who is moved elsewhere leaves her seat', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 1);
  const { appointment } = (await seat(lea, practice, group)).body;
  const moved = await lea.act(`/appointments/${appointment.id}/move`, 1, {
    ...{ resourceId: practice.leroy.resourceId, day: tuesday, startMin: 660, durationMin: 15 },
  });
  expect([moved.status, moved.body.appointment.meetingId]).toEqual([200, null]);
  expect((await seat(lea, practice, group)).status).toBe(201);
});

test('another practice sees and touches none of it', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const group = await session(lea, practice, 2);
  const elsewhere = await t.given.deskWithTwoSecretaries();
  expect(await listed(elsewhere.lea)).toEqual([]);
  expect((await seat(elsewhere.lea, elsewhere.practice, group)).status).toBe(404);
  expect((await elsewhere.lea.act(`/meetings/${group.id}/cancel`, 1, {})).status).toBe(404);
  expect((await elsewhere.lea.post('/staff-meetings', staff(practice, 540))).status).toBe(404);
});
