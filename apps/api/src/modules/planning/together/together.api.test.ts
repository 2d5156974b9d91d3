import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';
const wednesday = '2026-03-04';

async function book(desk: Desk, practice: GivenPractice, startMin: number, overrides: object = {}) {
  const patient = await t.given.patient(practice);
  const reply = await desk.post('/appointments', {
    ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
    ...{ day: tuesday, startMin, durationMin: 15, ...overrides },
  });
  expect(reply.status).toBe(201);
  return reply.body.appointment as AppointmentCard;
}

const inHand = ({ id, version }: AppointmentCard) => ({ appointmentId: id, version });
const where = ({ resourceId, day, startMin, endMin }: AppointmentCard) => [resourceId, day, startMin, endMin];

async function placesOf(desk: Desk, day = tuesday) {
  const reply = await desk.get(`/days/${day}`);
  return new Map<string, AppointmentCard>(reply.body.appointments.map((card: AppointmentCard) => [card.id, card]));
}

async function claimed(practice: GivenPractice): Promise<string[]> {
  return t.given.within(practice, async () => {
    const { rows } = await t.owner.query(
      `select appointment_id || ' ' || starts_at at time zone 'UTC' || ' ' || lane as place from claim
        where practice_id = $1 order by 1`,
      [practice.id],
    );
    return rows.map(({ place }: { place: string }) => place);
  });
}

test('two visits change places in one act, and one undo puts both back where they were', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const one = await book(lea, practice, 540, { durationMin: 20 });
  const other = await book(lea, practice, 600, { resourceId: practice.leroy.resourceId });
  const before = await claimed(practice);
  const reply = await lea.post('/appointments/swap', { first: inHand(one), second: inHand(other) });
  expect(reply.status).toBe(200);
  const swapped = await placesOf(lea);
  expect(where(swapped.get(one.id) as AppointmentCard)).toEqual([practice.leroy.resourceId, tuesday, 600, 620]);
  expect(where(swapped.get(other.id) as AppointmentCard)).toEqual([practice.martin.resourceId, tuesday, 540, 555]);
  expect(reply.body.act).toMatchObject({ kind: 'swapped', params: { count: '2' } });
  await lea.post(`/acts/${reply.body.act.id}/undo`, {}).expect(200);
  const back = await placesOf(lea);
  for (const card of [one, other]) expect(where(back.get(card.id) as AppointmentCard)).toEqual(where(card));
  expect(await claimed(practice)).toEqual(before);
  expect((await lea.post(`/acts/${reply.body.act.id}/undo`, {})).body.code).toBe('undo.nothing_left');
});

test('a longer visit that does not fit into the other’s place moves neither, and says why', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const long = await book(lea, practice, 540, { durationMin: 60 });
  const short = await book(lea, practice, 660);
  await book(lea, practice, 675);
  const before = await claimed(practice);
  const reply = await lea.post('/appointments/swap', { first: inHand(long), second: inHand(short) });
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.some_refused']);
  expect(reply.body.details.visits).toEqual([
    { appointmentId: long.id, refusals: [{ code: 'appointment.slot_taken', details: { startMin: 675, endMin: 690 } }] },
  ]);
  expect(await claimed(practice)).toEqual(before);
});

test('a morning moves half an hour later, each visit into the place the next one leaves', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visits = [
    await book(lea, practice, 540, { durationMin: 30 }),
    await book(lea, practice, 570),
    await book(lea, practice, 585),
  ];
  const reply = await sonia.post('/appointments/move-together', { visits: visits.map(inHand), shiftMin: 30 });
  expect(reply.status).toBe(200);
  expect(reply.body.appointments.map(({ startMin }: AppointmentCard) => startMin)).toEqual([570, 600, 615]);
  await lea.post(`/acts/${reply.body.act.id}/undo`, {}).expect(409);
  await sonia.post(`/acts/${reply.body.act.id}/undo`, {}).expect(200);
  const back = await placesOf(lea);
  expect(visits.map(({ id }) => back.get(id)?.startMin)).toEqual([540, 570, 585]);
});

test('a day goes to another day and a colleague; two at the same hour cannot both, and none moves', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visits = [await book(lea, practice, 540), await book(lea, practice, 600)];
  const moved = await lea.post('/appointments/move-together', {
    ...{ visits: visits.map(inHand), day: wednesday, resourceId: practice.leroy.resourceId },
  });
  expect(moved.body.appointments.map(where)).toEqual([
    [practice.leroy.resourceId, wednesday, 540, 555],
    [practice.leroy.resourceId, wednesday, 600, 615],
  ]);
  const clash = [
    await book(lea, practice, 660),
    await book(lea, practice, 660, { resourceId: practice.leroy.resourceId }),
  ];
  const refused = await lea.post('/appointments/move-together', {
    ...{ visits: clash.map(inHand), resourceId: practice.leroy.resourceId, shiftMin: 15 },
  });
  expect(refused.body.code).toBe('appointment.some_refused');
  const stayed = await placesOf(lea);
  expect(clash.map(({ id }) => stayed.get(id)?.startMin)).toEqual([660, 660]);
});

test('an undo is refused whole when one of the places is taken, or one visit changed since', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visits = [await book(lea, practice, 540), await book(lea, practice, 600)];
  const { body } = await lea.post('/appointments/move-together', { visits: visits.map(inHand), day: wednesday });
  await book(lea, practice, 600);
  const refused = await lea.post(`/acts/${body.act.id}/undo`, {});
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.slot_taken']);
  expect((await placesOf(lea, wednesday)).size).toBe(2);
});

test('bad input is a clear refusal: twice the same, a stale version, one that has begun, another practice’s, before midnight', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await book(lea, practice, 540);
  const twice = await lea.post('/appointments/swap', { first: inHand(visit), second: inHand(visit) });
  expect([twice.status, twice.body.code]).toEqual([422, 'appointment.same_visit_twice']);
  const stale = await lea.post('/appointments/move-together', {
    ...{ visits: [{ appointmentId: visit.id, version: 7 }], day: wednesday },
  });
  expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
  const early = await lea.post('/appointments/move-together', { visits: [inHand(visit)], shiftMin: -600 });
  expect(early.body.code).toBe('appointment.outside_opening_hours');
  const elsewhere = await t.given.deskWithTwoSecretaries();
  const foreign = await elsewhere.lea.post('/appointments/move-together', { visits: [inHand(visit)], day: wednesday });
  expect(foreign.status).toBe(404);
  await lea.act(`/appointments/${visit.id}/status`, visit.version, { to: 'arrived' }).expect(200);
  const begun = await lea.post('/appointments/move-together', {
    ...{ visits: [{ appointmentId: visit.id, version: visit.version + 1 }], day: wednesday },
  });
  expect([begun.status, begun.body.code]).toEqual([409, 'appointment.already_started']);
});

test('twenty desks swap the same two visits at once: one does, the others learn that it changed, nobody deadlocks', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  for (const startMin of [480, 495, 510, 525]) await book(lea, practice, startMin);
  const one = await book(lea, practice, 540);
  const other = await book(lea, practice, 600, { resourceId: practice.leroy.resourceId });
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const pair = index % 2 ? [one, other] : [other, one];
      const [first, second] = pair.map(inHand);
      return (index % 3 ? lea : sonia).post('/appointments/swap', { first, second });
    }),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 412)).toHaveLength(19);
});
