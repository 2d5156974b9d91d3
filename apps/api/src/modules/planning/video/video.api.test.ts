import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { changeMotif } from '../../../../test/given-rooms.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { until } from '../../../../test/job-story.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';
import { VideoLinks } from './video-links.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

async function remote(place: 'video' | 'practice' = 'video') {
  const story = await t.given.deskWithTwoSecretaries();
  await changeMotif(story.sonia, story.practice.consultation, { place });
  return story;
}

async function book(practice: GivenPractice, desk: Desk) {
  const { id: patientId } = await t.given.patient(practice);
  const { resourceId } = practice.martin;
  const body = { resourceId, motifId: practice.consultation, patientId, day: tuesday, startMin: 540, durationMin: 15 };
  return (await desk.post('/appointments', body).expect(201)).body.appointment as { id: string };
}

const read = async (desk: Desk, id: string) =>
  (await desk.get(`/appointments/${id}`).expect(200)).body.appointment as { videoUrl: string; version: number };

const settled = (desk: Desk, id: string, hasLink: boolean) =>
  until(
    () => read(desk, id),
    ({ videoUrl }) => (videoUrl !== '') === hasLink,
  );

test('a remote visit gets an address of the installation that names nobody, keeps it when it moves, loses it cancelled', async () => {
  const { practice, lea } = await remote();
  const { id } = await book(practice, lea);
  const given = await settled(lea, id, true);
  expect(given.videoUrl).toMatch(/\/teleconsultation#[\w-]{22}$/);
  expect(given.version).toBe(1);

  const place = { resourceId: practice.leroy.resourceId, day: '2026-03-04', startMin: 600, durationMin: 15 };
  const moved = await lea.act(`/appointments/${id}/move`, 1, place);
  expect(moved.body.appointment.videoUrl).toBe(given.videoUrl);

  const cancelled = await lea.act(`/appointments/${id}/cancel`, 2, { by: 'patient' });
  await settled(lea, id, false);
  await lea.post(`/acts/${cancelled.body.act.id}/undo`).expect(200);
  const back = await settled(lea, id, true);
  expect(back.videoUrl).not.toBe(given.videoUrl);
});

test('a visit at the practice has none; a change of motif gives or takes one', async () => {
  const { practice, lea, sonia } = await remote('practice');
  const { id } = await book(practice, lea);
  expect((await read(lea, id)).videoUrl).toBe('');
  await changeMotif(sonia, practice.firstVisit, { place: 'video' });
  const edit = (motifId: string, version: number) =>
    lea.put(`/appointments/${id}`, { motifId, note: '', urgent: false }, version).expect(200);
  await edit(practice.firstVisit, 1);
  await settled(lea, id, true);
  await edit(practice.consultation, 2);
  await settled(lea, id, false);
});

test('a visit that was there before gets its address on the next round, and one that is over gets none', async () => {
  const { practice, lea } = await remote();
  const [ahead, over] = [
    await givenVisit(t, practice, { column: practice.martin, day: tuesday, startMin: 600 }),
    await givenVisit(t, practice, { column: practice.martin, day: '2026-02-27', startMin: 600 }),
  ];
  await t.app.get(VideoLinks).mend(practice.id);
  await settled(lea, ahead, true);
  expect((await read(lea, over)).videoUrl).toBe('');
});

test('the setup says whether links are real, of a demonstration, or cut', async () => {
  const { lea } = await remote();
  expect((await lea.get('/setup').expect(200)).body.video).toBe('demo');
});
