import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let admin: Desk;
let lea: Desk;
let nurse: Desk;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
  admin = await t.given.desk(practice, ['admin'], { name: 'Nadia ADMIN' });
  lea = await t.given.desk(practice, ['secretary'], { name: 'Léa BERNARD' });
  nurse = await t.given.desk(practice, ['nurse'], { name: 'Inès NURSE' });
});

const search = async (filters: object = {}) => {
  const { body } = await admin.raw('post', `/practices/${practice.id}/audit/search`, filters).expect(200);
  return body as { lines: Record<string, unknown>[]; nextCursor: string | null };
};

test('says who opened whose file, in which role, and why', async () => {
  const patient = await t.given.patient(practice, { birthName: 'DURAND', firstName: 'Paul' });
  await lea.get(`/patients/${patient.id}?reason=phone_call`).expect(200);
  await nurse.get(`/patients/${patient.id}`).expect(200);
  const { lines } = await search();
  expect(lines).toMatchObject([
    { actorName: 'Inès NURSE', roles: ['nurse'], action: 'patient.open_file', reason: null },
    {
      actorName: 'Léa BERNARD',
      roles: ['secretary'],
      action: 'patient.open_file',
      outcome: 'done',
      reason: 'phone_call',
      patient: { id: patient.id, name: 'DURAND Paul' },
      sealedAs: null,
    },
  ]);
});

test('a reason is a code of the list, never a text', async () => {
  const patient = await t.given.patient(practice);
  await lea.get(`/patients/${patient.id}?reason=Madame%20Durand`).expect(422);
  expect((await search()).lines).toEqual([]);
});

describe('filters', () => {
  test('by person, patient, action, outcome and time', async () => {
    const one = await t.given.patient(practice);
    const two = await t.given.patient(practice);
    await lea.get(`/patients/${one.id}`).expect(200);
    await nurse.get(`/patients/${two.id}`).expect(200);
    await lea.get(`/patients/${two.id}/phone`).expect(200);
    await nurse.get(`/patients/${two.id}/phone`).expect(403);
    const actions = async (filters: object) =>
      (await search(filters)).lines
        .map(({ action, outcome }) => [action, outcome])
        .filter(([action]) => action !== 'audit.search');
    expect(await actions({ accountId: lea.accountId })).toEqual([
      ['patient.reveal_phone', 'done'],
      ['patient.open_file', 'done'],
    ]);
    expect(await actions({ action: 'patient.open_file' })).toHaveLength(2);
    expect(await actions({ outcome: 'refused' })).toEqual([['patient.reveal_phone', 'refused']]);
    expect(await actions({ patientId: one.id })).toEqual([['patient.open_file', 'done']]);
    expect(await actions({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await actions({ from: '2020-01-01T00:00:00Z', accountId: nurse.accountId })).toHaveLength(2);
  });

  test('reading the journal is written to it, with the patient it was about', async () => {
    const patient = await t.given.patient(practice);
    await search({ patientId: patient.id });
    expect((await search({ patientId: patient.id })).lines).toMatchObject([
      { action: 'audit.search', actorName: 'Nadia ADMIN', patient: { id: patient.id } },
    ]);
  });
});

test('pages follow one another without a hole or a line twice, while lines are added', async () => {
  await t.given.within(practice, () =>
    t.owner.query(
      `insert into audit_event (practice_id, id, at, account_id, roles, action, outcome, request_id)
       select $1, gen_random_uuid(), now() - (n / 3) * interval '1 second', $2, '{secretary}', 'test.line', 'done', n::text
         from generate_series(1, 120) n`,
      [practice.id, lea.accountId],
    ),
  );
  const seen: unknown[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const found: { lines: Record<string, unknown>[]; nextCursor: string | null } = await search({
      action: 'test.line',
      cursor,
    });
    seen.push(...found.lines.map(({ requestId }) => requestId));
    expect(found.lines).toHaveLength([50, 50, 20][page] ?? 0);
    cursor = found.nextCursor;
  }
  expect(cursor).toBeNull();
  expect(new Set(seen).size).toBe(120);
  await admin.raw('post', `/practices/${practice.id}/audit/search`, { cursor: 'nonsense' }).expect(422);
});

test('a line of another practice is not shown, nor the name of somebody who never worked here', async () => {
  const elsewhere = await t.given.practice();
  const stranger = await t.given.desk(elsewhere, ['secretary'], { name: 'Ailleurs X' });
  await t.given.within(practice, () =>
    t.owner.query(
      `insert into audit_event (practice_id, id, account_id, roles, action, outcome, request_id)
       values ($1, gen_random_uuid(), $2, '{secretary}', 'test.line', 'done', 'r')`,
      [practice.id, stranger.accountId],
    ),
  );
  const patient = await t.given.patient(elsewhere);
  await stranger.get(`/patients/${patient.id}`).expect(200);
  expect((await search()).lines).toMatchObject([{ action: 'test.line', actorName: '' }]);
});
