import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FirstPlace, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import { booked, entryNow, holesOf, listed, place, tuesday, waits } from '../../../../test/given-waiting.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('a cancelled visit leaves a hole, and those whom it suits are named in the order to call', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const gone = await t.given.patient(practice);
  const visit = await booked(lea, practice, gone.id, 600);
  for (const startMin of [585, 615]) await booked(lea, practice, gone.id, startMin);
  const people = await Promise.all([1, 2, 3, 4].map(() => t.given.patient(practice)));
  const [urgent, usual, afternoons, long] = people.map(({ id }) => id) as [string, string, string, string];
  const second = await waits(lea, practice, usual);
  const first = await waits(lea, practice, urgent, { urgency: 'urgent' });
  await waits(lea, practice, afternoons, { times: [{ isodow: 2, startMin: 720, endMin: 1440 }] });
  await waits(lea, practice, long, { durationMin: 30 });
  const within = { startMin: 585, endMin: 630 };
  const question = { resourceIds: [practice.martin.resourceId], within };
  expect(await holesOf(lea, question)).toEqual([]);
  await lea.act(`/appointments/${visit.id}/cancel`, visit.version, { by: 'patient' }).expect(200);
  const [hole, ...others] = await holesOf(lea, question);
  expect(others).toEqual([]);
  expect(hole).toMatchObject({ day: tuesday, startMin: 600, endMin: 615, total: 2 });
  expect(hole?.fits.map(({ entryId, startMin }) => [entryId, startMin])).toEqual([
    [first.id, 600],
    [second.id, 600],
  ]);
  expect(hole?.fits[0]?.reasons).toEqual([
    { code: 'urgency', urgency: 'urgent' },
    { code: 'waits', days: 0 },
    { code: 'length', minutes: 15, leftMin: 0 },
  ]);
});

test('whoever is named for a hole can be booked there: a motif for new patients, prepared and cleaned up after', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const [known, unknown] = [await t.given.patient(practice), await t.given.patient(practice)];
  await booked(lea, practice, known.id, 480);
  await t.given.within(practice, () =>
    t.owner.query(
      `update motif set patients = 'new', before_min = 10, after_min = 5 where practice_id = $1 and id = $2`,
      [practice.id, practice.firstVisit],
    ),
  );
  const wanted = { motifId: practice.firstVisit, durationMin: 20 };
  await waits(lea, practice, known.id, wanted);
  const entry = await waits(lea, practice, unknown.id, wanted);
  const holes = await holesOf(sonia);
  expect(holes.flatMap(({ fits }) => fits.map(({ entryId }) => entryId))).toEqual(holes.map(() => entry.id));
  const [hole] = holes;
  // The visit before ends at 8:15, and hers is prepared for ten minutes.
  expect(hole).toMatchObject({ startMin: 495, fits: [{ startMin: 505, endMin: 525 }] });
  await sonia.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 505, { durationMin: 20 })).expect(201);
});

test('she accepts: the visit is booked and her wait is over, in one act that can be undone', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const reply = await lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600)).expect(201);
  expect(reply.body.appointment).toMatchObject({ day: tuesday, startMin: 600, endMin: 615, status: 'booked' });
  expect(reply.body.entry).toMatchObject({
    state: 'booked',
    booked: { id: reply.body.appointment.id, day: tuesday, startMin: 600 },
    version: 2,
  });
  expect(await listed(sonia)).toEqual([]);
  await lea.post(`/acts/${reply.body.act.id}/undo`).expect(200);
  expect(await listed(sonia)).toEqual([expect.objectContaining({ id: entry.id, since: entry.since, booked: null })]);
  const { events } = await entryNow(sonia, entry.id);
  expect(events.map(({ kind }) => kind)).toEqual(['added', 'booked', 'reopened']);
  await sonia.act(`/waiting-list/${entry.id}/accept`, 3, place(practice, 600)).expect(201);
});

test('an act undone later on the same visit does not put her back', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const accepted = await lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600)).expect(201);
  const { id, version } = accepted.body.appointment;
  const moved = await lea.act(`/appointments/${id}/move`, version, place(practice, 660)).expect(200);
  await lea.post(`/acts/${moved.body.act.id}/undo`).expect(200);
  expect(await listed(lea)).toEqual([]);
});

test('with a visit to give back, the visit moves, its place is a hole again, and undoing brings both back', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const [patient, next] = [await t.given.patient(practice), await t.given.patient(practice)];
  const later = '2026-03-05';
  const visit = await booked(lea, practice, patient.id, 600, { day: later });
  const entry = await waits(lea, practice, patient.id, { appointmentId: visit.id });
  const follower = await waits(lea, practice, next.id, { fromDay: later });
  const asked = { fromDay: later, toDay: later, resourceIds: [practice.martin.resourceId] };
  const within = { startMin: 600, endMin: 615 };
  expect(await holesOf(lea, { ...asked, within })).toEqual([]);
  const reply = await lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 540)).expect(201);
  expect(reply.body.appointment).toMatchObject({ id: visit.id, day: tuesday, startMin: 540 });
  expect((await holesOf(lea, { ...asked, within }))[0]?.fits.map(({ entryId }) => entryId)).toEqual([follower.id]);
  await lea.post(`/acts/${reply.body.act.id}/undo`).expect(200);
  expect((await entryNow(lea, entry.id)).entry).toMatchObject({
    state: 'waiting',
    current: { day: later, startMin: 600 },
  });
  expect(await holesOf(lea, { ...asked, within })).toEqual([]);
});

test('a hole after the visit she would give back is no offer to her', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const visit = await booked(lea, practice, patient.id, 600);
  const entry = await waits(lea, practice, patient.id, { appointmentId: visit.id });
  const holes = await holesOf(lea, { resourceIds: [practice.martin.resourceId] });
  expect(holes.map(({ endMin, fits }) => [endMin, fits[0]?.entryId])).toEqual([[600, entry.id]]);
});

test('two desks give one hole to two people: one is booked, the other is told why not and keeps waiting', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const [a, b] = [await t.given.patient(practice), await t.given.patient(practice)];
  const [one, two] = [await waits(lea, practice, a.id), await waits(lea, practice, b.id)];
  const replies = await Promise.all([
    lea.act(`/waiting-list/${one.id}/accept`, 1, place(practice, 600)),
    sonia.act(`/waiting-list/${two.id}/accept`, 1, place(practice, 600)),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const loser = replies.find(({ status }) => status === 409);
  expect(loser?.body.code).toBe('appointment.slot_taken');
  const left = await listed(lea);
  expect(left.map(({ id, version }) => [id, version])).toEqual([[replies[0]?.status === 409 ? one.id : two.id, 1]]);
});

test('one entry accepted by eight desks at once is booked once', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? lea : sonia).act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600 + index * 15)),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  const codes = replies.filter(({ status }) => status === 409).map(({ body }) => body.code);
  expect(new Set(codes)).toEqual(new Set(['waiting_list.entry_closed']));
  const day = await lea.get(`/days/${tuesday}`);
  expect(day.body.appointments).toHaveLength(1);
});

test('a place the desk could not book is refused with its reasons, and nobody leaves the list', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const reply = await lea.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 735));
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.outside_opening_hours']);
  expect((await lea.act(`/waiting-list/${entry.id}/accept`, 7, place(practice, 600))).status).toBe(412);
  expect((await listed(lea)).map(({ version }) => version)).toEqual([1]);
});

test('the desks hear of a place given back only where somebody waits for one', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const [gone, patient] = [await t.given.patient(practice), await t.given.patient(practice)];
  const { martin, leroy } = practice;
  const news = async () => {
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(
        `select days, ids from live_event where practice_id = $1 and topic = 'waiting_list' order by at, position`,
        [practice.id],
      ),
    );
    return rows;
  };
  const [here, there] = [
    await booked(lea, practice, gone.id, 600),
    await booked(lea, practice, gone.id, 660, { resourceId: leroy.resourceId }),
  ];
  await lea.act(`/appointments/${here.id}/cancel`, here.version, { by: 'patient' }).expect(200);
  expect(await news()).toEqual([]);
  const entry = await waits(lea, practice, patient.id, { resourceIds: [leroy.resourceId] });
  await booked(lea, practice, gone.id, 630, { resourceId: martin.resourceId });
  await lea.act(`/appointments/${there.id}/cancel`, there.version, { by: 'patient' }).expect(200);
  const absence = { resourceId: leroy.resourceId, fromDay: tuesday, fromMin: 480, toDay: tuesday, toMin: 720 };
  await lea.post('/absences', { ...absence, reason: 'sick', note: '' }).expect(201);
  expect(await news()).toEqual([
    { days: [], ids: [entry.id] },
    { days: [tuesday], ids: [entry.id] },
    { days: [tuesday], ids: [entry.id] },
  ]);
});

test('while she is called the place is held: offered to the desk that calls, to no other, and booked with it', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const entry = await waits(lea, practice, patient.id);
  const question = { resourceIds: [practice.martin.resourceId], within: { startMin: 600, endMin: 615 } };
  const holdId = crypto.randomUUID();
  await lea.put(`/holds/${holdId}`, { ...place(practice, 600), motifId: practice.consultation }).expect(200);
  expect(await holesOf(lea, question)).toHaveLength(1);
  expect(await holesOf(sonia, question)).toEqual([]);
  expect((await sonia.act(`/waiting-list/${entry.id}/accept`, 1, place(practice, 600))).body.code).toBe(
    'appointment.slot_held',
  );
  await lea.act(`/waiting-list/${entry.id}/accept`, 1, { ...place(practice, 600), holdId }).expect(201);
  expect((await lea.get(`/days/${tuesday}/holds`).expect(200)).body.holds).toEqual([]);
});

test('a hole names ten and counts the others, who are told their first place all the same', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const people = await Promise.all(Array.from({ length: 12 }, () => t.given.patient(practice)));
  const entries = await Promise.all(people.map(({ id }) => waits(lea, practice, id)));
  const body = { fromDay: tuesday, toDay: tuesday, resourceIds: [practice.martin.resourceId] };
  const reply = await lea.post('/waiting-list/fits', body).expect(200);
  const { holes, firstPlaces } = reply.body as { holes: WaitingHole[]; firstPlaces: FirstPlace[] };
  expect(holes.map(({ fits, total }) => [fits.length, total])).toEqual([
    [10, 12],
    [10, 12],
  ]);
  expect(new Set(firstPlaces.map(({ entryId }) => entryId))).toEqual(new Set(entries.map(({ id }) => id)));
  expect(firstPlaces.every(({ day, startMin }) => day === tuesday && startMin === 480)).toBe(true);
});
