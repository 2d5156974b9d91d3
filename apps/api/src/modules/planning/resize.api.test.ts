import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

/** A visit of 15 minutes at ten, and another one at half past. */
async function twoVisits() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { resourceId } = practice.martin;
  const slot = { resourceId, motifId: practice.consultation, patientId: patient.id, day: tuesday, durationMin: 15 };
  const { appointment } = (await lea.post('/appointments', { ...slot, startMin: 600 })).body;
  await lea.post('/appointments', { ...slot, startMin: 630 });
  const resize = (durationMin: number, version: number, desk = lea) =>
    desk.act(`/appointments/${appointment.id}/move`, version, { resourceId, day: tuesday, startMin: 600, durationMin });
  return { lea, sonia, practice, slot, appointment, resize };
}

test('a longer visit is written in the journal with both lengths, and its author can take it back', async () => {
  const { lea, appointment, resize, slot } = await twoVisits();
  const longer = await resize(30, 1);
  expect(longer.status).toBe(200);
  expect(longer.body.appointment).toMatchObject({ startMin: 600, endMin: 630, version: 2 });
  expect(longer.body.act).toMatchObject({ kind: 'resized' });
  const read = await lea.get(`/appointments/${appointment.id}`);
  expect(read.body.events.at(-1)).toMatchObject({ kind: 'resized', details: { fromMinutes: '15', toMinutes: '30' } });
  const taken = await lea.post('/appointments', { ...slot, startMin: 615 });
  expect(taken.body.code).toBe('appointment.slot_taken');
  const undone = await lea.post(`/acts/${longer.body.act.id}/undo`, {});
  expect(undone.body.appointment).toMatchObject({ endMin: 615, version: 3 });
  expect((await lea.post('/appointments', { ...slot, startMin: 615 })).status).toBe(201);
});

test('a visit may not grow into the next one, and its length stays', async () => {
  const { lea, resize } = await twoVisits();
  const refused = await resize(35, 1);
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.slot_taken']);
  expect(refused.body.details.refusals).toEqual([
    {
      code: 'appointment.slot_taken',
      details: { startMin: 630, endMin: 645 },
      overridableWith: 'appointment.overbook',
      mayOverride: true,
    },
  ]);
  const day = await lea.get(`/days/${tuesday}`);
  expect(day.body.appointments[0]).toMatchObject({ endMin: 615, version: 1 });
});

test('a shorter visit gives its time back at once', async () => {
  const { lea, resize, slot } = await twoVisits();
  expect((await resize(10, 1)).body.appointment.endMin).toBe(610);
  expect((await lea.post('/appointments', { ...slot, startMin: 610 })).status).toBe(201);
});

test('two desks stretch the same visit: the second is told its copy is old', async () => {
  const { sonia, resize } = await twoVisits();
  expect((await resize(20, 1)).status).toBe(200);
  const late = await resize(25, 1, sonia);
  expect([late.status, late.body.code]).toEqual([412, 'version.stale']);
});

test('a visit under way keeps its length', async () => {
  const { lea, appointment, resize } = await twoVisits();
  await lea.act(`/appointments/${appointment.id}/status`, 1, { to: 'arrived' });
  const refused = await resize(30, 2);
  expect(refused.body.code).toBe('appointment.already_started');
});
