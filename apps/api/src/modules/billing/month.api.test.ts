import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { givenSeenVisit } from '../../../test/given-seen-visit.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const month = '2026-03';

/** Lines of a file without its first bytes and its heads; no cell of these stories holds a separator. */
async function cellsOf(desk: Desk, file: string): Promise<string[][]> {
  const reply = await desk.get(`/exports/${month}/${file}`);
  expect(reply.status).toBe(200);
  expect(reply.text.startsWith('\uFEFF')).toBe(true);
  expect(reply.text.endsWith('\r\n')).toBe(true);
  const lines = reply.text.slice(1).split('\r\n').slice(0, -1);
  return lines.slice(1).map((line) => line.split(';'));
}

const centsOf = (cell: string | undefined) => Math.round(Number(cell?.replace(',', '.')) * 100);
const sumOf = (rows: string[][], column: number) => rows.reduce((total, row) => total + centsOf(row[column]), 0);

async function morning() {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const accountant = await t.given.desk(practice, ['accountant']);
  const visits = [
    await givenSeenVisit(t, practice, lea, { patient: { usedName: 'SECRET', firstName: 'Marie' } }),
    await givenSeenVisit(t, practice, lea, { startMin: 600, patient: { birthDate: '2022-01-15', thirdParty: 'amo' } }),
    await givenSeenVisit(t, practice, lea, { column: practice.leroy, patient: { thirdParty: 'amo' } }),
  ];
  const bodies = [
    { payments: [{ method: 'cheque', cents: 3000, chequeNumber: '0012345', chequeBank: '=HYPERLINK("http://evil")' }] },
    { payments: [{ method: 'cash', cents: 1050, givenCents: 2000 }] },
    { payments: [{ method: 'card', cents: 400 }], outstandingReason: 'Madame SECRET repasse jeudi' },
  ];
  for (const [at, visit] of visits.entries()) {
    expect((await lea.act(`${visit.path}/invoice`, 1, bodies[at])).status).toBe(201);
  }
  return { practice, lea, accountant, visits };
}

test('the summary equals the sums of both files, to the cent', async () => {
  const { accountant } = await morning();
  const summary = (await accountant.get(`/exports/${month}`)).body;
  expect(summary).toMatchObject({
    ...{ month, invoiceCount: 3, invoicedCents: 9500, amoCents: 4550, amcCents: 0, patientCents: 4950 },
    ...{ paymentCount: 3, paidCents: 4450, outstandingCents: 500 },
    byMethod: [
      { method: 'cheque', count: 1, cents: 3000 },
      { method: 'cash', count: 1, cents: 1050 },
      { method: 'card', count: 1, cents: 400 },
    ],
    byPractitioner: [
      { practitionerName: 'Dr Hélène MARTIN', count: 2, cents: 6500 },
      { practitionerName: 'Dr Karim LEROY', count: 1, cents: 3000 },
    ],
  });
  const invoices = await cellsOf(accountant, 'factures.csv');
  expect(invoices).toHaveLength(summary.invoiceCount);
  expect([8, 9, 10, 11, 12, 13].map((column) => sumOf(invoices, column))).toEqual([
    ...[summary.invoicedCents, summary.amoCents, summary.amcCents, summary.patientCents],
    ...[summary.paidCents, summary.outstandingCents],
  ]);
  const payments = await cellsOf(accountant, 'paiements.csv');
  expect([payments.length, sumOf(payments, 6)]).toEqual([summary.paymentCount, summary.paidCents]);
});

test('a line of the books: numbers, French dates and amounts, a code for the patient and never a name', async () => {
  const { practice, accountant, visits } = await morning();
  const invoices = await cellsOf(accountant, 'factures.csv');
  const code = `P${String(visits[1]?.patient.number).padStart(6, '0')}`;
  expect(invoices.find((row) => row[5] === code)).toEqual([
    ...[
      'F2026-000002',
      '02/03/2026',
      '02/03/2026',
      'Dr Hélène MARTIN',
      '999000003',
      code,
      'G, MEG',
      'assurance maladie',
    ],
    ...['35,00', '24,50', '0,00', '10,50', '10,50', '0,00'],
  ]);
  const text = JSON.stringify([invoices, await cellsOf(accountant, 'paiements.csv')]);
  expect(text).not.toMatch(/SECRET|DURAND|Marie/);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(`select roles from audit_event where practice_id = $1 and action = 'billing.export'`, [practice.id]),
  );
  expect(rows).toEqual([{ roles: ['accountant'] }, { roles: ['accountant'] }]);
});

test('what a spreadsheet would run is text', async () => {
  const { accountant } = await morning();
  const reply = await accountant.get(`/exports/${month}/paiements.csv`);
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(reply.headers['content-disposition']).toBe('attachment; filename="paiements-2026-03.csv"');
  expect(reply.text).toContain(`;chèque;30,00;0012345;"'=HYPERLINK(""http://evil"")"\r\n`);
  expect(reply.text).not.toMatch(/(^|;)"?[=+@]/m);
});

test('another month, another practice: nothing of this one', async () => {
  const { accountant } = await morning();
  const february = (await accountant.get('/exports/2026-02')).body;
  expect(february).toMatchObject({ invoiceCount: 0, invoicedCents: 0, byMethod: [], byPractitioner: [] });
  const other = await t.given.desk(await t.given.practice(), ['accountant']);
  expect((await other.get(`/exports/${month}`)).body.invoiceCount).toBe(0);
  expect(await cellsOf(other, 'factures.csv')).toEqual([]);
});

test('a month that has not begun has no books', async () => {
  const accountant = await t.given.desk(await t.given.practice(), ['accountant']);
  for (const path of ['/exports/2026-04', '/exports/2026-04/factures.csv']) {
    const reply = await accountant.get(path);
    expect([reply.status, reply.body.code]).toEqual([422, 'export.month_not_started']);
  }
  expect((await accountant.get('/exports/2026-13')).status).toBe(422);
});

test('the desk exports nothing, and an admin types her password first', async () => {
  const { practice, lea } = await morning();
  const nurse = await t.given.desk(practice, ['nurse']);
  for (const desk of [lea, nurse]) {
    expect((await desk.get(`/exports/${month}`)).status).toBe(403);
    expect((await desk.get(`/exports/${month}/factures.csv`)).status).toBe(403);
  }
  const admin = await t.given.desk(practice, ['admin']);
  expect((await admin.get(`/exports/${month}`)).status).toBe(200);
  const refused = await admin.get(`/exports/${month}/factures.csv`);
  expect([refused.status, refused.body.code]).toEqual([403, 'session.step_up_required']);
  await t.owner.query('update app.session set stepped_up_at = now() where account_id = $1', [admin.accountId]);
  expect(await cellsOf(admin, 'factures.csv')).toHaveLength(3);
});

test('thousands of rows come in pieces, whole, in order, and leave no connection behind', async () => {
  const { practice, accountant } = await morning();
  await givenManyInvoices(practice, 2600);
  const { invoicedCents, invoiceCount } = (await accountant.get(`/exports/${month}`)).body;
  // Twelve in all: more than the pool has connections.
  const round = () => Promise.all(Array.from({ length: 6 }, () => cellsOf(accountant, 'factures.csv')));
  const files = [...(await round()), ...(await round())];
  for (const rows of files) expect([rows.length, sumOf(rows, 8)]).toEqual([invoiceCount, invoicedCents]);
  expect(invoiceCount).toBe(2603);
  const numbers = files[0]?.filter((row) => row[3] === 'Dr Karim LEROY').map((row) => row[0]);
  expect(numbers).toEqual([...(numbers ?? [])].sort());
});

/** Rows of one patient, each with a visit of its own, without the two thousand requests. */
async function givenManyInvoices(practice: GivenPractice, count: number): Promise<void> {
  const { id: patientId } = await t.given.patient(practice);
  const ids = Array.from({ length: count }, () => uuid());
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day, start_min,
         duration_min, starts_at, ends_at, status, source, created_by, created_at)
       select $1, id, $2, $3, $4, $5, '2026-03-02', 480, 15, now(), now() + interval '15 min', 'done', 'desk', id, now()
         from unnest($6::uuid[]) as id`,
      [practice.id, practice.leroy.resourceId, practice.leroy.practitionerId, practice.consultation, patientId, ids],
    );
    await t.owner.query(
      `insert into invoice (practice_id, id, billing_entity_id, practitioner_id, appointment_id, patient_id, year,
         sequence, issued_at, issued_on, visit_on, third_party, total_cents, amo_cents, amc_cents, patient_cents,
         participation_cents, paid_back_cents, issued_by, issued_by_name)
       select $1, id, $2, $3, id, $4, 2026, 1000 + place, now(), '2026-03-02', '2026-03-02', 'none', 3000 + place, 0, 0,
         3000 + place, 0, 0, id, 'X' from unnest($5::uuid[]) with ordinality as t(id, place)`,
      [practice.id, practice.leroy.billingEntityId, practice.leroy.practitionerId, patientId, ids],
    );
  });
}
