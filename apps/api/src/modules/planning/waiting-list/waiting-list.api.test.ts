import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { booked, entryNow, holesOf, listed, place, tuesday, waits, wish } from '../../../../test/given-waiting.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const nobody = '0199d7e2-0000-7000-8000-000000000000';

test('somebody is put on the list, and every desk reads for what, since when and by whom', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice, { usedName: 'DELMAS', firstName: 'Irène' });
  const added = await waits(lea, practice, patient.id, {
    resourceIds: [practice.martin.resourceId],
    toDay: '2026-03-06',
    times: [{ isodow: 2, startMin: 0, endMin: 720 }],
    noticeMin: 120,
    urgency: 'soon',
    note: 'Travaille l’après-midi',
  });
  expect(await listed(sonia)).toEqual([
    expect.objectContaining({
      id: added.id,
      patient: expect.objectContaining({ usedName: 'DELMAS', firstName: 'Irène' }),
      resourceIds: [practice.martin.resourceId],
      fromDay: '2026-03-02',
      toDay: '2026-03-06',
      times: [{ isodow: 2, startMin: 0, endMin: 720 }],
      noticeMin: 120,
      urgency: 'soon',
      note: 'Travaille l’après-midi',
      addedBy: 'Léa BERNARD',
      state: 'waiting',
      current: null,
      booked: null,
      version: 1,
    }),
  ]);
  expect(Date.parse(added.since)).toBe(Date.parse('2026-03-02T09:00:00+01:00'));
});

test('the list is read by urgency, then by wait, and narrowed by motif, column and urgency', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { firstVisit, martin, leroy } = practice;
  const patient = await t.given.patient(practice);
  const usual = await waits(lea, practice, patient.id);
  const first = await waits(lea, practice, patient.id, { motifId: firstVisit, urgency: 'urgent' });
  const named = await waits(lea, practice, patient.id, { resourceIds: [leroy.resourceId], urgency: 'soon' });
  const ids = async (query = '') => (await listed(lea, query)).map(({ id }) => id);
  expect(await ids()).toEqual([first.id, named.id, usual.id]);
  expect(await ids(`?motifId=${firstVisit}`)).toEqual([first.id]);
  expect(await ids(`?resourceId=${martin.resourceId}`)).toEqual([first.id, usual.id]);
  expect(await ids(`?resourceId=${leroy.resourceId}`)).toEqual([named.id, usual.id]);
  expect(await ids('?urgency=normal')).toEqual([usual.id]);
  expect(await ids('?state=closed')).toEqual([]);
});

test('the same patient for the same motif is told, not refused', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const first = await waits(lea, practice, patient.id);
  await waits(lea, practice, patient.id, { motifId: practice.firstVisit });
  const again = await lea.post('/waiting-list', wish(practice, patient.id));
  expect(again.status).toBe(201);
  expect(again.body.alike).toEqual([{ id: first.id, since: expect.any(String) }]);
});

test('sent twice, a request puts her on the list once', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const key = crypto.randomUUID();
  const [one, two] = [
    await lea.post('/waiting-list', wish(practice, patient.id), key),
    await lea.post('/waiting-list', wish(practice, patient.id), key),
  ];
  expect([one.status, two.status, two.body.entry.id]).toEqual([201, 201, one.body.entry.id]);
  expect(await listed(lea)).toHaveLength(1);
});

test.each([
  ['days that are over', { fromDay: '2026-02-01', toDay: '2026-03-01' }, 422, 'waiting_list.window_over'],
  ['an end before the beginning', { fromDay: '2026-03-10', toDay: '2026-03-09' }, 422, 'request.invalid'],
  ['a day that does not exist', { fromDay: '2026-02-30' }, 422, 'request.invalid'],
  ['hours that end before they begin', { times: [{ isodow: 2, startMin: 720, endMin: 600 }] }, 422, 'request.invalid'],
  ['an eighth weekday', { times: [{ isodow: 8, startMin: 0, endMin: 720 }] }, 422, 'request.invalid'],
  ['a notice of a year', { noticeMin: 525_600 }, 422, 'request.invalid'],
  ['no length', { durationMin: 0 }, 422, 'request.invalid'],
  ['a note that is a novel', { note: 'x'.repeat(301) }, 422, 'request.invalid'],
  ['an urgency of its own', { urgency: 'vital' }, 422, 'request.invalid'],
  ['an unknown motif', { motifId: nobody }, 404, 'resource.not_found'],
  ['an unknown patient', { patientId: nobody }, 404, 'resource.not_found'],
  ['an unknown visit', { appointmentId: nobody }, 404, 'resource.not_found'],
])('the list refuses %s', async (_, overrides, status, code) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const reply = await lea.post('/waiting-list', wish(practice, patient.id, overrides));
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(await listed(lea)).toEqual([]);
});

test('a column where the motif is not on offer is refused, an unknown one too', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { firstVisit, leroy } = practice;
  const reply = await lea.post(
    '/waiting-list',
    wish(practice, patient.id, { motifId: firstVisit, resourceIds: [leroy.resourceId] }),
  );
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.motif_not_offered']);
  await lea.post('/waiting-list', wish(practice, patient.id, { resourceIds: [nobody] })).expect(409);
});

test('the visit given back is hers, to come, and for the same motif', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const other = await t.given.patient(practice);
  const [hers, foreign] = [await booked(lea, practice, patient.id, 900), await booked(lea, practice, other.id, 930)];
  const code = async (overrides: object) =>
    (await lea.post('/waiting-list', wish(practice, patient.id, overrides))).body.code;
  expect(await code({ appointmentId: foreign.id })).toBe('waiting_list.visit_unfit');
  expect(await code({ appointmentId: hers.id, motifId: practice.firstVisit })).toBe('waiting_list.visit_unfit');
  const entry = await waits(lea, practice, patient.id, { appointmentId: hers.id });
  expect(entry.current).toEqual({
    id: hers.id,
    resourceId: practice.martin.resourceId,
    day: tuesday,
    startMin: 900,
  });
  await lea.act(`/appointments/${hers.id}/cancel`, hers.version, { by: 'patient' }).expect(200);
  expect(await code({ appointmentId: hers.id })).toBe('waiting_list.visit_unfit');
  expect((await entryNow(lea, entry.id)).entry.current).toBeNull();
});

test('two desks change one entry: the second learns that it moved on; what changed is in its history', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const { patientId: _, ...edit } = wish(practice, patient.id, { urgency: 'urgent', note: 'Douleurs' });
  const changed = await lea.put(`/waiting-list/${entry.id}`, edit, 1).expect(200);
  expect(changed.body).toMatchObject({ urgency: 'urgent', version: 2, since: entry.since });
  const late = await sonia.put(`/waiting-list/${entry.id}`, edit, 1);
  expect([late.status, late.body.code]).toEqual([412, 'version.stale']);
  const { events } = await entryNow(sonia, entry.id);
  expect(events.map(({ kind, actorName, details }) => [kind, actorName, details])).toEqual([
    ['added', 'Léa BERNARD', { urgency: 'normal' }],
    ['edited', 'Léa BERNARD', { fields: 'urgency,note' }],
  ]);
});

test('somebody is taken off with a reason, put back, and has waited since she first asked', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  await lea.act(`/waiting-list/${entry.id}/withdraw`, 1, {}).expect(422);
  const off = await lea.act(`/waiting-list/${entry.id}/withdraw`, 1, { reason: 'unreachable', note: '3 appels' });
  expect(off.body).toMatchObject({ state: 'withdrawn', closedReason: 'unreachable', version: 2 });
  expect(await listed(sonia)).toEqual([]);
  expect((await listed(sonia, '?state=closed')).map(({ id }) => id)).toEqual([entry.id]);
  const { patientId: _, ...edit } = wish(practice, patient.id);
  expect((await sonia.put(`/waiting-list/${entry.id}`, edit, 2)).body.code).toBe('waiting_list.entry_closed');
  const back = await sonia.act(`/waiting-list/${entry.id}/restore`, 2).expect(200);
  expect(back.body).toMatchObject({ state: 'waiting', closedReason: null, since: entry.since, version: 3 });
  expect((await sonia.act(`/waiting-list/${entry.id}/restore`, 3)).body.code).toBe('waiting_list.not_withdrawn');
  const { events } = await entryNow(lea, entry.id);
  expect(events.map(({ kind, details }) => [kind, details])).toEqual([
    ['added', { urgency: 'normal' }],
    ['withdrawn', { reason: 'unreachable', note: '3 appels' }],
    ['restored', {}],
  ]);
});

test('another practice’s list does not exist here', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const other = await t.given.practice();
  const stranger = await t.given.patient(other);
  const theirs = await t.given.desk(other);
  const entry = await waits(theirs, other, stranger.id);
  const replies = await Promise.all([
    lea.get(`/waiting-list/${entry.id}`),
    lea.act(`/waiting-list/${entry.id}/withdraw`, 1, { reason: 'other' }),
    lea.act(`/waiting-list/${entry.id}/restore`, 1),
    lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600)),
    lea.post('/waiting-list', wish(practice, stranger.id)),
    lea.raw('get', `/practices/${other.id}/waiting-list`),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect(await listed(lea)).toEqual([]);
});

test('whoever works for lent columns sees, adds and fills those alone', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  const patient = await t.given.patient(practice);
  const hidden = await waits(lea, practice, patient.id, { resourceIds: [martin.resourceId] });
  const open = await waits(lea, practice, patient.id);
  expect((await listed(remote)).map(({ id }) => id)).toEqual([open.id]);
  await remote.get(`/waiting-list/${hidden.id}`).expect(404);
  await remote.post('/waiting-list', wish(practice, patient.id, { resourceIds: [martin.resourceId] })).expect(404);
  const own = await waits(remote, practice, patient.id);
  expect(own.resourceIds).toEqual([leroy.resourceId]);
  const holes = await holesOf(remote);
  expect(new Set(holes.map(({ resourceId }) => resourceId))).toEqual(new Set([leroy.resourceId]));
  expect(await holesOf(remote, { resourceIds: [martin.resourceId] })).toEqual([]);
  await remote.act(`/waiting-list/${open.id}/accept`, 1, place(practice, 600)).expect(404);
  const there = place(practice, 600, { resourceId: leroy.resourceId });
  await remote.act(`/waiting-list/${open.id}/accept`, 1, there).expect(201);
});

test('a practitioner reads the list and changes nothing of it', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const doctor = await t.given.desk(practice, ['practitioner'], { practitionerId: practice.martin.practitionerId });
  expect((await listed(doctor)).map(({ id }) => id)).toEqual([entry.id]);
  await doctor.post('/waiting-list', wish(practice, patient.id)).expect(403);
  await doctor.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600)).expect(403);
});

test('the journal of accesses names the patient and the entry', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  await lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600)).expect(201);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(
      `select action, patient_id, subject_id from audit_event
        where practice_id = $1 and action like 'waiting_list.%' order by at, id`,
      [practice.id],
    ),
  );
  const about = { patient_id: patient.id, subject_id: entry.id };
  expect(rows).toEqual([
    { action: 'waiting_list.add', ...about },
    { action: 'waiting_list.accept', ...about },
  ]);
});
