import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { GivenPatient, GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let patient: GivenPatient;

beforeAll(async () => {
  t = await startTestApp();
  practice = await t.given.practice();
  patient = await t.given.patient(practice, { phone: '+33639981047' });
  await issueInvoice(3000, 900, 500);
});
afterAll(() => t.close());

async function issueInvoice(totalCents: number, patientCents: number, paidCents: number): Promise<void> {
  const [appointment, invoice] = [uuid(), uuid()];
  const { martin } = practice;
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day,
         start_min, duration_min, starts_at, ends_at, status, source, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, '2026-02-03', 540, 15, '2026-02-03T08:00Z', '2026-02-03T08:15Z', 'done', 'desk',
         $2, '2026-02-03T08:00Z')`,
      [practice.id, appointment, martin.resourceId, martin.practitionerId, practice.consultation, patient.id],
    );
    await t.owner.query(
      `insert into invoice (practice_id, id, billing_entity_id, practitioner_id, appointment_id, patient_id, year,
         sequence, issued_at, issued_on, visit_on, third_party, total_cents, amo_cents, amc_cents, patient_cents,
         participation_cents, paid_back_cents, issued_by, issued_by_name)
       values ($1, $2, $3, $4, $5, $6, 2026, 12, '2026-02-03T08:20Z', '2026-02-03', '2026-02-03', 'amo', $7::int,
         $7::int - $8::int, 0, $8::int, 0, 0, $2, 'Léa')`,
      [
        practice.id,
        invoice,
        martin.billingEntityId,
        martin.practitionerId,
        appointment,
        patient.id,
        totalCents,
        patientCents,
      ],
    );
    await t.owner.query(
      `insert into payment (practice_id, id, invoice_id, method, cents, received_at, received_on, received_by)
       values ($1, $2, $3, 'card', $4, '2026-02-03T08:20Z', '2026-02-03', $2)`,
      [practice.id, uuid(), invoice, paidCents],
    );
  });
}

async function audited(action: string): Promise<number> {
  return t.given.within(practice, async () => {
    const { rows } = await t.owner.query(
      `select count(*)::int as count from audit_event
        where practice_id = $1 and patient_id = $2 and action = $3 and outcome = 'done'`,
      [practice.id, patient.id, action],
    );
    return rows[0].count;
  });
}

test('opening a file tells what is owed, with the phone masked, and leaves a trace', async () => {
  const lea = await t.given.desk(practice);
  const before = await audited('patient.open_file');
  const reply = await lea.get(`/patients/${patient.id}`).expect(200);
  expect(reply.body).toMatchObject({
    patient: { birthName: 'DURAND', birthPlace: null, commune: null, birthDate: '1980-05-17' },
    outstandingCents: 400,
    invoices: [{ number: 'F2026-000012', issuedOn: '2026-02-03', totalCents: 3000, outstandingCents: 400 }],
  });
  expect(reply.body.patient.phoneMasked).toMatch(/^06.••.••.••.47$/u);
  expect(await audited('patient.open_file')).toBe(before + 1);
});

test.each([
  ['nurse', false],
  ['practitioner', false],
  ['admin', true],
] as const)('a %s reads the identity; the account only by right: %s', async (role, seesAccount) => {
  const desk = await t.given.desk(practice, [role]);
  const { body } = await desk.get(`/patients/${patient.id}`).expect(200);
  expect(body.patient.birthName).toBe('DURAND');
  expect([body.invoices.length, body.outstandingCents]).toEqual(seesAccount ? [1, 400] : [0, null]);
});

test.each(['remote_secretary', 'accountant'] as const)('a %s opens no file', async (role) => {
  const desk = await t.given.desk(practice, [role]);
  await desk.get(`/patients/${patient.id}`).expect(403);
});

test('the whole number is shown on purpose, and the trace says so', async () => {
  const lea = await t.given.desk(practice);
  const { body } = await lea.get(`/patients/${patient.id}/phone`).expect(200);
  expect(body).toEqual({ phone: '+33639981047' });
  expect(await audited('patient.reveal_phone')).toBe(1);
});

test('an unknown patient and an id that is none are the same 404', async () => {
  const lea = await t.given.desk(practice);
  await lea.get(`/patients/${uuid()}`).expect(404);
  await lea.get('/patients/12').expect(404);
});

test('when the trace cannot be written, the file stays shut', async () => {
  const lea = await t.given.desk(practice);
  await t.owner.query('alter table audit_event add constraint refuse_all check (false) not valid');
  const reply = await lea.get(`/patients/${patient.id}`).expect(503);
  expect(reply.text).not.toContain('DURAND');
  await t.owner.query('alter table audit_event drop constraint refuse_all');
  await lea.get(`/patients/${patient.id}`).expect(200);
});
