import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../../test/desk.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const day = '2026-03-04';
const exception = (resourceId: string, more: object = {}) => ({
  ...{ resourceId, day, startMin: 840, endMin: 1080, effect: 'closed', reason: 'Pont' },
  ...more,
});
const effectOf = (desk: Desk, body: object, path = '/opening-exceptions/effect') =>
  desk.raw('post', `/practices/${desk.practiceId}${path}`, body);
const booked = (desk: Desk, place: object) => desk.post('/appointments', place);

describe('one day of one column', () => {
  test('the preview tells what the save tells; removed, the day is as before', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy } = practice;
    const hit = await givenVisit(t, practice, { column: martin, day, startMin: 900 });
    await givenVisit(t, practice, { column: martin, day, startMin: 600 });
    await givenVisit(t, practice, { column: leroy, day, startMin: 900 });
    const form = exception(martin.resourceId);
    const preview = await effectOf(sonia, { add: form }).expect(200);
    expect(preview.body).toMatchObject({ appointmentsOutside: 1, firstOutside: [{ appointmentId: hit }] });
    const saved = await sonia.post('/opening-exceptions', form).expect(201);
    expect(saved.body).toMatchObject(preview.body);
    const { id } = saved.body.exception;
    expect((await lea.get('/setup')).body.openingExceptions).toEqual([{ id, siteId: null, ...form }]);
    await sonia.delete(`/opening-exceptions/${id}`).expect(204);
    expect((await lea.get('/setup')).body.openingExceptions).toEqual([]);
    await sonia.delete(`/opening-exceptions/${id}`).expect(404);
  });

  test('what it opens can be booked, what it closes cannot, and the finder agrees', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { resourceId } = practice.martin;
    const patient = await t.given.patient(practice);
    const place = { resourceId, motifId: practice.consultation, patientId: patient.id, durationMin: 15 };
    const saturday = { day: '2026-03-07', startMin: 540 };
    await booked(lea, { ...place, ...saturday }).expect(409);
    const open = exception(resourceId, { ...saturday, endMin: 600, effect: 'open', reason: '' });
    await sonia.post('/opening-exceptions', open).expect(201);
    await booked(lea, { ...place, ...saturday }).expect(201);
    await sonia.post('/opening-exceptions', exception(resourceId)).expect(201);
    const refused = await booked(lea, { ...place, day, startMin: 900 }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'appointment.outside_opening_hours',
      details: { refusals: [{ details: { reason: { kind: 'exception', reason: 'Pont' } } }] },
    });
    const free = await lea.raw('post', `/practices/${practice.id}/free-slots`, {
      ...{ motifId: practice.consultation, resourceIds: [resourceId], durationMin: 15, limit: 30 },
      ...{ fromDay: '2026-03-07', toDay: '2026-03-08' },
    });
    expect(free.body.slots.map(({ startMin }: { startMin: number }) => startMin)).toEqual([555, 570, 585]);
  });

  test('removing an opening tells whom it leaves outside', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const { martin } = practice;
    const open = exception(martin.resourceId, { day: '2026-03-07', startMin: 540, endMin: 720, effect: 'open' });
    const { body } = await sonia.post('/opening-exceptions', open).expect(201);
    await givenVisit(t, practice, { column: martin, day: '2026-03-07', startMin: 600 });
    const told = await effectOf(sonia, { remove: body.exception.id }).expect(200);
    expect(told.body.appointmentsOutside).toBe(1);
  });

  test.each([
    ['ends before it starts', { endMin: 800 }, 422, 'opening.end_before_start'],
    ['lasts no time', { endMin: 840 }, 422, 'opening.end_before_start'],
    ['is over', { day: '2026-03-01' }, 422, 'opening.in_the_past'],
    ['ends at 25:00', { endMin: 1500 }, 422, 'request.invalid'],
    [
      'is at a site nobody knows',
      { day: '2026-03-05', siteId: '01911111-1111-7111-8111-111111111111' },
      422,
      'opening.unknown_site',
    ],
    ['overlaps another', { startMin: 800, endMin: 841 }, 409, 'opening.exception_overlaps'],
  ])('one that %s is refused, in the preview as in the save', async (_, more, status, code) => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const { resourceId } = practice.martin;
    await sonia.post('/opening-exceptions', exception(resourceId)).expect(201);
    const form = exception(resourceId, { day: '2026-03-04', ...more });
    expect((await effectOf(sonia, { add: form }).expect(status)).body.code).toBe(code);
    expect((await sonia.post('/opening-exceptions', form).expect(status)).body.code).toBe(code);
    expect((await sonia.get('/setup')).body.openingExceptions).toHaveLength(1);
  });

  test('ten desks that close the same afternoon at once: one does, nine are told', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const form = exception(practice.martin.resourceId);
    const replies = await Promise.all(Array.from({ length: 10 }, () => sonia.post('/opening-exceptions', form)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    const codes = new Set(replies.filter(({ status }) => status === 409).map(({ body }) => body.code));
    expect(codes).toEqual(new Set(['opening.exception_overlaps']));
  });

  test('nobody changes the day of another practice, nor without the right', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
    const form = exception(practice.martin.resourceId);
    await lea.post('/opening-exceptions', form).expect(403);
    await stranger.post('/opening-exceptions', form).expect(404);
    const { body } = await sonia.post('/opening-exceptions', form).expect(201);
    await stranger.delete(`/opening-exceptions/${body.exception.id}`).expect(404);
    await effectOf(stranger, { remove: body.exception.id }).expect(404);
    expect((await stranger.get('/setup')).body.openingExceptions).toEqual([]);
  });
});

describe('a day of the whole practice', () => {
  const easter = '2026-04-06';

  test('a holiday that is worked opens; given back, it tells whom it leaves outside', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const patient = await t.given.patient(practice);
    const place = {
      ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
      ...{ day: easter, startMin: 540, durationMin: 15 },
    };
    const refused = await booked(lea, place).expect(409);
    expect(refused.body.code).toBe('appointment.public_holiday');
    await sonia.post('/holiday-overrides', { day: easter, effect: 'worked' }).expect(201);
    await booked(lea, place).expect(201);
    const told = await effectOf(sonia, { remove: easter }, '/holiday-overrides/effect').expect(200);
    expect(told.body.appointmentsOutside).toBe(1);
    await sonia.delete(`/holiday-overrides/${easter}`).expect(204);
    expect((await lea.get('/setup')).body.holidayOverrides).toEqual([]);
    await sonia.delete(`/holiday-overrides/${easter}`).expect(404);
  });

  test('a day of its own closes every column and says so', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    for (const column of [practice.martin, practice.leroy])
      await givenVisit(t, practice, { column, day, startMin: 600 });
    const form = { day, effect: 'closed', label: 'Inventaire' };
    const preview = await effectOf(sonia, { add: form }, '/holiday-overrides/effect').expect(200);
    const { body } = await sonia.post('/holiday-overrides', form).expect(201);
    expect(body).toMatchObject({ override: form, ...preview.body, appointmentsOutside: 2 });
    const patient = await t.given.patient(practice);
    const refused = await booked(lea, {
      ...{ resourceId: practice.leroy.resourceId, motifId: practice.consultation, patientId: patient.id },
      ...{ day, startMin: 900, durationMin: 15 },
    }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'appointment.practice_closed',
      details: { refusals: [{ details: { label: 'Inventaire' } }] },
    });
  });

  test.each([
    ['works a day that is no holiday', { day, effect: 'worked' }, 422, 'opening.not_a_holiday'],
    ['closes a holiday', { day: easter, effect: 'closed', label: 'x' }, 422, 'opening.already_a_holiday'],
    ['closes a day without a word', { day, effect: 'closed', label: ' ' }, 422, 'request.invalid'],
    ['is over', { day: '2026-01-01', effect: 'worked' }, 422, 'opening.in_the_past'],
    ['is no day', { day: '2026-02-30', effect: 'closed', label: 'x' }, 422, 'request.invalid'],
    ['is set already', { day: '2026-05-08', effect: 'worked' }, 409, 'opening.day_already_set'],
  ])('one that %s is refused, in the preview as in the save', async (_, form, status, code) => {
    const { sonia } = await t.given.deskWithTwoSecretaries();
    await sonia.post('/holiday-overrides', { day: '2026-05-08', effect: 'worked' }).expect(201);
    const told = await effectOf(sonia, { add: form }, '/holiday-overrides/effect').expect(status);
    expect(told.body.code).toBe(code);
    expect((await sonia.post('/holiday-overrides', form).expect(status)).body.code).toBe(code);
    expect((await sonia.get('/setup')).body.holidayOverrides).toHaveLength(1);
  });

  test('a secretary sets none, and another practice keeps its calendar', async () => {
    const { lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { lea: stranger } = await t.given.deskWithTwoSecretaries();
    await lea.post('/holiday-overrides', { day: easter, effect: 'worked' }).expect(403);
    await sonia.post('/holiday-overrides', { day: easter, effect: 'worked' }).expect(201);
    expect((await stranger.get('/setup')).body.holidayOverrides).toEqual([]);
  });
});
