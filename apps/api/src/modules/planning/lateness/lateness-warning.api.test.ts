import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AppointmentEvent } from '@pupitre/shared/planning/appointment.contract';
import type { LatenessWarning } from '@pupitre/shared/planning/lateness.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const today = '2026-03-02';

/** It is nine; Dr Martin has patients at 8:45, 9:30, 10:00 (arrived), 11:00 (confirmed) and 15:00. */
async function morning() {
  const desks = await t.given.deskWithTwoSecretaries();
  const at = (startMin: number, status = 'booked') =>
    givenVisit(t, desks.practice, { column: desks.practice.martin, day: today, startMin, status });
  const visits = {
    onHerWay: await at(525),
    soon: await at(570),
    there: await at(600, 'arrived'),
    later: await at(660, 'confirmed'),
    afternoon: await at(900),
    cancelled: await at(930, 'cancelled'),
  };
  return { ...desks, visits };
}

const late = (desk: Desk, { martin }: GivenPractice, addMinutes: number) =>
  desk.put(`/resources/${martin.resourceId}/lateness`, { day: today, addMinutes }).expect(200);
const warnings = async (desk: Desk): Promise<LatenessWarning[]> =>
  (await desk.get(`/days/${today}/lateness-warnings`).expect(200)).body.columns.flatMap(
    ({ lines }: { lines: LatenessWarning[] }) => lines,
  );
const told = (desk: Desk, id: string, minutes: number) => desk.put(`/appointments/${id}/lateness-notice`, { minutes });
const idsOf = (lines: readonly LatenessWarning[]) => lines.map(({ appointmentId }) => appointmentId);

test('a doctor twenty minutes late: who is still to come and not there is listed by time, with the hour to tell', async () => {
  const { practice, lea, visits } = await morning();
  expect(await warnings(lea)).toEqual([]);
  await late(lea, practice, 10);
  expect(await warnings(lea)).toEqual([]);
  await late(lea, practice, 10);
  const lines = await warnings(lea);
  expect(idsOf(lines)).toEqual([visits.soon, visits.later, visits.afternoon]);
  expect(lines[0]).toMatchObject({
    state: 'to_warn',
    startMin: 570,
    expectedAt: '2026-03-02T08:50:00.000Z',
    told: null,
  });
  expect(lines[0]?.phoneMasked).toMatch(/^06.••.••.••.34$/u);
});

test('told once; told again when it has grown by more than a quarter of an hour', async () => {
  const { practice, lea, sonia, visits } = await morning();
  await late(lea, practice, 20);
  expect((await told(lea, visits.later, 20).expect(200)).body).toMatchObject({ minutes: 20, by: 'Léa BERNARD' });
  const stateOf = async () => (await warnings(sonia)).find(({ appointmentId }) => appointmentId === visits.later);
  expect(await stateOf()).toMatchObject({ state: 'told', told: { minutes: 20, by: 'Léa BERNARD' } });
  await late(sonia, practice, 15);
  expect((await stateOf())?.state).toBe('told');
  await late(sonia, practice, 5);
  expect((await stateOf())?.state).toBe('to_warn_again');
  await told(sonia, visits.later, 40).expect(200);
  expect(await stateOf()).toMatchObject({ state: 'told', told: { minutes: 40, by: 'Sonia DUBREUIL' } });
});

test('two desks tell the same patient: the first one stands, and it can be taken back', async () => {
  const { practice, lea, sonia, visits } = await morning();
  await late(lea, practice, 20);
  await told(lea, visits.soon, 20).expect(200);
  expect((await told(sonia, visits.soon, 20).expect(200)).body.by).toBe('Léa BERNARD');
  await sonia.delete(`/appointments/${visits.soon}/lateness-notice`).expect(204);
  expect((await warnings(lea))[0]).toMatchObject({ appointmentId: visits.soon, state: 'to_warn' });
  await sonia.delete(`/appointments/${visits.soon}/lateness-notice`).expect(404);
});

test('told twenty, then forty; taken back, she knows of the twenty, as they were told', async () => {
  const { practice, lea, sonia, visits } = await morning();
  await late(lea, practice, 40);
  await told(lea, visits.later, 20).expect(200);
  await told(sonia, visits.later, 40).expect(200);
  await sonia.delete(`/appointments/${visits.later}/lateness-notice`).expect(204);
  const line = async () => (await warnings(lea)).find(({ appointmentId }) => appointmentId === visits.later);
  expect(await line()).toMatchObject({ state: 'to_warn_again', told: { minutes: 20, by: 'Léa BERNARD' } });
  await told(sonia, visits.later, 40).expect(200);
  expect(await line()).toMatchObject({ state: 'told', told: { minutes: 40, by: 'Sonia DUBREUIL' } });
  for (let calls = 0; calls < 2; calls += 1)
    await lea.delete(`/appointments/${visits.later}/lateness-notice`).expect(204);
  expect(await line()).toMatchObject({ state: 'to_warn', told: null });
  const { events } = (await lea.get(`/appointments/${visits.later}`)).body;
  expect(events.slice(-6).map(({ kind, details }: AppointmentEvent) => `${kind} ${details.minutes}`)).toEqual([
    ...['lateness_told 20', 'lateness_told 40', 'lateness_taken_back 40', 'lateness_told 40'],
    ...['lateness_taken_back 40', 'lateness_taken_back 20'],
  ]);
});

test('a visit moved to another hour of the day is to be called again; moved back, she knows', async () => {
  const { practice, lea, visits } = await morning();
  await late(lea, practice, 20);
  await told(lea, visits.later, 20).expect(200);
  const line = async () => (await warnings(lea)).find(({ appointmentId }) => appointmentId === visits.later);
  const move = { resourceId: practice.martin.resourceId, day: today, startMin: 690, durationMin: 15 };
  const { body } = await lea.act(`/appointments/${visits.later}/move`, 1, move).expect(200);
  expect(await line()).toMatchObject({ state: 'to_warn', told: null, startMin: 690 });
  expect((await told(lea, visits.later, 20).expect(200)).body.minutes).toBe(20);
  expect((await line())?.state).toBe('told');
  await lea.delete(`/appointments/${visits.later}/lateness-notice`).expect(204);
  await lea.post(`/acts/${body.act.id}/undo`).expect(200);
  expect(await line()).toMatchObject({ state: 'told', startMin: 660 });
});

test('it is today by the clock of the column: an island’s patients are called on their own day', async () => {
  const { practice, lea } = await morning();
  await t.given.within(practice, () =>
    t.owner.query(`update site set zone = 'Indian/Reunion' where practice_id = $1`, [practice.id]),
  );
  const tomorrow = '2026-03-03';
  const id = await givenVisit(t, practice, { column: practice.martin, day: tomorrow, startMin: 720, status: 'booked' });
  const start = t.clock.now();
  try {
    // 22:30 in Paris is half past one of the next day there.
    t.clock.moveTo(new Date('2026-03-02T22:30:00+01:00'));
    await lea.put(`/resources/${practice.martin.resourceId}/lateness`, { day: tomorrow, addMinutes: 20 }).expect(200);
    const { columns } = (await lea.get(`/days/${tomorrow}/lateness-warnings`).expect(200)).body;
    expect(columns).toMatchObject([{ minutes: 20, lines: [{ appointmentId: id, state: 'to_warn' }] }]);
    await told(lea, id, 20).expect(200);
    expect((await lea.get(`/days/${tomorrow}/lateness-warnings`)).body.columns[0].lines[0].state).toBe('told');
    expect((await lea.get(`/days/${today}/lateness-warnings`)).body.columns).toEqual([]);
  } finally {
    t.clock.moveTo(start);
  }
});

test('somebody who comes leaves the list', async () => {
  const { practice, lea, visits } = await morning();
  await late(lea, practice, 20);
  await lea.act(`/appointments/${visits.soon}/status`, 1, { to: 'arrived' }).expect(200);
  expect(idsOf(await warnings(lea))).toEqual([visits.later, visits.afternoon]);
});

test('what was told before the visit was moved to today was about another lateness', async () => {
  const { practice, lea, visits } = await morning();
  await late(lea, practice, 20);
  await told(lea, visits.later, 20).expect(200);
  await t.given.within(practice, () =>
    t.owner.query(`update lateness_notice set minutes = 90, at = at - interval '3 days' where practice_id = $1`, [
      practice.id,
    ]),
  );
  const line = async () => (await warnings(lea)).find(({ appointmentId }) => appointmentId === visits.later);
  expect(await line()).toMatchObject({ state: 'to_warn', told: null });
  expect((await told(lea, visits.later, 20).expect(200)).body.minutes).toBe(20);
  expect((await line())?.state).toBe('told');
});

test('the call list gives the whole numbers of those still to tell, and the access journal keeps it', async () => {
  const { practice, lea, visits } = await morning();
  await late(lea, practice, 20);
  await told(lea, visits.soon, 20).expect(200);
  const list = `/resources/${practice.martin.resourceId}/days/${today}/lateness-call-list`;
  expect((await lea.get(list).expect(200)).body.phones).toEqual([
    { appointmentId: visits.later, phone: '+33639981234' },
    { appointmentId: visits.afternoon, phone: '+33639981234' },
  ]);
  const traces = await t.given.within(practice, () =>
    t.owner.query(`select subject_id from audit_event where practice_id = $1 and action = 'lateness.call_list'`, [
      practice.id,
    ]),
  );
  expect(traces.rows).toEqual([{ subject_id: practice.martin.resourceId }]);
});

test('another day has nobody to warn, and another practice sees and notes nothing', async () => {
  const { practice, lea, visits } = await morning();
  const { lea: stranger } = await t.given.deskWithTwoSecretaries();
  await late(lea, practice, 20);
  expect((await lea.get('/days/2026-03-03/lateness-warnings').expect(200)).body.columns).toEqual([]);
  expect(await warnings(stranger)).toEqual([]);
  await told(stranger, visits.soon, 20).expect(404);
  await stranger.delete(`/appointments/${visits.soon}/lateness-notice`).expect(404);
  await stranger
    .get(`/resources/${practice.martin.resourceId}/days/${today}/lateness-call-list`)
    .expect(200, { phones: [] });
  expect((await told(lea, visits.soon, 0).expect(422)).body.code).toBe('request.invalid');
});
