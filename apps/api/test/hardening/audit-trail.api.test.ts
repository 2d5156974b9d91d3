import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../desk.js';
import type { GivenPatient, GivenPractice } from '../given.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;
let sonia: Desk;
let patient: GivenPatient;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  ({ practice, lea, sonia } = await t.given.deskWithTwoSecretaries());
  patient = await t.given.patient(practice);
});

interface Trace {
  action: string;
  outcome: 'done' | 'refused';
  account_id: string;
  roles: string[];
  patient_id: string | null;
  subject_id: string | null;
}

async function journal(): Promise<Trace[]> {
  const { rows } = await t.given.within(practice, () =>
    t.owner.query<Trace>('select * from audit_event where practice_id = $1 order by at, id', [practice.id]),
  );
  return rows;
}

const person = { birthName: 'JOURNAL', firstName: 'Ève', sex: 'F', birthDate: '1990-01-01', withoutPhone: true };
const motif = { name: 'Bilan', shortName: 'Bilan', minutes: 15, color: 'consult', place: 'practice', active: true };
const slot = (startMin: number) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ day: '2026-03-03', startMin, durationMin: 15 },
});
const absence = () => ({
  ...{ resourceId: practice.martin.resourceId, fromDay: '2026-04-01', fromMin: 0, toDay: '2026-04-02', toMin: 0 },
  ...{ reason: 'leave', note: '' },
});

test('each write is one row, in its own transaction: who, in which roles, what, which patient', async () => {
  const booked = (await lea.post('/appointments', slot(540))).body;
  const path = `/appointments/${booked.appointment.id}`;
  await lea.act(`${path}/move`, 1, slot(600));
  await lea.put(path, { motifId: practice.consultation, note: '', urgent: true }, 2);
  await lea.act(`${path}/status`, 3, { to: 'confirmed' });
  const cancelled = await lea.act(`${path}/cancel`, 4, { by: 'patient' });
  await lea.post(`/acts/${cancelled.body.act.id}/undo`);
  const created = (await lea.post('/patients', person)).body;
  await lea.put(`/patients/${created.id}`, { ...person, street: '1 rue Basse' }, 1);
  await lea.put(`/resources/${practice.martin.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 5 });
  const away = (await lea.post('/absences', absence())).body.absence;
  await lea.delete(`/absences/${away.id}`);
  const made = (await sonia.post('/motifs', { ...motif, resourceIds: [practice.martin.resourceId], usualActs: [] }))
    .body;
  await sonia.put(`/motifs/${made.id}`, { ...motif, resourceIds: [practice.leroy.resourceId], usualActs: [] }, 1);
  await sonia.put(`/resources/${practice.leroy.resourceId}/opening-hours`, { hours: [] }, 1);
  const rows = await journal();
  const visit = booked.appointment.id;
  expect(rows.map((row) => [row.action, row.outcome, row.patient_id, row.subject_id])).toEqual([
    ...[
      'appointment.book',
      'appointment.move',
      'appointment.edit',
      'appointment.change_status',
      'appointment.cancel',
    ].map((action) => [action, 'done', patient.id, visit]),
    ['planning.undo', 'done', patient.id, visit],
    ['patient.create', 'done', created.id, null],
    ['patient.edit', 'done', created.id, null],
    ['planning.set_lateness', 'done', null, practice.martin.resourceId],
    ['practice.add_absence', 'done', null, away.id],
    ['practice.remove_absence', 'done', null, away.id],
    ['practice.add_motif', 'done', null, made.id],
    ['practice.edit_motif', 'done', null, made.id],
    ['practice.save_opening_hours', 'done', null, practice.leroy.resourceId],
  ]);
  expect(rows[0]).toMatchObject({ account_id: lea.accountId, roles: ['secretary'] });
  expect(rows.at(-1)).toMatchObject({ account_id: sonia.accountId, roles: ['secretary', 'coordinator'] });
});

test('money: the draft, the invoice, the receipt, the export', async () => {
  const visit = await givenSeenVisit(t, practice, lea);
  const before = (await journal()).length;
  await lea.put(`${visit.path}/charge`, { lines: [{ code: 'G', quantity: 1 }], thirdParty: 'none' }, 1);
  const invoice = (await lea.act(`${visit.path}/invoice`, 2, { payments: [{ method: 'card', cents: 3000 }] })).body;
  await lea.get(`/invoices/${invoice.id}/receipt.pdf`);
  const accountant = await t.given.desk(practice, ['accountant']);
  await accountant.get('/exports/2026-03/paiements.csv');
  expect((await journal()).slice(before).map((row) => [row.action, row.patient_id, row.subject_id])).toEqual([
    ['billing.edit_charge', visit.patient.id, visit.id],
    ['billing.issue_invoice', visit.patient.id, invoice.id],
    ['invoice.open_receipt', visit.patient.id, invoice.id],
    ['billing.export', null, null],
  ]);
});

test('audited reads are one row each; other reads none', async () => {
  await lea.get(`/patients/${patient.id}`);
  await lea.get(`/patients/${patient.id}/phone`);
  await lea.get('/days/2026-03-02');
  await lea.post('/patients/search', { text: 'durand' });
  await lea.post('/free-slots', { durationMin: 15, fromDay: '2026-03-03' });
  expect((await journal()).map((row) => [row.action, row.outcome, row.patient_id])).toEqual([
    ['patient.open_file', 'done', patient.id],
    ['patient.reveal_phone', 'done', patient.id],
  ]);
});

describe('what did not happen', () => {
  test('a refused right leaves one row that says so: in a read, a write, a file, a step-up', async () => {
    const nurse = await t.given.desk(practice, ['nurse']);
    const admin = await t.given.desk(practice, ['admin']);
    const remote = await t.given.desk(practice, ['remote_secretary']);
    await nurse.get('/till/2026-03-02');
    await nurse.post('/patients', person);
    await lea.get('/exports/2026-03/factures.csv');
    await admin.get('/exports/2026-03/factures.csv');
    await remote.post('/appointments', { ...slot(540), walkIn: true });
    expect((await journal()).map((row) => [row.action, row.outcome, row.account_id])).toEqual([
      ['billing.read_till', 'refused', nurse.accountId],
      ['patient.create', 'refused', nurse.accountId],
      ['billing.export_month', 'refused', lea.accountId],
      ['billing.export_month', 'refused', admin.accountId],
      ['appointment.book', 'refused', remote.accountId],
    ]);
  });

  test('a place that was taken, an old version, a wrong shape, an unknown id leave none; nor does a second sending', async () => {
    const key = crypto.randomUUID();
    const { body } = await lea.post('/appointments', slot(540), key);
    await lea.post('/appointments', slot(540), key);
    await sonia.post('/appointments', slot(540));
    await sonia.act(`/appointments/${body.appointment.id}/cancel`, 9, { by: 'patient' });
    await sonia.post('/appointments', {});
    await lea.get(`/patients/${practice.id}`);
    expect((await journal()).map(({ action }) => action)).toEqual(['appointment.book']);
  });

  test('another practice’s door leaves nothing in either journal', async () => {
    const stranger = await t.given.desk(await t.given.practice());
    expect((await stranger.raw('get', `/practices/${practice.id}/patients/${patient.id}`)).status).toBe(404);
    expect(await journal()).toEqual([]);
  });
});

test('no trace, no body: a file that cannot be journalled is not opened', async () => {
  await t.owner.query('alter table audit_event rename to hidden');
  const file = await lea.get(`/patients/${patient.id}`);
  const write = await lea.post('/patients', person);
  await t.owner.query('alter table hidden rename to audit_event');
  expect([file.status, file.body.code, write.status]).toEqual([503, 'audit.unavailable', 500]);
  expect(file.text).not.toContain('DURAND');
  expect((await lea.post('/patients/search', { text: 'journal' })).body.hits).toEqual([]);
});
