import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const locum = (resourceId: string, more: object = {}) => ({
  ...{ resourceId, fromDay: '2026-03-02', toDay: '2026-03-06', title: 'dr', firstName: 'Aïcha', lastName: 'BEKRI' },
  ...more,
});
const leave = (resourceId: string) => ({
  ...{ resourceId, fromDay: '2026-03-01', fromMin: 0, toDay: '2026-03-13', toMin: 1440, reason: 'leave', note: '' },
});
const effectPath = (practiceId: string) => `/practices/${practiceId}/locums/effect`;

test('the agenda stays open under a locum, and closes again when she goes: told first', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const patient = await t.given.patient(practice);
  await lea.post('/absences', { ...leave(martin.resourceId), fromDay: '2026-03-03' }).expect(201);
  const place = {
    ...{ resourceId: martin.resourceId, motifId: practice.consultation, patientId: patient.id },
    ...{ startMin: 600, durationMin: 15 },
  };
  await lea.post('/appointments', { ...place, day: '2026-03-05' }).expect(409);
  const { body } = await sonia.post('/locums', locum(martin.resourceId)).expect(201);
  expect(body).toMatchObject({ locum: { lastName: 'BEKRI', rpps: '', accountId: null, version: 1 } });
  await lea.post('/appointments', { ...place, day: '2026-03-05' }).expect(201);
  expect((await lea.post('/appointments', { ...place, day: '2026-03-09' }).expect(409)).body.code).toBe(
    'appointment.practitioner_absent',
  );
  const gone = { locumId: body.locum.id, form: null };
  const told = await sonia.raw('post', effectPath(practice.id), gone).expect(200);
  expect(told.body).toMatchObject({ appointmentsOutside: 1, firstOutside: [{ day: '2026-03-05' }] });
  const sooner = locum(martin.resourceId, { toDay: '2026-03-04' });
  const preview = await sonia
    .raw('post', effectPath(practice.id), { locumId: body.locum.id, form: sooner })
    .expect(200);
  const edited = await sonia.put(`/locums/${body.locum.id}`, sooner, 1).expect(200);
  expect(edited.body).toMatchObject({ ...preview.body, appointmentsOutside: 1, locum: { version: 2 } });
  await sonia.put(`/locums/${body.locum.id}`, sooner, 1).expect(412);
  await sonia.delete(`/locums/${body.locum.id}`).expect(204);
  expect((await lea.get('/setup')).body.locums).toEqual([]);
});

test('her account opens the agenda as her own day, on those days only, and moves its visits along', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const bekri = await t.given.desk(practice, ['practitioner'], { name: 'Aïcha BEKRI' });
  const visit = await givenVisit(t, practice, { column: martin, day: '2026-03-02', startMin: 540, status: 'arrived' });
  await bekri.get('/my-day/2026-03-02').expect(404);
  const path = `/appointments/${visit}/status`;
  await bekri.act(path, 1, { to: 'in_consultation' }).expect(403);
  const { body: accounts } = await sonia.get('/locum-accounts').expect(200);
  expect(accounts.accounts).toEqual([{ accountId: bekri.accountId, name: 'Aïcha BEKRI' }]);
  await sonia.post('/locums', locum(martin.resourceId, { accountId: bekri.accountId })).expect(201);
  const { body } = await bekri.get('/my-day/2026-03-02').expect(200);
  expect(body).toMatchObject({ resourceId: martin.resourceId, appointments: [{ id: visit }] });
  await bekri.act(path, 1, { to: 'in_consultation' }).expect(200);
  await bekri.get('/my-day/2026-03-09').expect(404);
});

test.each([
  ['ends before she begins', { toDay: '2026-03-01' }, 422, 'opening.end_before_start'],
  ['is over', { fromDay: '2026-02-02', toDay: '2026-02-06' }, 422, 'opening.in_the_past'],
  ['overlaps another', { fromDay: '2026-03-13', toDay: '2026-03-20' }, 409, 'locum.overlaps'],
  ['has no name', { lastName: '' }, 422, 'request.invalid'],
  ['has an RPPS that is none', { rpps: '12345678901' }, 422, 'request.invalid'],
  ['has an account of nobody', { accountId: '01911111-1111-7111-8111-111111111111' }, 422, 'locum.unknown_account'],
])('a locum who %s is refused, in the preview as in the save', async (_, more, status, code) => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  await sonia.post('/locums', locum(resourceId, { fromDay: '2026-03-09', toDay: '2026-03-13' })).expect(201);
  const form = locum(resourceId, more);
  const told = await sonia.raw('post', effectPath(practice.id), { locumId: null, form }).expect(status);
  expect(told.body.code).toBe(code);
  expect((await sonia.post('/locums', form).expect(status)).body.code).toBe(code);
  expect((await sonia.get('/setup')).body.locums).toHaveLength(1);
});

test('locums are the practice’s own, and a secretary’s account is none of theirs', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  const form = locum(practice.martin.resourceId);
  await lea.post('/locums', form).expect(403);
  await stranger.post('/locums', form).expect(404);
  const byDesk = await sonia.post('/locums', { ...form, accountId: lea.accountId }).expect(422);
  expect(byDesk.body.code).toBe('locum.unknown_account');
  const { body } = await sonia.post('/locums', form).expect(201);
  await stranger.delete(`/locums/${body.locum.id}`).expect(404);
  await stranger.put(`/locums/${body.locum.id}`, form, 1).expect(404);
});
