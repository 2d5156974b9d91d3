import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  absentOverBookedPatients,
  allDay,
  bookLeroy,
  lineOf,
  mark,
  placeOf,
  propose,
  read,
  rebook,
  wednesday,
} from '../../../../test/absence-story.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('before an absence is noted, the desk learns how many patients it meets; nothing is written', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await bookLeroy(t, lea, practice, 480);
  await bookLeroy(t, lea, practice, 900, { urgent: true });
  await bookLeroy(t, lea, practice, 540, { resourceId: practice.martin.resourceId });
  const form = { resourceId: practice.leroy.resourceId, ...allDay };
  const effect = (change: object) => lea.post('/absences/effect', { ...form, ...change });
  expect((await effect({}).expect(200)).body).toEqual({ hit: 2, urgent: 1, present: 0, isAbsentAlready: false });
  expect((await effect({ fromMin: 840 }).expect(200)).body).toMatchObject({ hit: 1, urgent: 1 });
  expect((await lea.get('/setup')).body.absences).toEqual([]);
  await lea.post('/absences', form).expect(201);
  expect((await effect({ fromMin: 840 }).expect(200)).body.isAbsentAlready).toBe(true);
});

test.each([
  ['is over', { fromDay: '2026-02-20', toDay: '2026-03-01' }, 'absence.in_the_past'],
  ['ends before it starts', { fromMin: 900, toMin: 600 }, 'absence.end_before_start'],
  ['lasts more than two years', { toDay: '2028-03-06' }, 'absence.too_long'],
])('an absence that %s is refused, in the preview too', async (_, change, code) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const form = { resourceId: practice.leroy.resourceId, ...allDay, ...change };
  expect((await lea.post('/absences', form).expect(422)).body.code).toBe(code);
  expect((await lea.post('/absences/effect', form).expect(422)).body.code).toBe(code);
  expect((await lea.get('/setup')).body.absences).toEqual([]);
});

test('a sick day over booked patients: all are kept, listed by urgency then time, and still to call', async () => {
  const { lea, visits, plan, absenceId } = await absentOverBookedPatients(t);
  const { lines, notedBy } = await read(lea, plan);
  expect(notedBy).toBe('Léa BERNARD');
  expect(lines.map(({ appointmentId }) => appointmentId)).toEqual([visits[4], ...visits.slice(0, 4)]);
  expect(lines.map(({ priority, state }) => `${priority} ${state}`)).toEqual([
    '1 to_call',
    ...Array(4).fill('3 to_call'),
  ]);
  expect(lines[0]?.phoneMasked).toMatch(/^06.••.••.••.34$/u);
  const { plans } = (await lea.get('/absence-plans').expect(200)).body;
  expect(plans).toEqual([expect.objectContaining({ done: 0, total: 5 })]);
  expect(plans[0].absence.id).toBe(absenceId);
});

test('every proposal of the table can be booked, all of them together', async () => {
  const { practice, lea, plan } = await absentOverBookedPatients(t);
  const lines = await propose(lea, plan);
  expect(lines).toHaveLength(5);
  const kinds = lines.map(({ proposals }) => proposals.map(({ kind }) => kind));
  for (const offered of kinds) expect(offered).toEqual(['same_practitioner', 'same_day', 'same_week']);
  const own = lines.map(({ proposals }) => proposals[0]);
  expect(own.every((place) => place?.resourceId === practice.leroy.resourceId && place.day > wednesday)).toBe(true);
  const colleague = lines.map(({ proposals }) => proposals[1]);
  expect(colleague.every((place) => place?.resourceId === practice.martin.resourceId && place.day === wednesday)).toBe(
    true,
  );
  for (const { proposals } of lines) {
    for (const place of proposals) {
      const patient = await t.given.patient(practice);
      const request = { ...placeOf(place), motifId: practice.consultation, patientId: patient.id, durationMin: 15 };
      await lea.post('/appointments', request).expect(201);
    }
  }
});

test('what is on the screen stays while it is free, and is replaced when it went', async () => {
  const { practice, lea, sonia, plan } = await absentOverBookedPatients(t);
  const before = await propose(lea, plan);
  const gone = before[1]?.proposals[0];
  if (!gone) throw new Error('nothing proposed');
  const patient = await t.given.patient(practice);
  await sonia
    .post('/appointments', { ...placeOf(gone), motifId: practice.consultation, patientId: patient.id, durationMin: 15 })
    .expect(201);
  const after = await propose(lea, plan, before);
  expect(after[1]?.proposals[0]).not.toEqual(gone);
  expect(after.filter((_, index) => index !== 1)).toEqual(before.filter((_, index) => index !== 1));
});

test('a patient who has a visit elsewhere is not offered that hour', async () => {
  const { practice, lea, visits, plan } = await absentOverBookedPatients(t);
  const offered = async () =>
    (await propose(lea, plan)).find(({ appointmentId }) => appointmentId === visits[0])?.proposals ?? [];
  const [soonest] = await offered();
  if (!soonest) throw new Error('nothing proposed');
  const { patient } = await lineOf(lea, plan, visits[0]);
  const elsewhere = { ...placeOf(soonest), resourceId: practice.martin.resourceId };
  await lea
    .post('/appointments', { ...elsewhere, motifId: practice.consultation, patientId: patient.id, durationMin: 15 })
    .expect(201);
  const again = await offered();
  expect(again).toHaveLength(3);
  expect(again.filter(({ day, startMin }) => day === soonest.day && startMin === soonest.startMin)).toEqual([]);
});

test('replaced: the visit moves, the line says where, the journal keeps it, and its own undo brings it back', async () => {
  const { practice, lea, visits, plan } = await absentOverBookedPatients(t);
  const line = await lineOf(lea, plan, visits[0]);
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 480 };
  const { body } = await rebook(lea, plan, line, place).expect(200);
  expect(body.line).toMatchObject({ state: 'rebooked', to: place, by: 'Léa BERNARD' });
  expect(body.line.from).toEqual({ resourceId: practice.leroy.resourceId, day: wednesday, startMin: 480 });
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 1, total: 5 });
  const visit = (await lea.get(`/appointments/${visits[0]}`)).body;
  expect(visit.events.map(({ kind }: { kind: string }) => kind)).toEqual(['booked', 'moved']);
  await lea.post(`/acts/${body.act.id}/undo`).expect(200);
  expect(await lineOf(lea, plan, visits[0])).toMatchObject({ state: 'to_call', to: null, by: null });
});

test('at a site with another clock, the hour a moved visit had is told by that clock', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const there = { name: 'Saint-Pierre', street: '3 rue du Port', postalCode: '97410', city: 'Saint-Pierre' };
  const site = await sonia.post('/sites', { ...there, zone: 'Indian/Reunion', holidayZone: 'FR-RE' }).expect(201);
  const { resourceId } = practice.leroy;
  await sonia.put(`/resources/${resourceId}/site`, { siteId: site.body.id }, 1).expect(200);
  await bookLeroy(t, lea, practice, 600);
  const { body } = await lea.post('/absences', { resourceId, ...allDay }).expect(201);
  const plan = `/absence-plans/${body.absence.id}`;
  const [before] = (await read(lea, plan)).lines;
  expect(before?.startsAt).toBe('2026-03-04T06:00:00.000Z');
  const [proposal] = (await propose(lea, plan))[0]?.proposals ?? [];
  if (!before || !proposal) throw new Error('nothing is proposed');
  await rebook(lea, plan, before, placeOf(proposal)).expect(200);
  const [after] = (await read(lea, plan)).lines;
  expect([after?.state, after?.startsAt, after?.from]).toEqual(['rebooked', before.startsAt, before.from]);
});

test('two desks rebook the same visit: one does, the other is told, and nothing is moved twice', async () => {
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients(t);
  const line = await lineOf(lea, plan, visits[0]);
  const at = (startMin: number) => ({ resourceId: practice.martin.resourceId, day: wednesday, startMin });
  const replies = await Promise.all([rebook(lea, plan, line, at(600)), rebook(sonia, plan, line, at(660))]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const after = await lineOf(lea, plan, visits[0]);
  const won = replies.find(({ status }) => status === 200)?.body.line.to;
  expect(after).toMatchObject({ state: 'rebooked', to: won });
  const day = (await lea.get(`/days/${wednesday}`)).body.appointments;
  expect(
    day.filter(({ resourceId }: { resourceId: string }) => resourceId === practice.martin.resourceId),
  ).toHaveLength(1);
});

test('the place was taken meanwhile: refused with new places, and the visit stays where it was', async () => {
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients(t);
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 600 };
  const [first, second] = await Promise.all([lineOf(lea, plan, visits[0]), lineOf(lea, plan, visits[1])]);
  await rebook(sonia, plan, second, place).expect(200);
  const refused = await rebook(lea, plan, first, place).expect(409);
  expect(refused.body.code).toBe('appointment.slot_taken');
  const [proposal] = refused.body.details.proposals;
  expect(await lineOf(lea, plan, visits[0])).toMatchObject({ state: 'to_call', version: first.version });
  await rebook(lea, plan, first, placeOf(proposal)).expect(200);
});

test('told, put aside, called without an answer: each with who and when; a line that changed is not written over', async () => {
  const { lea, sonia, visits, plan } = await absentOverBookedPatients(t);
  const line = await lineOf(lea, plan, visits[0]);
  const tried = await mark(lea, plan, line, 'to_call', 'ne répond pas').expect(200);
  expect(tried.body).toMatchObject({ state: 'to_call', note: 'ne répond pas', by: 'Léa BERNARD' });
  expect(tried.body.at).toMatch(/^2026-03-02T08:00:00/);
  expect((await mark(sonia, plan, line, 'told').expect(412)).body.code).toBe('version.stale');
  const told = await mark(sonia, plan, tried.body, 'told').expect(200);
  expect(told.body).toMatchObject({ state: 'told', by: 'Sonia DUBREUIL' });
  await mark(lea, plan, told.body, 'aside').expect(200);
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 0, total: 5 });
  const all = await Promise.all(visits.slice(1, 3).map((id) => lineOf(lea, plan, id)));
  for (const one of all) await mark(lea, plan, one, 'told').expect(200);
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 2, total: 5 });
});

test('two desks note the same line at once: one does', async () => {
  const { lea, sonia, visits, plan } = await absentOverBookedPatients(t);
  const line = await lineOf(lea, plan, visits[0]);
  const replies = await Promise.all([mark(lea, plan, line, 'told'), mark(sonia, plan, line, 'aside')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('refused: cancelled by the practitioner with the note, its place is free, undo brings it back on the list', async () => {
  const { lea, visits, plan } = await absentOverBookedPatients(t);
  const { appointmentId, version } = await lineOf(lea, plan, visits[0]);
  const { body } = await lea
    .act(`${plan}/visits/${appointmentId}/refuse`, version, { note: 'préfère attendre' })
    .expect(200);
  expect(body.line).toMatchObject({ state: 'refused', status: 'cancelled', note: 'préfère attendre' });
  const visit = (await lea.get(`/appointments/${appointmentId}`)).body.appointment;
  expect(visit.cancelledBy).toBe('practitioner');
  await lea.post(`/acts/${body.act.id}/undo`).expect(200);
  expect((await lineOf(lea, plan, visits[0])).state).toBe('to_call');
});

test('moved or cancelled in the agenda by somebody else, a visit stays on the list as settled', async () => {
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients(t);
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 660, durationMin: 15 };
  await sonia.act(`/appointments/${visits[0]}/move`, 1, place).expect(200);
  await sonia.act(`/appointments/${visits[1]}/cancel`, 1, { by: 'patient', reason: '' }).expect(200);
  expect((await lineOf(lea, plan, visits[0])).state).toBe('rebooked');
  expect((await lineOf(lea, plan, visits[1])).state).toBe('cancelled');
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 2, total: 5 });
});

test('a visit put in the way after the absence was noted comes onto the list', async () => {
  const { practice, lea, plan } = await absentOverBookedPatients(t);
  // As an import does, which keeps what it reads.
  const late = await bookLeroy(t, lea, practice, 480, { day: '2026-03-05' });
  await t.given.within(practice, () =>
    t.owner.query(
      `update appointment set local_day = '2026-03-04', starts_at = starts_at - interval '1 day',
         ends_at = ends_at - interval '1 day' where practice_id = $1 and id = $2`,
      [practice.id, late],
    ),
  );
  const line = await lineOf(lea, plan, late);
  expect(line.state).toBe('to_call');
  await mark(lea, plan, line, 'told').expect(200);
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 1, total: 6 });
});

test('a room that is closed meets the visits that take place in it, whoever receives', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const visit = await bookLeroy(t, lea, practice, 480);
  // Any resource stands for the room.
  await t.given.within(practice, () =>
    t.owner.query('update appointment set companion_ids = array[$2::uuid] where practice_id = $1', [
      ...[practice.id, practice.martin.resourceId],
    ]),
  );
  const form = { resourceId: practice.martin.resourceId, ...allDay, reason: 'other' };
  expect((await lea.post('/absences/effect', form).expect(200)).body.hit).toBe(1);
  const { body } = await lea.post('/absences', form).expect(201);
  const plan = `/absence-plans/${body.absence.id}`;
  expect(await lineOf(lea, plan, visit)).toMatchObject({
    state: 'to_call',
    from: { resourceId: practice.leroy.resourceId },
  });
  const [offered] = await propose(lea, plan);
  expect(offered?.proposals[0]).toMatchObject({ kind: 'same_practitioner', resourceId: practice.leroy.resourceId });
});
