import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { GivenPractice } from '../../../test/given.js';
import { givenSeenVisit } from '../../../test/given-seen-visit.js';
import { givenVisit } from '../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const today = '2026-03-02';

async function motifOf(practice: GivenPractice, usualActs: readonly string[]): Promise<string> {
  const id = uuid();
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into motif (practice_id, id, name, short_name, minutes, color, place, usual_acts)
       values ($1, $2, $3, 'Motif', 15, 'consult', 'home', $4)`,
      [practice.id, id, `Motif ${id}`, usualActs],
    );
    await t.owner.query('insert into motif_resource (practice_id, motif_id, resource_id) values ($1, $2, $3)', [
      ...[practice.id, id, practice.martin.resourceId],
    ]);
  });
  return id;
}

test.each([
  ['E1: all is advanced', {}, { totalCents: 3000, amoCents: 0, amcCents: 0, patientCents: 3000, paidBackCents: 1900 }],
  [
    'E17: the AMO pays the practice',
    { thirdParty: 'amo' as const },
    { amoCents: 2100, amcCents: 0, patientCents: 900 },
  ],
  [
    'E18: both pay',
    { thirdParty: 'full' as const, complementaryName: 'Harmonie' },
    { amoCents: 2100, amcCents: 900, patientCents: 0, participationCents: 200 },
  ],
  [
    'E3: long-term illness',
    { thirdParty: 'full' as const, longTermIllness: true },
    { amoCents: 3000, patientCents: 0 },
  ],
  ['E5: a child of four', { birthDate: '2022-01-15' }, { totalCents: 3500, patientCents: 3500, participationCents: 0 }],
])('the end of a visit drafts its charge, split by the file (%s)', async (_, patient, split) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea, { patient });
  const charge = await lea.get(`${visit.path}/charge`);
  expect(charge.status).toBe(200);
  expect(charge.body).toMatchObject({ appointmentId: visit.id, day: today, version: 1, split });
  const { amoCents, amcCents, patientCents, totalCents } = charge.body.split;
  expect(amoCents + amcCents + patientCents).toBe(totalCents);
  const day = await lea.get(`/days/${today}`);
  expect(day.body.appointments[0].dueCents).toBe(patientCents);
});

test('the draft has the acts of the motif, and the supplement of a child under six', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const home = await motifOf(practice, ['VG', 'MD']);
  const adult = await givenSeenVisit(t, practice, lea, { motifId: home });
  const child = await givenSeenVisit(t, practice, lea, { startMin: 600, patient: { birthDate: '2022-01-15' } });
  const codesOf = async (path: string) =>
    (await lea.get(`${path}/charge`)).body.lines.map(({ code }: { code: string }) => code);
  expect(await codesOf(adult.path)).toEqual(['VG', 'MD']);
  expect(await codesOf(child.path)).toEqual(['G', 'MEG']);
});

test('prices are those of the visit’s day and of the practice’s zone', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const priceOf = async (code: string, day: string) => {
    const { acts } = (await lea.get(`/acts?day=${day}`)).body;
    return acts.find((act: { code: string }) => act.code === code)?.priceCents;
  };
  expect([await priceOf('COE', '2025-10-01'), await priceOf('COE', '2025-12-31')]).toEqual([5400, 5400]);
  expect([await priceOf('COE', '2026-01-01'), await priceOf('COE', today)]).toEqual([6000, 6000]);
  await t.owner.query(`update practice set tariff_zone = '974' where practice_id = $1`, [practice.id]);
  expect([await priceOf('G', today), await priceOf('COE', today)]).toEqual([3600, undefined]);
  const visit = await givenSeenVisit(t, practice, lea);
  expect((await lea.get(`${visit.path}/charge`)).body.split.totalCents).toBe(3600);
});

test('a desk changes acts and third party; the loser of a race is told the version', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const body = {
    lines: [
      { code: 'G', quantity: 1 },
      { code: 'DEQP003', quantity: 1 },
    ],
    thirdParty: 'amo',
  };
  const edited = await lea.put(`${visit.path}/charge`, body, 1);
  expect(edited.status).toBe(200);
  expect(edited.body).toMatchObject({ version: 2, thirdParty: 'amo' });
  expect(edited.body.split.totalCents).toBe(3000 + edited.body.lines[1].unitCents);
  expect((await lea.get(`${visit.path}/charge`)).body).toEqual(edited.body);
  const stale = await sonia.put(`${visit.path}/charge`, { ...body, lines: [] }, 1);
  expect([stale.status, stale.body.code, stale.body.details.version]).toEqual([412, 'version.stale', 2]);
  const card = (await lea.get(`/days/${today}`)).body.appointments[0];
  expect(card.dueCents).toBe(edited.body.split.patientCents);
});

test('an act that has no price that day is refused and nothing changes', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const reply = await lea.put(`${visit.path}/charge`, { lines: [{ code: 'GS', quantity: 1 }], thirdParty: 'none' }, 1);
  expect([reply.status, reply.body.code, reply.body.details.codes]).toEqual([422, 'charge.unknown_act', ['GS']]);
  expect((await lea.get(`${visit.path}/charge`)).body).toMatchObject({ version: 1, lines: [{ code: 'G' }] });
});

test('a visit cannot end while its charge is open, and can when nothing is charged', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const open = await lea.act(`${visit.path}/status`, 3, { to: 'done' });
  expect([open.status, open.body.code]).toEqual([409, 'appointment.charge_open']);
  await lea.put(`${visit.path}/charge`, { lines: [], thirdParty: 'none' }, 1);
  expect((await lea.act(`${visit.path}/status`, 3, { to: 'done' })).status).toBe(200);
});

test('undoing the end of the visit takes the draft away', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  expect((await lea.post(`/acts/${visit.seenActId}/undo`)).status).toBe(200);
  expect((await lea.get(`${visit.path}/charge`)).status).toBe(404);
  const kept = await t.given.within(practice, () =>
    t.owner.query('select 1 from charge where practice_id = $1', [practice.id]),
  );
  expect(kept.rowCount).toBe(0);
});

test('undoing an edit of a visit that waits keeps the draft as it was changed', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  await lea.put(`${visit.path}/charge`, { lines: [{ code: 'VG', quantity: 1 }], thirdParty: 'none' }, 1);
  const edit = { motifId: practice.consultation, note: 'Clé rendue', urgent: false };
  const edited = await lea.put(visit.path, edit, 3);
  expect((await lea.post(`/acts/${edited.body.act.id}/undo`)).status).toBe(200);
  expect((await lea.get(`${visit.path}/charge`)).body).toMatchObject({ version: 2, lines: [{ code: 'VG' }] });
});

test('a visit seen before drafts were kept is charged all the same', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const id = await givenVisit(t, practice, {
    column: practice.martin,
    day: today,
    startMin: 500,
    status: 'to_collect',
  });
  const charge = await lea.get(`/appointments/${id}/charge`);
  expect(charge.body).toMatchObject({ version: 1, split: { patientCents: 3000 } });
  expect((await lea.act(`/appointments/${id}/status`, 1, { to: 'done' })).body.code).toBe('appointment.charge_open');
  const edited = await lea.put(
    `/appointments/${id}/charge`,
    { lines: [{ code: 'VG', quantity: 1 }], thirdParty: 'amo' },
    1,
  );
  expect(edited.body).toMatchObject({ version: 2, thirdParty: 'amo', lines: [{ code: 'VG' }] });
});

test('a charge is for the desk of its own practice', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await givenSeenVisit(t, practice, lea);
  const other = await t.given.deskWithTwoSecretaries();
  expect((await other.lea.get(`${visit.path}/charge`)).status).toBe(404);
  const body = { lines: [], thirdParty: 'none' };
  expect((await other.lea.put(`${visit.path}/charge`, body, 1)).status).toBe(404);
  expect((await other.lea.act(`${visit.path}/invoice`, 1, { payments: [] })).status).toBe(404);
  for (const role of ['nurse', 'practitioner', 'accountant', 'admin', 'remote_secretary'] as const) {
    const desk = await t.given.desk(practice, [role]);
    expect([role, (await desk.get(`${visit.path}/charge`)).status]).toEqual([role, 403]);
    expect([role, (await desk.act(`${visit.path}/invoice`, 1, { payments: [] })).status]).toEqual([role, 403]);
  }
});
