import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../desk.js';
import type { GivenPractice } from '../given.js';
import { givenSeenVisit, type SeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let mine: { practice: GivenPractice; desk: Desk; visit: SeenVisit; bookedId: string };
let other: typeof mine & { absenceId: string; invoiceId: string; feedId: string; outsideId: string };
beforeAll(async () => {
  t = await startTestApp();
  mine = await busyPractice('ICI');
  const theirs = await busyPractice('AILLEURS');
  const { practice, desk, visit } = theirs;
  const invoiced = await givenSeenVisit(t, practice, desk, { startMin: 600, of: visit.patient });
  const invoice = await desk.act(`${invoiced.path}/invoice`, 1, { payments: [{ method: 'card', cents: 3000 }] });
  const absence = await desk.post('/absences', absenceOf(practice.martin.resourceId));
  const feed = await desk.post('/calendar-feeds', { resourceId: practice.martin.resourceId, label: 'x' });
  const outside = await desk.post('/outside-calendars', outsideOf(practice.martin.resourceId));
  const ids = { feedId: feed.body.feed.id, outsideId: outside.body.id };
  other = { ...theirs, ...ids, absenceId: absence.body.absence.id, invoiceId: invoice.body.id };
});
afterAll(() => t.close());

async function busyPractice(birthName: string) {
  const practice = await t.given.practice();
  const desk = await t.given.desk(practice, ['coordinator', 'practitioner', 'admin'], {
    practitionerId: practice.martin.practitionerId,
  });
  await t.owner.query('update app.session set stepped_up_at = now()');
  const visit = await givenSeenVisit(t, practice, desk, { patient: { birthName } });
  const booked = await desk.post('/appointments', slotOf(practice, visit.patient.id, 660));
  return { practice, desk, visit, bookedId: booked.body.appointment.id };
}

function absenceOf(resourceId: string) {
  return { resourceId, fromDay: '2026-04-01', fromMin: 0, toDay: '2026-04-02', toMin: 0, reason: 'leave', note: '' };
}

const outsideOf = (resourceId: string) => ({ resourceId, name: 'x', address: 'https://cal.invalid/a.ics' });

function slotOf(practice: GivenPractice, patientId: string, startMin: number, overrides: object = {}) {
  return {
    ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId },
    ...{ day: '2026-03-03', startMin, durationMin: 15, ...overrides },
  };
}

/** Every row of a practice, in one hash. */
async function fingerprint(practice: GivenPractice): Promise<string> {
  const { rows: tables } = await t.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id')
      order by 1`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables) {
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(
        `select coalesce(string_agg(r::text, '|' order by r::text), '') as text from ${name} r
        where practice_id = $1`,
        [practice.id],
      ),
    );
    hash.update(`${name}:${rows[0].text}`);
  }
  return hash.digest('hex');
}

const motif = { name: 'Bilan', shortName: 'Bilan', minutes: 15, color: 'consult', place: 'practice', active: true };
const person = { birthName: 'NEUF', firstName: 'Ève', sex: 'F', birthDate: '1990-01-01', withoutPhone: true };
type Send = () => PromiseLike<{ status: number; body: { code?: string }; text: string }>;

/** A whole address of the other practice's row below one's own practice, or an id of theirs in what is sent. */
const attempts: Record<string, Send> = {
  'read a visit': () => mine.desk.get(other.visit.path),
  'move a visit': () =>
    mine.desk.act(`/appointments/${other.bookedId}/move`, 1, slotOf(mine.practice, mine.visit.patient.id, 600)),
  'move a visit into their column': () =>
    mine.desk.act(`/appointments/${mine.bookedId}/move`, 1, slotOf(other.practice, mine.visit.patient.id, 700)),
  'cancel a visit': () => mine.desk.act(`/appointments/${other.bookedId}/cancel`, 1, { by: 'error' }),
  'change a status': () => mine.desk.act(`/appointments/${other.bookedId}/status`, 1, { to: 'confirmed' }),
  'edit a visit': () =>
    mine.desk.put(
      `/appointments/${other.bookedId}`,
      { motifId: mine.practice.consultation, note: '', urgent: true },
      1,
    ),
  'give a visit their motif': () =>
    mine.desk.put(mine.visit.path, { motifId: other.practice.consultation, note: '', urgent: true }, 3),
  'undo an act': () => mine.desk.post(`/acts/${other.visit.seenActId}/undo`),
  'book in their column': () =>
    mine.desk.post(
      '/appointments',
      slotOf(mine.practice, mine.visit.patient.id, 615, { resourceId: other.practice.martin.resourceId }),
    ),
  'book their motif': () =>
    mine.desk.post(
      '/appointments',
      slotOf(mine.practice, mine.visit.patient.id, 615, { motifId: other.practice.consultation }),
    ),
  'book their patient': () => mine.desk.post('/appointments', slotOf(mine.practice, other.visit.patient.id, 615)),
  'read a file': () => mine.desk.get(`/patients/${other.visit.patient.id}`),
  'reveal a phone': () => mine.desk.get(`/patients/${other.visit.patient.id}/phone`),
  'edit a file': () => mine.desk.put(`/patients/${other.visit.patient.id}`, person, 1),
  'create a patient of their practitioner': () =>
    mine.desk.post('/patients', { ...person, usualPractitionerId: other.practice.martin.practitionerId }),
  'give a patient their practitioner': () =>
    mine.desk.put(
      `/patients/${mine.visit.patient.id}`,
      { ...person, usualPractitionerId: other.practice.martin.practitionerId },
      1,
    ),
  'read a draft': () => mine.desk.get(`${other.visit.path}/charge`),
  'edit a draft': () => mine.desk.put(`${other.visit.path}/charge`, { lines: [], thirdParty: 'none' }, 1),
  'issue an invoice': () => mine.desk.act(`${other.visit.path}/invoice`, 1, { payments: [], outstandingReason: 'x' }),
  'print a receipt': () => mine.desk.get(`/invoices/${other.invoiceId}/receipt.pdf`),
  'note an absence': () => mine.desk.post('/absences', absenceOf(other.practice.martin.resourceId)),
  'remove an absence': () => mine.desk.delete(`/absences/${other.absenceId}`),
  'show their column elsewhere': () =>
    mine.desk.post('/calendar-feeds', { resourceId: other.practice.martin.resourceId, label: 'x' }),
  'close an address': () => mine.desk.delete(`/calendar-feeds/${other.feedId}`),
  'give their column a calendar elsewhere': () =>
    mine.desk.post('/outside-calendars', outsideOf(other.practice.martin.resourceId)),
  'read a calendar elsewhere again': () => mine.desk.post(`/outside-calendars/${other.outsideId}/refresh`),
  'remove a calendar elsewhere': () => mine.desk.delete(`/outside-calendars/${other.outsideId}`),
  'say a lateness': () =>
    mine.desk.put(`/resources/${other.practice.martin.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 5 }),
  'preview hours': () =>
    mine.desk.post(`/resources/${other.practice.martin.resourceId}/opening-hours/effect`, { hours: [] }),
  'save hours': () => mine.desk.put(`/resources/${other.practice.martin.resourceId}/opening-hours`, { hours: [] }, 1),
  'offer a motif in their column': () =>
    mine.desk.post('/motifs', {
      ...motif,
      resourceIds: [mine.practice.martin.resourceId, other.practice.martin.resourceId],
      usualActs: [],
    }),
  'edit a motif': () =>
    mine.desk.put(
      `/motifs/${other.practice.consultation}`,
      { ...motif, resourceIds: [mine.practice.martin.resourceId], usualActs: [] },
      1,
    ),
  'move one’s motif to their column': () =>
    mine.desk.put(
      `/motifs/${mine.practice.consultation}`,
      { ...motif, resourceIds: [other.practice.martin.resourceId], usualActs: [] },
      1,
    ),
};

describe('an id of another practice is unknown, and nothing moves on either side', () => {
  test.each(Object.keys(attempts))('%s', async (name) => {
    const before = [await fingerprint(mine.practice), await fingerprint(other.practice)];
    const reply = await attempts[name]?.();
    const unknownField = /their practitioner/.test(name);
    const nothingToUndo = name === 'undo an act';
    expect(reply?.status).toBe(unknownField ? 422 : nothingToUndo ? 409 : 404);
    expect(reply?.text).not.toContain('AILLEURS');
    expect([await fingerprint(mine.practice), await fingerprint(other.practice)]).toEqual(before);
  });

  test('the fingerprint sees one changed minute', async () => {
    const before = await fingerprint(mine.practice);
    await mine.desk.put(`/resources/${mine.practice.leroy.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 1 });
    expect(await fingerprint(mine.practice)).not.toBe(before);
  });
});

test('reads over the whole practice hold nothing of the other', async () => {
  const { desk } = mine;
  const replies = [
    await desk.get('/days/2026-03-02'),
    await desk.get('/my-day/2026-03-02'),
    await desk.get('/setup'),
    await desk.get('/till/2026-03-02'),
    await desk.get('/exports/2026-03'),
    await desk.get('/exports/2026-03/factures.csv'),
    await desk.post('/patients/search', { text: 'ailleurs' }),
    await desk.post('/patients/twins', {
      ...person,
      birthName: 'AILLEURS',
      firstName: 'Paul',
      birthDate: '1980-05-17',
      exceptId: other.visit.patient.id,
    }),
    await desk.post('/free-slots', {
      durationMin: 15,
      fromDay: '2026-03-03',
      resourceIds: [other.practice.martin.resourceId],
      motifId: other.practice.consultation,
    }),
  ];
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  const theirs = [
    other.practice.id,
    other.practice.martin.resourceId,
    other.visit.id,
    other.visit.patient.id,
    'AILLEURS',
  ];
  for (const { text } of replies) expect(theirs.filter((id) => text.includes(id))).toEqual([]);
});

test('a practice named in the body, the query or a header is no practice', async () => {
  const created = await mine.desk
    .post('/patients', { ...person, practiceId: other.practice.id, practice_id: other.practice.id })
    .query({ practiceId: other.practice.id })
    .set({ 'x-practice-id': other.practice.id, 'x-clinic-id': other.practice.id });
  expect(created.status).toBe(201);
  expect((await mine.desk.get(`/patients/${created.body.id}`)).status).toBe(200);
  expect((await other.desk.get(`/patients/${created.body.id}`)).status).toBe(404);
});

test('somebody who works for both reads each through its own address only', async () => {
  const both = await t.given.desk(mine.practice, ['secretary']);
  await t.owner.query(
    `insert into membership (practice_id, id, account_id, roles) values ($1, gen_random_uuid(), $2, '{secretary}')`,
    [other.practice.id, both.accountId],
  );
  expect((await both.raw('get', `/practices/${other.practice.id}/patients/${other.visit.patient.id}`)).status).toBe(
    200,
  );
  expect((await both.get(`/patients/${other.visit.patient.id}`)).status).toBe(404);
  expect((await both.post('/appointments', slotOf(mine.practice, other.visit.patient.id, 615))).status).toBe(404);
});

test('an act can be undone by its author alone, and a receipt is for those who charge', async () => {
  const colleague = await t.given.desk(mine.practice, ['secretary']);
  const undone = await colleague.post(`/acts/${mine.visit.seenActId}/undo`);
  expect([undone.status, undone.body.code]).toEqual([409, 'undo.nothing_left']);
  const accountant = await t.given.desk(other.practice, ['accountant']);
  expect((await accountant.get(`/invoices/${other.invoiceId}/receipt.pdf`)).status).toBe(403);
  const books = [await accountant.get('/exports/2026-03'), await accountant.get('/exports/2026-03/factures.csv')];
  for (const { status, text } of books) expect([status, text.includes('AILLEURS')]).toEqual([200, false]);
});
