import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import { givenSeenVisit } from '../../../test/given-seen-visit.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const receiptOf = (desk: Desk, invoiceId: string) =>
  desk.get(`/invoices/${invoiceId}/receipt.pdf`).responseType('blob');

async function issued() {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const reply = await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'card', cents: 3000 }] });
  return { practice, lea, visit, invoiceId: reply.body.id as string };
}

test('the receipt is a PDF, and whoever prints it leaves a trace', async () => {
  const { practice, lea, visit, invoiceId } = await issued();
  const reply = await receiptOf(lea, invoiceId);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(reply.headers['content-disposition']).toBe('attachment; filename="F2026-000001.pdf"');
  expect(reply.body.subarray(0, 5).toString()).toBe('%PDF-');
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(`select * from audit_event where practice_id = $1 and action = 'invoice.open_receipt'`, [
      practice.id,
    ]),
  );
  expect(rows).toMatchObject([
    { account_id: lea.accountId, patient_id: visit.patient.id, subject_id: invoiceId, outcome: 'done' },
  ]);
});

test('no receipt for another practice, another role or an unknown invoice', async () => {
  const { practice, lea, visit, invoiceId } = await issued();
  const other = await t.given.deskWithTwoSecretaries();
  expect((await receiptOf(other.lea, invoiceId)).status).toBe(404);
  expect((await receiptOf(lea, visit.id)).status).toBe(404);
  const accountant = await t.given.desk(practice, ['accountant']);
  expect((await receiptOf(accountant, invoiceId)).status).toBe(403);
});
