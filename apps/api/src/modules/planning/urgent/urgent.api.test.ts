import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UrgentPlaceView } from '@pupitre/shared/planning/urgent.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenColumn, GivenPractice } from '../../../../test/given.js';
import { changeMotif } from '../../../../test/given-rooms.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** The clock stands at nine. */
const monday = '2026-03-02';

async function book(practice: GivenPractice, desk: Desk, column: GivenColumn, startMin: number, durationMin: number) {
  const { id: patientId } = await t.given.patient(practice);
  const body = { resourceId: column.resourceId, motifId: practice.consultation, patientId, day: monday, startMin };
  return (await desk.post('/appointments', { ...body, durationMin }).expect(201)).body.appointment as { id: string };
}

async function keep(practice: GivenPractice, { resourceId }: GivenColumn, startMin: number): Promise<void> {
  await t.given.within(practice, () =>
    t.owner.query(
      `update opening_rule set label = 'urgent'
        where practice_id = $1 and resource_id = $2 and isodow = 1 and start_min = $3`,
      [practice.id, resourceId, startMin],
    ),
  );
}

/** Three hours ahead of the practice. */
async function atReunion(sonia: Desk, column: GivenColumn): Promise<GivenColumn> {
  const there = { name: 'Saint-Pierre', street: '3 rue du Port', postalCode: '97410', city: 'Saint-Pierre' };
  const site = await sonia.post('/sites', { ...there, zone: 'Indian/Reunion', holidayZone: 'FR-RE' }).expect(201);
  await sonia.put(`/resources/${column.resourceId}/site`, { siteId: site.body.id }, 1).expect(200);
  return column;
}

const places = async (desk: Desk, body: object): Promise<UrgentPlaceView[]> =>
  (await desk.post('/urgent-places', body).expect(200)).body.places;

const inShort = (found: readonly UrgentPlaceView[]) => found.map(({ kind, startMin }) => `${kind} ${startMin}`);

test('kept for emergencies comes first, then free, then beside; each can be booked as it was told', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await keep(practice, practice.martin, 840);
  await book(practice, lea, practice.martin, 540, 180);
  const { id: patientId } = await t.given.patient(practice);
  const found = await places(lea, { motifId: practice.consultation, patientId });
  expect(inShort(found)).toEqual(['reserved 840', 'free 540', 'rajout 540']);
  expect(found.map(({ codes }) => codes)).toEqual([[], [], ['appointment.slot_taken']]);
  for (const { resourceId, day, startMin, endMin, codes } of found) {
    const other = await t.given.patient(practice);
    const override = codes.length > 0 ? { codes, reason: 'Urgence' } : null;
    const body = { resourceId, motifId: practice.consultation, patientId: other.id, day, startMin, override };
    await lea.post('/appointments', { ...body, durationMin: endMin - startMin, urgent: true }).expect(201);
  }
});

test('beside another, it says who is seen later: ten o’clock becomes a quarter past', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const first = await book(practice, lea, practice.martin, 540, 60);
  const second = await book(practice, lea, practice.martin, 600, 15);
  const third = await book(practice, lea, practice.martin, 620, 15);
  const [{ delayed } = { delayed: [] }] = (
    await places(lea, { motifId: practice.consultation, resourceIds: [practice.martin.resourceId] })
  ).filter(({ kind }) => kind === 'rajout');
  expect(delayed).toEqual([
    { appointmentId: first.id, fromMin: 540, toMin: 555 },
    { appointmentId: second.id, fromMin: 600, toMin: 615 },
    { appointmentId: third.id, fromMin: 620, toMin: 630 },
  ]);
});

test('whoever may not put beside is offered what is free only; a practice without that motif answers nothing', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  await book(practice, lea, practice.martin, 540, 60);
  const nurse = await t.given.desk(practice, ['nurse']);
  const found = await places(nurse, { motifId: practice.consultation, limit: 10 });
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['free']));
  await changeMotif(sonia, practice.consultation, { active: false });
  expect(await places(lea, { motifId: practice.consultation })).toEqual([]);
  const other = await t.given.practice();
  const foreign = await lea.post('/urgent-places', { motifId: other.consultation });
  expect([foreign.status, foreign.body.code]).toEqual([404, 'resource.not_found']);
  const accountant = await t.given.desk(practice, ['accountant']);
  expect((await accountant.post('/urgent-places', { motifId: practice.consultation })).status).toBe(403);
});

test('each column is asked by the clock of its own site: nine here is noon there', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = await atReunion(sonia, practice.leroy);
  await keep(practice, practice.leroy, 840);
  const { id: patientId } = await t.given.patient(practice);
  const found = await places(lea, { motifId: practice.consultation, patientId });
  // Two hours to wait over there, none here; the morning over there is gone.
  expect(found.map(({ kind, resourceId: column, startMin }) => [kind, column, startMin])).toEqual([
    ['reserved', resourceId, 840],
    ['free', practice.martin.resourceId, 540],
  ]);
  for (const { resourceId: column, day, startMin, endMin } of found) {
    const other = await t.given.patient(practice);
    const place = { resourceId: column, motifId: practice.consultation, patientId: other.id, day, startMin };
    await lea.post('/appointments', { ...place, durationMin: endMin - startMin, urgent: true }).expect(201);
  }
});

test('late in the evening here, it is tomorrow there', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = await atReunion(sonia, practice.leroy);
  const morning = t.clock.now();
  t.clock.moveTo(new Date('2026-03-02T22:30:00+01:00'));
  try {
    const found = await places(lea, { motifId: practice.consultation });
    expect(found.map(({ kind, resourceId: column, day, startMin }) => [kind, column, day, startMin])).toEqual([
      ['free', resourceId, '2026-03-03', 480],
    ]);
  } finally {
    t.clock.moveTo(morning);
  }
});
