import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HoldView } from '@pupitre/shared/planning/hold.contract';
import { v7 as uuid } from 'uuid';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';
const minuteMs = 60_000;

const place = (practice: GivenPractice, startMin: number, overrides: object = {}) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation },
  ...{ day: tuesday, startMin, durationMin: 15, ...overrides },
});

async function hold(desk: Desk, body: object, id = uuid()) {
  return { id, reply: await desk.put(`/holds/${id}`, body) };
}

async function held(desk: Desk, day = tuesday): Promise<HoldView[]> {
  return (await desk.get(`/days/${day}/holds`)).body.holds;
}

async function claimsOf(practice: GivenPractice): Promise<{ kind: string }[]> {
  return t.given.within(practice, async () => {
    const found = await t.owner.query('select kind from claim where practice_id = $1 order by starts_at', [
      practice.id,
    ]);
    return found.rows;
  });
}

test('a held place is seen by the other desk, with the name and the time left, and cannot be booked there', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { id, reply } = await hold(lea, place(practice, 540));
  expect([reply.status, reply.body.isMine, reply.body.leftSeconds]).toEqual([200, true, 180]);
  expect(await held(sonia)).toEqual([
    expect.objectContaining({ id, startMin: 540, endMin: 555, holderName: 'Léa BERNARD', isMine: false }),
  ]);
  const refused = await sonia.post('/appointments', { ...place(practice, 545), patientId: patient.id });
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.slot_held']);
  expect(refused.body.details.refusals[0]).toMatchObject({ details: { by: 'Léa BERNARD' }, mayOverride: false });
  const others = await sonia.post('/free-slots', { durationMin: 15, fromDay: tuesday, fromMin: 540, limit: 1 });
  expect(others.body.slots[0]).toMatchObject({ resourceId: practice.leroy.resourceId });
});

test('the holder books the very claim she held, and the day has no hold left', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { id } = await hold(lea, place(practice, 540));
  await lea.post('/appointments', { ...place(practice, 540), patientId: patient.id, holdId: id }).expect(201);
  expect(await claimsOf(practice)).toEqual([{ kind: 'appointment' }]);
  expect(await held(lea)).toEqual([]);
});

test('her own hold is never in her way, whether she names it or not', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  await hold(lea, place(practice, 540));
  await lea.post('/appointments', { ...place(practice, 550), patientId: patient.id }).expect(201);
  expect(await claimsOf(practice)).toEqual([{ kind: 'appointment' }]);
  expect(await held(lea)).toEqual([]);
});

test('a place on which an ended hold still lies is given to whoever held another', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  await hold(sonia, place(practice, 600));
  t.clock.moveTo(new Date(t.clock.now().getTime() + 10 * 60_000));
  const { id } = await hold(lea, place(practice, 540));
  const reply = await lea.post('/appointments', { ...place(practice, 600), patientId: patient.id, holdId: id });
  t.clock.moveTo(new Date(t.clock.now().getTime() - 10 * 60_000));
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  expect(await claimsOf(practice)).toEqual([{ kind: 'appointment' }]);
});

test('moving the hold frees the place it leaves at once; letting it go frees it too', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { id } = await hold(lea, place(practice, 540));
  await hold(lea, place(practice, 600), id);
  expect((await hold(sonia, place(practice, 540))).reply.status).toBe(200);
  await lea.delete(`/holds/${id}`).expect(204);
  expect((await hold(sonia, place(practice, 600))).reply.status).toBe(200);
  await lea.delete(`/holds/${id}`).expect(204);
});

test('a hold ends by itself after three minutes, unless the form asks again', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const start = t.clock.now();
  try {
    const { id } = await hold(lea, place(practice, 540));
    t.clock.moveTo(new Date(start.getTime() + 2 * minuteMs));
    expect((await hold(lea, place(practice, 540), id)).reply.body.leftSeconds).toBe(180);
    t.clock.moveTo(new Date(start.getTime() + 4 * minuteMs));
    expect(await held(sonia)).toHaveLength(1);
    t.clock.moveTo(new Date(start.getTime() + 6 * minuteMs));
    expect(await held(sonia)).toEqual([]);
    await sonia.post('/appointments', { ...place(practice, 540), patientId: patient.id }).expect(201);
    const late = await lea.post('/appointments', { ...place(practice, 540), patientId: patient.id, holdId: id });
    expect([late.status, late.body.code]).toEqual([409, 'appointment.slot_taken']);
  } finally {
    t.clock.moveTo(start);
  }
});

test('one person holds three places at most: the oldest gives way', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  for (const startMin of [540, 600, 660, 700]) await hold(lea, place(practice, startMin));
  expect((await held(lea)).map(({ startMin }) => startMin)).toHaveLength(3);
});

test('a hold of somebody else is no hold of mine, nor one of another practice', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { id } = await hold(lea, place(practice, 540));
  expect((await hold(sonia, place(practice, 600), id)).reply.status).toBe(404);
  await sonia.delete(`/holds/${id}`).expect(204);
  const elsewhere = await t.given.deskWithTwoSecretaries();
  await elsewhere.lea.delete(`/holds/${id}`).expect(204);
  const foreign = await hold(elsewhere.lea, place(practice, 540));
  expect(foreign.reply.status).toBe(404);
  expect(await held(lea)).toHaveLength(1);
  expect(await held(elsewhere.lea)).toEqual([]);
  const patient = await t.given.patient(practice);
  const stolen = await sonia.post('/appointments', { ...place(practice, 540), patientId: patient.id, holdId: id });
  expect(stolen.body.code).toBe('appointment.slot_held');
});

test('forty holds and bookings of one place on a full table: one has it, nobody waits for a deadlock', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  for (const startMin of [480, 495, 510, 525, 555, 570, 585]) {
    await lea.post('/appointments', { ...place(practice, startMin), patientId: patient.id }).expect(201);
  }
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const desk = index % 2 ? lea : sonia;
      const body = place(practice, 540, { durationMin: 5 + (index % 3) * 5 });
      return index % 4 < 2
        ? desk.put(`/holds/${uuid()}`, body)
        : desk.post('/appointments', { ...body, patientId: patient.id });
    }),
  );
  expect(replies.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
  expect(replies.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
});

test('the holds of a week are told column by column, to whoever may read it', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  const { id } = await hold(lea, place(practice, 540));
  const thursday = await hold(lea, place(practice, 600, { resourceId: leroy.resourceId, day: '2026-03-05' }));
  await hold(lea, place(practice, 540, { day: '2026-03-09' }));
  const week = async (desk: Desk, query = '') =>
    (await desk.get(`/weeks/2026-03-02/2026-03-08/holds${query}`).expect(200)).body.holds as HoldView[];
  expect(await week(sonia)).toMatchObject([
    { id, day: tuesday, startMin: 540, holderName: 'Léa BERNARD', isMine: false, leftSeconds: 180 },
    { id: thursday.id, day: '2026-03-05', resourceId: leroy.resourceId },
  ]);
  expect((await week(lea, `?resourceIds=${martin.resourceId}`)).map((one) => [one.id, one.isMine])).toEqual([
    [id, true],
  ]);
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  expect((await week(remote)).map((one) => one.id)).toEqual([thursday.id]);
  expect(await week(remote, `?resourceIds=${martin.resourceId}`)).toEqual([]);
  await lea.get('/weeks/2026-03-08/2026-03-02/holds').expect(422);
  const elsewhere = await t.given.deskWithTwoSecretaries();
  expect(await week(elsewhere.lea, `?resourceIds=${martin.resourceId}`)).toEqual([]);
  expect((await elsewhere.lea.raw('get', `/practices/${practice.id}/weeks/2026-03-02/2026-03-08/holds`)).status).toBe(
    404,
  );
  const start = t.clock.now();
  try {
    t.clock.moveTo(new Date(start.getTime() + 3 * minuteMs));
    expect(await week(sonia)).toEqual([]);
  } finally {
    t.clock.moveTo(start);
  }
});

test('a place held twice by one person, in two tabs, is held once, and no hold is drawn over the visit booked there', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  await hold(lea, place(practice, 540));
  const { id } = await hold(lea, place(practice, 540));
  expect((await held(sonia)).map((one) => one.id)).toEqual([id]);
  await lea.post('/appointments', { ...place(practice, 540), patientId: patient.id, holdId: id }).expect(201);
  expect(await held(sonia)).toEqual([]);
});
