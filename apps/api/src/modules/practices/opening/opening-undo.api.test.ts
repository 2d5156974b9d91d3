import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpeningRuleView } from '@pupitre/shared/practices/practice.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const mornings = [1, 2, 3, 4, 5].map((isodow) => ({ isodow, startMin: 480, endMin: 720 }));
const evenings = mornings.map(({ isodow }) => ({ isodow, startMin: 1080, endMin: 1200 }));

async function save(desk: Desk, practice: GivenPractice, hours: object[], version: number, days: object = {}) {
  const path = `/resources/${practice.martin.resourceId}/opening-hours`;
  const { body } = await desk.put(path, { hours, ...days }, version).expect(200);
  return body.change as { id: string; until: string };
}
const undo = (desk: Desk, changeId: string) => desk.post(`/opening-changes/${changeId}/undo`, {});

async function rulesOf(desk: Desk, practice: GivenPractice): Promise<OpeningRuleView[]> {
  const { body } = await desk.get('/setup').expect(200);
  const own = body.openingRules.filter((rule: OpeningRuleView) => rule.resourceId === practice.martin.resourceId);
  return own.sort((a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test('a week saved by mistake is taken back, weeks of other dates with it, and the agenda follows', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  await save(sonia, practice, evenings, 1, { from: '2026-04-06', to: '2026-04-19' });
  const before = await rulesOf(sonia, practice);
  const change = await save(sonia, practice, mornings, 2);
  expect(change.until).toBe('2026-03-02T08:10:00.000Z');
  expect(await rulesOf(sonia, practice)).not.toEqual(before);
  const undone = await undo(sonia, change.id).expect(200);
  expect(undone.body).toMatchObject({ appointmentsOutside: 0, resource: { version: 4 } });
  expect(await rulesOf(sonia, practice)).toEqual(before);
  const { id: patientId } = await t.given.patient(practice);
  const place = { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId };
  await lea.post('/appointments', { ...place, day: '2026-03-03', startMin: 900, durationMin: 15 }).expect(201);
  const trace = await t.given.within(practice, () =>
    t.owner.query(`select subject_id from audit_event where practice_id = $1 and action = $2`, [
      practice.id,
      'practice.undo_opening_hours',
    ]),
  );
  expect(trace.rows).toEqual([{ subject_id: practice.martin.resourceId }]);
});

test('who was booked in the new hours meanwhile is told, and kept', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const change = await save(sonia, practice, [...mornings, ...evenings], 1);
  const booked = await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 1100 });
  const { body } = await undo(sonia, change.id).expect(200);
  expect(body.appointmentsOutside).toBe(1);
  expect(body.firstOutside).toMatchObject([{ appointmentId: booked, day: '2026-03-03', startMin: 1100 }]);
});

test('not twice, not somebody else’s, not from another practice', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const change = await save(sonia, practice, mornings, 1);
  const other = await t.given.desk(practice, ['coordinator'], { name: 'Zoé MARTEL' });
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  for (const desk of [other, stranger]) {
    expect((await undo(desk, change.id).expect(409)).body.code).toBe('undo.nothing_left');
  }
  await undo(lea, change.id).expect(403);
  const replies = await Promise.all([undo(sonia, change.id), undo(sonia, change.id)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('refused once somebody has changed them since, and the newer hours stay', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const mine = await save(sonia, practice, mornings, 1);
  const other = await t.given.desk(practice, ['coordinator'], { name: 'Zoé MARTEL' });
  await save(other, practice, evenings, 2);
  const stands = await rulesOf(sonia, practice);
  expect((await undo(sonia, mine.id).expect(409)).body.code).toBe('opening.changed_since');
  expect(await rulesOf(sonia, practice)).toEqual(stands);
});

test('refused when the site it would give back is gone', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const form = { name: 'Annexe', street: '3 rue du Bac', postalCode: '59790', city: 'Ronchin' };
  const site = await sonia.post('/sites', { ...form, zone: null, holidayZone: null }).expect(201);
  await save(
    sonia,
    practice,
    mornings.map((span) => ({ ...span, siteId: site.body.id })),
    1,
  );
  const change = await save(sonia, practice, mornings, 2);
  await sonia.delete(`/sites/${site.body.id}`).expect(204);
  expect((await undo(sonia, change.id).expect(422)).body.code).toBe('opening.unknown_site');
});

test('refused after ten minutes', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const change = await save(sonia, practice, mornings, 1);
  const morning = t.clock.now();
  t.clock.moveTo(new Date(morning.getTime() + 601_000));
  try {
    expect((await undo(sonia, change.id).expect(409)).body.code).toBe('undo.too_late');
  } finally {
    t.clock.moveTo(morning);
  }
});
