import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { appUrl } from '../../../test/database.js';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { givenSeenVisit, type SeenVisit } from '../../../test/given-seen-visit.js';
import { mondayMorning, startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const card = (cents: number) => ({ payments: [{ method: 'card', cents }] });
const issue = (desk: Desk, visit: SeenVisit, body: object, version = 1) =>
  desk.act(`${visit.path}/invoice`, version, body);

async function rows(practice: GivenPractice, sql: string) {
  return (await t.given.within(practice, () => t.owner.query(sql, [practice.id]))).rows;
}

test('the payment settles the visit and gives the first number of the year', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const reply = await issue(lea, visit, card(3000));
  expect(reply.status).toBe(201);
  expect(reply.body).toMatchObject({
    ...{ number: 'F2026-000001', issuedAt: '2026-03-02T08:00:00.000Z', totalCents: 3000, patientCents: 3000 },
    ...{ paidCents: 3000, outstandingCents: 0, changeCents: 0 },
  });
  expect((await lea.get(visit.path)).body.appointment).toMatchObject({ status: 'done', dueCents: null });
  const again = await lea.get(`${visit.path}/charge`);
  expect([again.status, again.body.code, again.body.details.invoiceId]).toEqual([
    ...[409, 'charge.already_issued', reply.body.id],
  ]);
  const [trace] = await rows(
    practice,
    `select * from audit_event where practice_id = $1 and action like 'billing.issue%'`,
  );
  expect(trace).toMatchObject({ patient_id: visit.patient.id, subject_id: reply.body.id, outcome: 'done' });
});

test('cash is changed, a cheque keeps its number, and several means add up', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const payments = [
    { method: 'cash', cents: 1328, givenCents: 2000, chequeBank: 'ignored' },
    { method: 'cheque', cents: 1672, chequeNumber: '0012345', chequeBank: 'Banque Postale' },
  ];
  const reply = await issue(lea, visit, { payments });
  expect(reply.body).toMatchObject({ paidCents: 3000, changeCents: 672 });
  const paid = await rows(practice, 'select * from payment where practice_id = $1 order by cents');
  expect(paid).toMatchObject([
    { method: 'cash', cents: 1328, given_cents: 2000, cheque_bank: '' },
    { method: 'cheque', cents: 1672, given_cents: null, cheque_number: '0012345', cheque_bank: 'Banque Postale' },
  ]);
});

test('nothing due is settled without a payment', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = { thirdParty: 'full' as const, complementaryName: 'Harmonie' };
  const visit = await givenSeenVisit(t, practice, lea, { patient });
  const reply = await issue(lea, visit, { payments: [] });
  expect(reply.body).toMatchObject({ amoCents: 2100, amcCents: 900, patientCents: 0, outstandingCents: 0 });
});

test.each([
  ['payment.exceeds_due', card(3001)],
  ['payment.outstanding_reason_required', card(2999)],
  ['payment.outstanding_reason_required', { payments: [], outstandingReason: '  ' }],
  ['payment.given_too_little', { payments: [{ method: 'cash', cents: 3000, givenCents: 2000 }] }],
])('refuses %s and leaves the draft', async (code, body) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const reply = await issue(lea, visit, body);
  expect([reply.status, reply.body.code]).toEqual([422, code]);
  expect((await lea.get(`${visit.path}/charge`)).status).toBe(200);
  expect(await rows(practice, 'select * from invoice where practice_id = $1')).toEqual([]);
});

test('a part left due with its reason is shown the next time the patient comes', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const first = await givenSeenVisit(t, practice, lea);
  const reply = await issue(lea, first, { ...card(2000), outstandingReason: 'Carte refusée' });
  expect(reply.body).toMatchObject({ paidCents: 2000, outstandingCents: 1000 });
  const next = await givenSeenVisit(t, practice, lea, { of: first.patient, startMin: 600 });
  const charge = (await lea.get(`${next.path}/charge`)).body;
  expect(charge.earlierOutstandingCents).toBe(1000);
  expect(charge.earlierInvoices).toMatchObject([{ number: 'F2026-000001', methods: ['card'], outstandingCents: 1000 }]);
  expect(charge.favourites).toEqual(['G']);
});

test('an empty draft has no invoice', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  await lea.put(`${visit.path}/charge`, { lines: [], thirdParty: 'none' }, 1);
  const reply = await issue(lea, visit, { payments: [] }, 2);
  expect([reply.status, reply.body.code]).toEqual([422, 'charge.empty']);
});

test('whoever saw an older draft is refused', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  await sonia.put(`${visit.path}/charge`, { lines: [{ code: 'VG', quantity: 1 }], thirdParty: 'none' }, 1);
  const reply = await issue(lea, visit, card(3000));
  expect([reply.status, reply.body.code]).toEqual([412, 'version.stale']);
});

test('sent twice, the same request has one effect and the same answer', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const key = randomUUID();
  const send = () => lea.act(`${visit.path}/invoice`, 1, card(3000), key);
  const first = await send();
  const second = await send();
  expect([second.status, second.headers['idempotency-replayed']]).toEqual([201, 'true']);
  expect(second.body).toEqual(first.body);
  expect(await rows(practice, 'select * from payment where practice_id = $1')).toHaveLength(1);
});

test('two desks take the same payment: one does, the other learns that it was done', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const replies = await Promise.all([issue(lea, visit, card(3000)), issue(sonia, visit, card(3000))]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [won, lost] = replies.sort((a, b) => a.status - b.status);
  expect([lost?.body.code, lost?.body.details.invoiceId]).toEqual(['charge.already_issued', won?.body.id]);
  expect(await rows(practice, 'select * from payment where practice_id = $1')).toHaveLength(1);
});

test('twenty desks at once: each biller’s numbers follow without a gap, refused ones take none', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visits: SeenVisit[] = [];
  for (const column of [practice.martin, practice.leroy]) {
    for (let at = 0; at < 10; at += 1) {
      visits.push(await givenSeenVisit(t, practice, lea, { column, startMin: 560 + 15 * at }));
    }
  }
  const replies = await Promise.all(
    visits.map((visit, at) => issue(at % 2 ? lea : sonia, visit, at % 5 === 0 ? card(3001) : card(3000))),
  );
  expect(replies.filter(({ status }) => status === 422)).toHaveLength(4);
  const numbers = await rows(
    practice,
    'select billing_entity_id, array_agg(sequence order by sequence) as taken from invoice where practice_id = $1 group by 1',
  );
  expect(numbers.map(({ taken }) => taken)).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1, 2, 3, 4, 5, 6, 7, 8],
  ]);
});

test('numbers start again with the civil year of the practice’s own clock', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const [first, second] = [
    await givenSeenVisit(t, practice, lea),
    await givenSeenVisit(t, practice, lea, { startMin: 600 }),
  ];
  t.clock.moveTo(new Date('2026-12-31T22:30:00Z'));
  const before = await issue(lea, first, card(3000));
  t.clock.moveTo(new Date('2026-12-31T23:30:00Z'));
  const after = await issue(lea, second, card(3000));
  t.clock.moveTo(mondayMorning);
  expect([before.body.number, after.body.number]).toEqual(['F2026-000001', 'F2027-000001']);
});

test('the application cannot change what is issued', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await issue(lea, await givenSeenVisit(t, practice, lea), card(3000));
  const app = new pg.Client({ connectionString: appUrl(t.database) });
  await app.connect();
  const attempts = ['invoice', 'invoice_line', 'payment'].flatMap((table) => [
    `update ${table} set practice_id = practice_id`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ]);
  const codes = [];
  for (const attempt of attempts) codes.push(await app.query(attempt).catch(({ code }) => code));
  await app.end();
  expect(codes).toEqual(attempts.map(() => '42501'));
});

test('a professional’s participations of one day stop at the cap', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const first = await givenSeenVisit(t, practice, lea);
  await lea.put(`${first.path}/charge`, { lines: [{ code: 'G', quantity: 3 }], thirdParty: 'none' }, 1);
  await issue(lea, first, card(9000), 2);
  const next = await givenSeenVisit(t, practice, lea, { of: first.patient, startMin: 600 });
  const lines = [{ code: 'G', quantity: 2 }];
  const charge = await lea.put(`${next.path}/charge`, { lines, thirdParty: 'none' }, 1);
  expect(charge.body.split).toMatchObject({ participationCents: 200, paidBackCents: 4000 });
});
