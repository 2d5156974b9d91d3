import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import type { GivenPractice } from '../../../../test/given.js';
import { booked, entryNow, holesOf, listed, place, tuesday, waits, wish } from '../../../../test/given-waiting.js';
import { preview, series, visitOf } from '../../../../test/series-story.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

const monday = '2026-03-02';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** Dr LEROY works on a site with a clock of its own; it is 9:00 in Lille. */
async function leroyIn(practice: GivenPractice, zone: string): Promise<void> {
  const siteId = randomUUID();
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into site (practice_id, id, name, street, postal_code, city, zone)
       values ($1, $2, 'Ailleurs', '3 rue du Port', '97410', 'Saint-Pierre', $3)`,
      [practice.id, siteId, zone],
    );
    await t.owner.query('update resource set site_id = $3 where practice_id = $1 and id = $2', [
      practice.id,
      practice.leroy.resourceId,
      siteId,
    ]);
  });
}

async function deskWithReunion() {
  const story = await t.given.deskWithTwoSecretaries();
  await leroyIn(story.practice, 'Indian/Reunion');
  const patient = await t.given.patient(story.practice);
  const there = { resourceIds: [story.practice.leroy.resourceId] };
  return { ...story, patient, there };
}

const spans = (holes: readonly WaitingHole[]) => holes.map(({ startMin, endMin }) => [startMin, endMin]);
const starts = (holes: readonly WaitingHole[]) => holes.map(({ fits }) => fits[0]?.startMin);

describe('a column whose site has another clock', () => {
  test('its holes begin when it is that time there', async () => {
    const { practice, lea, patient, there } = await deskWithReunion();
    await waits(lea, practice, patient.id, { noticeMin: 150 });
    const today = { fromDay: monday, toDay: monday };
    const far = await holesOf(lea, { ...today, ...there });
    // Noon there: the morning is over, and she can come from half past two.
    expect([spans(far), starts(far)]).toEqual([[[840, 1080]], [870]]);
    const near = await holesOf(lea, { ...today, resourceIds: [practice.martin.resourceId] });
    expect([spans(near), starts(near)]).toEqual([
      [
        [540, 720],
        [840, 1080],
      ],
      [690, 840],
    ]);
  });

  test('whoever is seen in Lille at eleven is not free there at two, for the list and for the desk', async () => {
    const { practice, lea, patient, there } = await deskWithReunion();
    await booked(lea, practice, patient.id, 660);
    await waits(lea, practice, patient.id, there);
    expect(starts(await holesOf(lea, there))).toEqual([480, 855]);
    const asked = { ...place(practice, 840, { resourceId: practice.leroy.resourceId }), patientId: patient.id };
    const refused = await lea.post('/appointments', { ...asked, motifId: practice.consultation }).expect(409);
    expect(refused.body.details.refusals).toMatchObject([
      { code: 'appointment.patient_busy', details: { startMin: 840, endMin: 855 } },
    ]);
    await booked(lea, practice, patient.id, 660, { resourceId: practice.leroy.resourceId });
  });

  test('a place there is earlier than the visit given back when it comes first, whatever the clocks show', async () => {
    const { practice, lea, patient, there } = await deskWithReunion();
    const visit = await booked(lea, practice, patient.id, 600);
    const entry = await waits(lea, practice, patient.id, { appointmentId: visit.id });
    const holes = (startMin: number) => holesOf(lea, { ...there, within: { startMin, endMin: startMin + 30 } });
    // 10:00 in Lille is 13:00 there.
    expect((await holes(690))[0]?.fits.map(({ entryId }) => entryId)).toEqual([entry.id]);
    expect(await holes(840)).toEqual([]);
  });

  test('the news of a place name the day it is there', async () => {
    const { practice, lea, patient, there } = await deskWithReunion();
    await waits(lea, practice, patient.id, { ...there, fromDay: tuesday });
    // From midnight to two there, it is still Monday evening in Lille.
    const night = { resourceId: practice.leroy.resourceId, fromDay: tuesday, fromMin: 0, toDay: tuesday, toMin: 120 };
    await lea.post('/absences', { ...night, reason: 'sick', note: '' }).expect(201);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(
        `select days from live_event where practice_id = $1 and topic = 'waiting_list' order by at desc, position desc limit 1`,
        [practice.id],
      ),
    );
    expect(rows).toEqual([{ days: [tuesday] }]);
  });

  test('a last day is over when it is over where she would be seen', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const patient = await t.given.patient(practice);
    // Sunday evening there.
    await leroyIn(practice, 'Pacific/Tahiti');
    const untilSunday = (resourceId: string) =>
      lea.post(
        '/waiting-list',
        wish(practice, patient.id, { fromDay: '2026-03-01', toDay: '2026-03-01', resourceIds: [resourceId] }),
      );
    const over = await untilSunday(practice.martin.resourceId).expect(422);
    expect([over.body.code, over.body.details]).toEqual(['waiting_list.window_over', { today: monday }]);
    await untilSunday(practice.leroy.resourceId).expect(201);
  });
});

/** Somebody works for Dr LEROY alone; the patient has a visit at ten with Dr MARTIN. */
async function deskWithLent() {
  const story = await t.given.deskWithTwoSecretaries();
  const { practice, lea } = story;
  const lentResourceIds = [practice.leroy.resourceId];
  const remote = await t.given.desk(practice, ['remote_secretary'], { name: 'Nour HADDAD', lentResourceIds });
  const patient = await t.given.patient(practice);
  const visit = await booked(lea, practice, patient.id, 600);
  const there = { resourceId: practice.leroy.resourceId };
  return { ...story, remote, patient, visit, there };
}

describe('whoever works for lent columns', () => {
  test('is told whom another desk has to give a place, and why, and is named nobody of them', async () => {
    const { practice, lea, remote, patient, visit, there } = await deskWithLent();
    const entry = await waits(lea, practice, patient.id, { appointmentId: visit.id });
    expect(await listed(remote)).toMatchObject([{ id: entry.id, current: null, currentElsewhere: true }]);
    expect(await listed(lea)).toMatchObject([{ id: entry.id, current: { id: visit.id }, currentElsewhere: false }]);
    expect(await holesOf(remote)).toEqual([]);
    const early = place(practice, 480, there);
    const refused = await remote.act(`/waiting-list/${entry.id}/accept`, 1, early).expect(409);
    expect(refused.body.code).toBe('waiting_list.visit_not_yours');
    expect((await entryNow(lea, entry.id)).entry).toMatchObject({
      state: 'waiting',
      version: 1,
      current: { id: visit.id },
    });
    await lea.act(`/waiting-list/${entry.id}/accept`, 1, early).expect(201);
  });

  test('gives her a place once there is nothing to give back', async () => {
    const { practice, lea, remote, patient, visit, there } = await deskWithLent();
    const entry = await waits(lea, practice, patient.id, { appointmentId: visit.id });
    await lea.act(`/appointments/${visit.id}/cancel`, visit.version, { by: 'patient' }).expect(200);
    expect(await listed(remote)).toMatchObject([{ current: null, currentElsewhere: false }]);
    expect((await holesOf(remote))[0]?.fits.map(({ entryId }) => entryId)).toEqual([entry.id]);
    await remote.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 480, there)).expect(201);
  });

  test('learns that the patient is seen elsewhere then, not when; passes over it with a reason', async () => {
    const { practice, lea, remote, patient, there } = await deskWithLent();
    const asked = { ...place(practice, 605, there), patientId: patient.id, motifId: practice.consultation };
    const refusals = async (desk: typeof lea) =>
      (await desk.post('/appointments', asked).expect(409)).body.details.refusals;
    expect(await refusals(lea)).toMatchObject([
      { code: 'appointment.patient_busy', details: { startMin: 600, endMin: 615 } },
    ]);
    expect(await refusals(remote)).toMatchObject([
      { code: 'appointment.patient_busy', details: { startMin: null, endMin: null }, mayOverride: true },
    ]);
    const override = { codes: ['appointment.patient_busy'], reason: 'Vient avec sa mère' };
    await remote.post('/appointments', { ...asked, override }).expect(201);
  });

  test('is not told when in a series either', async () => {
    const { practice, remote, patient, there } = await deskWithLent();
    const rule = { from: tuesday, weekdays: [2], count: 2 };
    const plan = await preview(remote, { ...series(practice, { patient, rule, startMin: 600 }), ...there });
    expect(visitOf(plan, tuesday)).toMatchObject({
      state: 'patient_busy',
      details: { startMin: null, endMin: null },
    });
  });
});
