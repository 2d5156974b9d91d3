import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

function slot(practice: GivenPractice, patientId: string, startMin: number, overrides: object = {}) {
  return {
    resourceId: practice.martin.resourceId,
    motifId: practice.consultation,
    patientId,
    day: tuesday,
    startMin,
    durationMin: 15,
    ...overrides,
  };
}

test('a secretary books nine o’clock and the day shows it', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice, { usedName: 'PETIT', firstName: 'Jean' });
  const reply = await lea.post('/appointments', slot(practice, patient.id, 540));
  expect(reply.status).toBe(201);
  expect(reply.body.appointment).toMatchObject({
    status: 'booked',
    day: tuesday,
    startMin: 540,
    endMin: 555,
    version: 1,
  });
  expect(reply.body.appointment.startsAt).toBe('2026-03-03T08:00:00+00:00');
  const day = await lea.get(`/days/${tuesday}`);
  expect(day.status).toBe(200);
  expect(day.body.appointments.map((card: { patient: { usedName: string } }) => card.patient.usedName)).toEqual([
    'PETIT',
  ]);
});

test('two secretaries racing for one slot: exactly one wins, and the loser learns who and what is free next', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  // A full day: deadlocks never show on an empty table.
  for (const startMin of [480, 495, 510, 525, 555, 570])
    await lea.post('/appointments', slot(practice, patient.id, startMin));
  const replies = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      (index % 2 ? lea : sonia).post('/appointments', slot(practice, patient.id, 540)),
    ),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  const losers = replies.filter(({ status }) => status === 409);
  expect(losers).toHaveLength(15);
  const { code, details } = losers[0]?.body ?? {};
  expect(code).toBe('appointment.slot_taken');
  expect(['Léa BERNARD', 'Sonia DUBREUIL']).toContain(details.takenBy);
  expect(details.alternatives[0]).toEqual({
    resourceId: practice.martin.resourceId,
    day: tuesday,
    startMin: 585,
    endMin: 600,
  });
});

test('visits of overlapping lengths racing over two columns leave no overlap behind', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const wanted = Array.from({ length: 40 }, (_, index) =>
    slot(practice, patient.id, 480 + (index % 8) * 10, {
      resourceId: index % 3 ? practice.martin.resourceId : practice.leroy.resourceId,
      durationMin: 15 + (index % 4) * 5,
    }),
  );
  const replies = await Promise.all(wanted.map((body) => lea.post('/appointments', body)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
  const overlaps = await t.given.within(practice, () =>
    t.owner.query(
      `select 1 from appointment a join appointment b on a.practice_id = b.practice_id and a.resource_id = b.resource_id
         and a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
        where a.practice_id = $1 and a.status <> 'cancelled' and b.status <> 'cancelled'`,
      [practice.id],
    ),
  );
  expect(overlaps.rowCount).toBe(0);
});

test('a refusal names every reason at once', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const sunday = slot(practice, patient.id, 780, {
    day: '2026-03-08',
    motifId: practice.firstVisit,
    resourceId: practice.leroy.resourceId,
  });
  const reply = await lea.post('/appointments', sunday);
  expect(reply.status).toBe(409);
  const codes = reply.body.details.refusals.map((refusal: { code: string }) => refusal.code);
  expect(codes).toEqual(['appointment.motif_not_offered', 'appointment.outside_opening_hours']);
});

test.each([
  ['lunch', { startMin: 735 }, 409, 'appointment.outside_opening_hours'],
  ['a public holiday', { day: '2026-05-01' }, 409, 'appointment.public_holiday'],
  ['yesterday', { day: '2026-03-01' }, 409, 'appointment.in_the_past'],
  [
    'an hour that the spring change skips',
    { day: '2026-03-29', startMin: 150 },
    422,
    'appointment.nonexistent_local_time',
  ],
  ['no length', { durationMin: 0 }, 422, 'request.invalid'],
  ['an unknown motif', { motifId: '0199d7e2-0000-7000-8000-000000000000' }, 404, 'resource.not_found'],
  ['an unknown patient', { patientId: '0199d7e2-0000-7000-8000-000000000000' }, 404, 'resource.not_found'],
  ['an id that is none', { resourceId: 'martin' }, 422, 'request.invalid'],
])('booking refuses %s', async (_, overrides, status, code) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const reply = await lea.post('/appointments', slot(practice, patient.id, 540, overrides));
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test("another practice's ids do not exist here", async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const other = await t.given.practice();
  const patient = await t.given.patient(practice);
  const stranger = await t.given.patient(other);
  const statuses = await Promise.all([
    lea.post('/appointments', slot(practice, stranger.id, 540)),
    lea.post('/appointments', slot(practice, patient.id, 540, { resourceId: other.martin.resourceId })),
    lea.post('/appointments', slot(practice, patient.id, 540, { motifId: other.consultation })),
    lea.raw('get', `/practices/${other.id}/days/${tuesday}`),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('the same request sent twice books once and answers the same', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const body = slot(practice, patient.id, 540);
  const [first, second] = await Promise.all([
    lea.post('/appointments', body, 'key-of-one-click'),
    lea.post('/appointments', body, 'key-of-one-click'),
  ]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body.appointment.id).toBe(first.body.appointment.id);
  const changed = await lea.post('/appointments', { ...body, startMin: 600 }, 'key-of-one-click');
  expect([changed.status, changed.body.code]).toEqual([422, 'request.idempotency_key_reused']);
});

test('moving keeps the confirmation, frees the old place and is written in the journal', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { appointment } = (await lea.post('/appointments', slot(practice, patient.id, 540))).body;
  const confirmed = await lea.act(`/appointments/${appointment.id}/status`, 1, { to: 'confirmed' });
  expect(confirmed.body.appointment.status).toBe('confirmed');
  const moved = await sonia.act(`/appointments/${appointment.id}/move`, 2, {
    resourceId: practice.leroy.resourceId,
    day: '2026-03-05',
    startMin: 615,
    durationMin: 15,
  });
  expect(moved.body.appointment).toMatchObject({ status: 'confirmed', day: '2026-03-05', startMin: 615, version: 3 });
  const again = await lea.post('/appointments', slot(practice, patient.id, 540));
  expect(again.status).toBe(201);
  const read = await lea.get(`/appointments/${appointment.id}`);
  expect(read.body.events.at(-1)).toMatchObject({
    kind: 'moved',
    actorName: 'Sonia DUBREUIL',
    details: { fromDay: tuesday, fromMin: '540', toDay: '2026-03-05', toMin: '615' },
  });
});

test('two desks changing one visit: the second is told its copy is old', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { appointment } = (await lea.post('/appointments', slot(practice, patient.id, 540))).body;
  const move = { resourceId: practice.martin.resourceId, day: tuesday, startMin: 600, durationMin: 15 };
  const replies = await Promise.all([
    lea.act(`/appointments/${appointment.id}/move`, 1, move),
    sonia.act(`/appointments/${appointment.id}/move`, 1, { ...move, startMin: 660 }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const blind = await lea.post(`/appointments/${appointment.id}/move`, move);
  expect([blind.status, blind.body.code]).toEqual([428, 'version.required']);
});

test('swapping columns from two desks at once never locks up', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const visits = await Promise.all(
    [480, 500, 520, 540, 560, 580].map(async (startMin, index) => {
      const resourceId = index % 2 ? practice.leroy.resourceId : practice.martin.resourceId;
      const reply = await lea.post('/appointments', slot(practice, patient.id, startMin, { resourceId }));
      return {
        id: reply.body.appointment.id,
        startMin,
        other: index % 2 ? practice.martin.resourceId : practice.leroy.resourceId,
      };
    }),
  );
  const replies = await Promise.all(
    visits.map((visit, index) =>
      (index % 2 ? lea : sonia).act(`/appointments/${visit.id}/move`, 1, {
        resourceId: visit.other,
        day: tuesday,
        startMin: visit.startMin,
        durationMin: 15,
      }),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

test('the next free slots start now, skip what is taken, and go on after the first three', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  await lea.post('/appointments', slot(practice, patient.id, 545, { day: '2026-03-02' }));
  const question = {
    durationMin: 15,
    motifId: practice.consultation,
    resourceIds: [practice.martin.resourceId],
    fromDay: '2026-03-02',
  };
  const first = await lea.post('/free-slots', question);
  expect(first.body.slots.map((found: { startMin: number }) => found.startMin)).toEqual([560, 575, 590]);
  const more = await lea.post('/free-slots', { ...question, skip: 3 });
  expect(more.body.slots.map((found: { startMin: number }) => found.startMin)).toEqual([605, 620, 635]);
  const afternoon = await lea.post('/free-slots', { ...question, partOfDay: 'afternoon', limit: 1 });
  expect(afternoon.body.slots[0].startMin).toBe(840);
});
