import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenSeenVisit } from '../../../test/given-seen-visit.js';
import { givenVisit } from '../../../test/given-visits.js';
import { mondayMorning, startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const today = '2026-03-02';

test('the till shows who has to pay in the order they came out, those of earlier days first', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  t.clock.moveTo(new Date('2026-03-02T09:40:00+01:00'));
  const second = await givenSeenVisit(t, practice, lea, {
    startMin: 600,
    patient: { usedName: 'PETIT', firstName: 'Jean' },
  });
  t.clock.moveTo(new Date('2026-03-02T09:20:00+01:00'));
  const first = await givenSeenVisit(t, practice, lea, { startMin: 620, patient: { thirdParty: 'amo' } });
  t.clock.moveTo(mondayMorning);
  const forgotten = await givenVisit(t, practice, {
    ...{ column: practice.leroy, day: '2026-02-27', startMin: 600, status: 'to_collect' },
  });
  const till = await lea.get(`/till/${today}`);
  expect(till.body.toCollect).toMatchObject([
    { appointmentId: forgotten, day: '2026-02-27', dueCents: 3000, seenAt: null },
    { appointmentId: first.id, dueCents: 900, thirdParty: 'amo' },
    { appointmentId: second.id, dueCents: 3000, patientName: 'PETIT', patientFirstName: 'Jean' },
  ]);
  expect((await lea.get('/till/2026-02-27')).body.toCollect).toHaveLength(1);
});

test('what was collected adds up by means of payment, the latest settled first', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const [one, two] = [
    await givenSeenVisit(t, practice, lea),
    await givenSeenVisit(t, practice, lea, { column: practice.leroy }),
  ];
  await lea.act(`${one.path}/invoice`, 1, { payments: [{ method: 'cash', cents: 3000, givenCents: 5000 }] });
  t.clock.moveTo(new Date('2026-03-02T09:30:00+01:00'));
  const payments = [
    { method: 'cash', cents: 500 },
    { method: 'card', cents: 2000 },
  ];
  await lea.act(`${two.path}/invoice`, 1, { payments, outstandingReason: 'Reviendra jeudi' });
  t.clock.moveTo(mondayMorning);
  const till = (await lea.get(`/till/${today}`)).body;
  expect(till).toMatchObject({
    toCollect: [],
    settled: [
      { methods: ['card', 'cash'], paidCents: 2500, outstandingCents: 500, number: 'F2026-000001' },
      { methods: ['cash'], paidCents: 3000, outstandingCents: 0, number: 'F2026-000001' },
    ],
    collectedCents: 5500,
    byMethod: [
      { method: 'card', cents: 2000 },
      { method: 'cash', cents: 3500 },
    ],
  });
  expect((await lea.get('/till/2026-03-03')).body).toMatchObject({ settled: [], collectedCents: 0 });
});

test('the till is the desk’s: neither another practice’s nor other roles’', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await givenSeenVisit(t, practice, lea);
  const other = await t.given.deskWithTwoSecretaries();
  expect((await other.lea.get(`/till/${today}`)).body.toCollect).toEqual([]);
  expect((await other.lea.raw('get', `/practices/${practice.id}/till/${today}`)).status).toBe(404);
  for (const role of ['nurse', 'accountant', 'admin', 'practitioner'] as const) {
    const desk = await t.given.desk(practice, [role]);
    expect([role, (await desk.get(`/till/${today}`)).status]).toEqual([role, 403]);
  }
});
