import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { mondayMorning, startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(() => t.clock.moveTo(mondayMorning));

const today = '2026-03-02';

async function bookedVisit(
  desk: Desk,
  practice: GivenPractice,
  startMin = 560,
): Promise<{ id: string; actId: string }> {
  const patient = await t.given.patient(practice);
  const reply = await desk.post('/appointments', {
    resourceId: practice.martin.resourceId,
    motifId: practice.consultation,
    patientId: patient.id,
    day: today,
    startMin,
    durationMin: 15,
  });
  expect(reply.status).toBe(201);
  return { id: reply.body.appointment.id, actId: reply.body.act.id };
}

const statusOf = (desk: Desk, id: string, version: number, to: string) =>
  desk.act(`/appointments/${id}/status`, version, { to });

test('a visit goes from the desk to the room and out, and each step stamps its time', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const arrived = await statusOf(lea, id, 1, 'arrived');
  expect(arrived.body.appointment.arrivedAt).toBe('2026-03-02T08:00:00+00:00');
  t.clock.moveTo(new Date('2026-03-02T09:12:00+01:00'));
  const called = await statusOf(lea, id, 2, 'in_consultation');
  expect(called.body.appointment).toMatchObject({ status: 'in_consultation', calledAt: '2026-03-02T08:12:00+00:00' });
  const seen = await statusOf(lea, id, 3, 'to_collect');
  expect(seen.body.appointment).toMatchObject({ status: 'to_collect', version: 4 });
  const back = await statusOf(lea, id, 4, 'booked');
  expect([back.status, back.body.code]).toEqual([409, 'appointment.transition_refused']);
});

test('nobody is absent before the hour', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const early = await statusOf(lea, id, 1, 'no_show');
  expect([early.status, early.body.code]).toEqual([409, 'appointment.not_yet_started']);
  t.clock.moveTo(new Date('2026-03-02T09:40:00+01:00'));
  expect((await statusOf(lea, id, 1, 'no_show')).status).toBe(200);
});

test('a practitioner calls her own patients, not a colleague’s', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const leroy = await t.given.desk(practice, ['practitioner'], { practitionerId: practice.leroy.practitionerId });
  const martin = await t.given.desk(practice, ['practitioner'], { practitionerId: practice.martin.practitionerId });
  expect((await statusOf(leroy, id, 1, 'in_consultation')).status).toBe(403);
  expect((await statusOf(martin, id, 1, 'in_consultation')).status).toBe(200);
});

test('a cancelled visit frees its place, stays on the day, and can be restored unless the place went', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const cancelled = await lea.act(`/appointments/${id}/cancel`, 1, { by: 'patient', reason: 'grippe' });
  expect(cancelled.body.appointment).toMatchObject({ status: 'cancelled', cancelledBy: 'patient' });
  const day = await lea.get(`/days/${today}`);
  expect(day.body.appointments).toHaveLength(1);
  expect((await statusOf(lea, id, 2, 'booked')).status).toBe(200);
  await lea.act(`/appointments/${id}/cancel`, 3, { by: 'practitioner' });
  await bookedVisit(lea, practice);
  const late = await statusOf(lea, id, 4, 'booked');
  expect([late.status, late.body.code]).toEqual([409, 'appointment.slot_taken']);
});

test('undo puts the last step back, once, for its author', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const { act } = (await statusOf(lea, id, 1, 'arrived')).body;
  expect((await sonia.post(`/acts/${act.id}/undo`)).body.code).toBe('undo.nothing_left');
  const undone = await lea.post(`/acts/${act.id}/undo`);
  expect(undone.body.appointment).toMatchObject({ status: 'booked', arrivedAt: null, version: 3 });
  expect((await lea.post(`/acts/${act.id}/undo`)).body.code).toBe('undo.nothing_left');
});

test('undoing a booking cancels it as a mistake and frees the place', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { actId } = await bookedVisit(lea, practice);
  const undone = await lea.post(`/acts/${actId}/undo`);
  expect(undone.body.appointment).toMatchObject({ status: 'cancelled', cancelledBy: 'error' });
  await bookedVisit(lea, practice);
});

test('undoing a move or a cancellation is refused when the old place was given', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const move = { resourceId: practice.martin.resourceId, day: today, startMin: 640, durationMin: 15 };
  const moved = await lea.act(`/appointments/${id}/move`, 1, move);
  await bookedVisit(lea, practice);
  const undone = await lea.post(`/acts/${moved.body.act.id}/undo`);
  expect([undone.status, undone.body.code]).toEqual([409, 'appointment.slot_taken']);
  const still = await lea.get(`/appointments/${id}`);
  expect(still.body.appointment.startMin).toBe(640);
});

test('undo is over after ten minutes, and when somebody changed the visit since', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const first = await bookedVisit(lea, practice);
  await statusOf(sonia, first.id, 1, 'confirmed');
  expect((await lea.post(`/acts/${first.actId}/undo`)).body.code).toBe('undo.changed_since');
  const second = await bookedVisit(lea, practice, 600);
  t.clock.moveTo(new Date('2026-03-02T09:11:00+01:00'));
  expect((await lea.post(`/acts/${second.actId}/undo`)).body.code).toBe('undo.too_late');
});

test('a walk-in of today starts as arrived, even over lunch', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const reply = await lea.post('/appointments', {
    resourceId: practice.martin.resourceId,
    motifId: practice.consultation,
    patientId: patient.id,
    day: today,
    startMin: 725,
    durationMin: 15,
    walkIn: true,
    urgent: true,
  });
  expect(reply.body.appointment).toMatchObject({ status: 'arrived', walkIn: true, urgent: true });
});

test('nobody walks in tomorrow: refused with a reason of its own, which no right passes over', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const asked = {
    ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
    ...{ day: '2026-03-03', startMin: 540, durationMin: 15, walkIn: true },
    override: { codes: ['appointment.walk_in_not_today'], reason: 'x' },
  };
  const reply = await sonia.post('/appointments', asked);
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.walk_in_not_today']);
  expect((await sonia.get('/days/2026-03-03')).body.appointments).toEqual([]);
});

test('lateness adds up over desks, never below nought, and belongs to the column’s own practitioner', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const path = `/resources/${practice.martin.resourceId}/lateness`;
  await Promise.all([lea.put(path, { day: today, addMinutes: 10 }), sonia.put(path, { day: today, addMinutes: 5 })]);
  expect((await lea.get(`/days/${today}`)).body.lateness).toEqual([
    { resourceId: practice.martin.resourceId, minutes: 15 },
  ]);
  expect((await lea.put(path, { day: today, addMinutes: -60 })).body.minutes).toBe(0);
  const leroy = await t.given.desk(practice, ['practitioner'], { practitionerId: practice.leroy.practitionerId });
  expect((await leroy.put(path, { day: today, addMinutes: 20 })).status).toBe(403);
  const own = await leroy.put(`/resources/${practice.leroy.resourceId}/lateness`, { day: today, addMinutes: 20 });
  expect(own.body.minutes).toBe(20);
  expect((await leroy.get(`/my-day/${today}`)).body.latenessMinutes).toBe(20);
});

test('a lateness sent again after a lost answer counts once', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const path = `/resources/${practice.martin.resourceId}/lateness`;
  const key = 'lost-answer-0001';
  const send = (addMinutes: number) => lea.put(path, { day: today, addMinutes }, undefined, key);
  expect((await send(10).expect(200)).body.minutes).toBe(10);
  expect((await send(10).expect(200)).body.minutes).toBe(10);
  expect((await lea.get(`/days/${today}`)).body.lateness).toMatchObject([{ minutes: 10 }]);
  expect((await send(15)).status).toBeGreaterThanOrEqual(409);
});

test('a remote secretary sees and books only the columns lent to her', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { id } = await bookedVisit(lea, practice);
  const nora = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [practice.leroy.resourceId] });
  expect((await nora.get(`/days/${today}`)).body.appointments).toEqual([]);
  expect((await nora.get(`/appointments/${id}`)).status).toBe(404);
  expect((await nora.act(`/appointments/${id}/cancel`, 1, { by: 'patient' })).status).toBe(404);
  const found = await nora.post('/free-slots', { durationMin: 15, fromDay: today, limit: 30 });
  expect(new Set(found.body.slots.map((slot: { resourceId: string }) => slot.resourceId))).toEqual(
    new Set([practice.leroy.resourceId]),
  );
});
