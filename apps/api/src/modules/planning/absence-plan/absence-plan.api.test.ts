import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AbsencePlan, LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const wednesday = '2026-03-04';
const allDay = { fromDay: wednesday, fromMin: 0, toDay: wednesday, toMin: 1440, reason: 'sick', note: '' };

async function book(desk: Desk, practice: GivenPractice, startMin: number, more: object = {}): Promise<string> {
  const patient = await t.given.patient(practice);
  const reply = await desk
    .post('/appointments', {
      ...{ resourceId: practice.leroy.resourceId, motifId: practice.consultation, patientId: patient.id },
      ...{ day: wednesday, startMin, durationMin: 15, ...more },
    })
    .expect(201);
  return reply.body.appointment.id;
}

/** Dr Leroy has five patients on Wednesday, and will not be there. */
async function absentOverBookedPatients() {
  const desks = await t.given.deskWithTwoSecretaries();
  const { practice, lea } = desks;
  const visits: string[] = [];
  for (const startMin of [480, 495, 540, 840]) visits.push(await book(lea, practice, startMin));
  visits.push(await book(lea, practice, 900, { urgent: true }));
  const noted = await lea.post('/absences', { resourceId: practice.leroy.resourceId, ...allDay }).expect(201);
  const absenceId: string = noted.body.absence.id;
  const plan = `/absence-plans/${absenceId}`;
  return { ...desks, visits, absenceId, plan };
}

const read = async (desk: Desk, plan: string): Promise<AbsencePlan> => (await desk.get(plan).expect(200)).body;
const lineOf = async (desk: Desk, plan: string, id: string | undefined): Promise<PlanLine> => {
  const found = (await read(desk, plan)).lines.find(({ appointmentId }) => appointmentId === id);
  if (!found) throw new Error('not on the list');
  return found;
};
const propose = async (desk: Desk, plan: string, shown: LineProposals[] = []): Promise<LineProposals[]> =>
  (await desk.post(`${plan}/proposals`, { shown }).expect(200)).body.lines;
const rebook = (desk: Desk, plan: string, { appointmentId, version }: PlanLine, place: object) =>
  desk.act(`${plan}/visits/${appointmentId}/rebook`, version, place);
const mark = (desk: Desk, plan: string, { appointmentId, version }: PlanLine, state: string, note = '') =>
  desk.put(`${plan}/visits/${appointmentId}`, { mark: state, note }, version);
const placeOf = ({ resourceId, day, startMin }: { resourceId: string; day: string; startMin: number }) => ({
  ...{ resourceId, day, startMin },
});

test('before an absence is noted, the desk learns how many patients it meets; nothing is written', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await book(lea, practice, 480);
  await book(lea, practice, 900, { urgent: true });
  await book(lea, practice, 540, { resourceId: practice.martin.resourceId });
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
  const { lea, visits, plan, absenceId } = await absentOverBookedPatients();
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
  const { practice, lea, plan } = await absentOverBookedPatients();
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
  const { practice, lea, sonia, plan } = await absentOverBookedPatients();
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
  const { practice, lea, visits, plan } = await absentOverBookedPatients();
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
  const { practice, lea, visits, plan } = await absentOverBookedPatients();
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

test('two desks rebook the same visit: one does, the other is told, and nothing is moved twice', async () => {
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients();
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
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients();
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
  const { lea, sonia, visits, plan } = await absentOverBookedPatients();
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
  const { lea, sonia, visits, plan } = await absentOverBookedPatients();
  const line = await lineOf(lea, plan, visits[0]);
  const replies = await Promise.all([mark(lea, plan, line, 'told'), mark(sonia, plan, line, 'aside')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('refused: cancelled by the practitioner with the note, its place is free, undo brings it back on the list', async () => {
  const { lea, visits, plan } = await absentOverBookedPatients();
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
  const { practice, lea, sonia, visits, plan } = await absentOverBookedPatients();
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 660, durationMin: 15 };
  await sonia.act(`/appointments/${visits[0]}/move`, 1, place).expect(200);
  await sonia.act(`/appointments/${visits[1]}/cancel`, 1, { by: 'patient', reason: '' }).expect(200);
  expect((await lineOf(lea, plan, visits[0])).state).toBe('rebooked');
  expect((await lineOf(lea, plan, visits[1])).state).toBe('cancelled');
  expect((await lea.get('/absence-plans')).body.plans[0]).toMatchObject({ done: 2, total: 5 });
});

test('a visit put in the way after the absence was noted comes onto the list', async () => {
  const { practice, lea, plan } = await absentOverBookedPatients();
  // As an import does, which keeps what it reads.
  const late = await book(lea, practice, 480, { day: '2026-03-05' });
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
  const visit = await book(lea, practice, 480);
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

test('lifted, the absence takes its list away; what was replaced stays, or goes back where it still can', async () => {
  const { practice, lea, sonia, visits, plan, absenceId } = await absentOverBookedPatients();
  const at = (startMin: number) => ({ resourceId: practice.martin.resourceId, day: wednesday, startMin });
  for (const [index, id] of visits.slice(0, 3).entries()) {
    await rebook(lea, plan, await lineOf(lea, plan, id), at(480 + index * 15)).expect(200);
  }
  // Changed since by somebody else: it is not put back behind her back.
  const third = (await lea.get(`/appointments/${visits[2]}`)).body.appointment;
  await sonia.act(`/appointments/${visits[2]}/move`, third.version, { ...at(660), durationMin: 15 }).expect(200);
  const { body } = await lea.post(`${plan}/lift`, { putBack: true }).expect(200);
  expect(body.putBack).toBe(2);
  expect(body.kept).toEqual([expect.objectContaining({ appointmentId: visits[2], code: 'undo.changed_since' })]);
  const back = (await lea.get(`/appointments/${visits[0]}`)).body.appointment;
  expect([back.resourceId, back.startMin]).toEqual([practice.leroy.resourceId, 480]);
  await lea.get(plan).expect(404);
  await lea.post(`${plan}/lift`, { putBack: false }).expect(404);
  expect((await lea.get('/absence-plans')).body.plans).toEqual([]);
  expect((await lea.get('/setup')).body.absences.map(({ id }: { id: string }) => id)).not.toContain(absenceId);
  // Her hours are open again.
  await book(lea, practice, 600);
});

test('lifted without putting back, the replaced visits stay where they are', async () => {
  const { practice, lea, visits, plan } = await absentOverBookedPatients();
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 600 };
  await rebook(lea, plan, await lineOf(lea, plan, visits[0]), place).expect(200);
  expect((await lea.post(`${plan}/lift`, { putBack: false }).expect(200)).body).toEqual({ putBack: 0, kept: [] });
  expect((await lea.get(`/appointments/${visits[0]}`)).body.appointment).toMatchObject(place);
});

test('an absence removed in the settings takes its list away too', async () => {
  const { lea, plan, absenceId } = await absentOverBookedPatients();
  await lea.delete(`/absences/${absenceId}`).expect(204);
  await lea.get(plan).expect(404);
  expect((await lea.get('/absence-plans')).body.plans).toEqual([]);
});

test('the call list gives whole numbers of those left to call, and the access journal keeps it', async () => {
  const { practice, lea, visits, plan, absenceId } = await absentOverBookedPatients();
  await mark(lea, plan, await lineOf(lea, plan, visits[0]), 'told').expect(200);
  const { phones } = (await lea.get(`${plan}/call-list`).expect(200)).body;
  expect(phones).toHaveLength(4);
  expect(phones[0]).toEqual({ appointmentId: visits[4], phone: '+33639981234' });
  const traces = await t.given.within(practice, () =>
    t.owner.query(`select subject_id from audit_event where practice_id = $1 and action = 'absence_plan.call_list'`, [
      practice.id,
    ]),
  );
  expect(traces.rows).toEqual([{ subject_id: absenceId }]);
});

test('no other practice, and no column that was not lent, sees or touches the list', async () => {
  const { practice, lea, visits, plan } = await absentOverBookedPatients();
  const { lea: stranger } = await t.given.deskWithTwoSecretaries();
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [practice.martin.resourceId] });
  const line = await lineOf(lea, plan, visits[0]);
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 600 };
  for (const desk of [stranger, remote]) {
    await desk.get(plan).expect(404);
    await desk.post(`${plan}/proposals`, {}).expect(404);
    await rebook(desk, plan, line, place).expect(404);
    await mark(desk, plan, line, 'told').expect(404);
    await desk.act(`${plan}/visits/${line.appointmentId}/refuse`, line.version, { note: '' }).expect(404);
    expect((await desk.get('/absence-plans').expect(200)).body.plans).toEqual([]);
  }
  await stranger.post(`${plan}/lift`, { putBack: true }).expect(404);
  await remote.post(`${plan}/lift`, { putBack: true }).expect(403);
  await remote.get(`${plan}/call-list`).expect(403);
  expect((await lineOf(lea, plan, visits[0])).version).toBe(line.version);
});

test('an administrator may lift an absence, but puts nobody back', async () => {
  const { practice, plan } = await absentOverBookedPatients();
  const admin = await t.given.desk(practice, ['admin']);
  await admin.post(`${plan}/lift`, { putBack: true }).expect(403);
  await admin.post(`${plan}/lift`, { putBack: false }).expect(200);
});
