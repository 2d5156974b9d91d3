import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AppointmentEvent } from '@pupitre/shared/planning/appointment.contract';
import {
  absentOverBookedPatients,
  bookLeroy,
  lineOf,
  mark,
  rebook,
  wednesday,
} from '../../../../test/absence-story.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('lifted, the absence takes its list away; what was replaced stays, or goes back where it still can', async () => {
  const { practice, lea, sonia, visits, plan, absenceId } = await absentOverBookedPatients(t);
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
  await bookLeroy(t, lea, practice, 600);
});

test('who called whom outlives the list: it is in the history of each visit, and so is the end of the absence', async () => {
  const { lea, sonia, visits, plan, absenceId } = await absentOverBookedPatients(t);
  const silent = await mark(lea, plan, await lineOf(lea, plan, visits[0]), 'to_call', 'messagerie').expect(200);
  await mark(sonia, plan, silent.body, 'told').expect(200);
  await mark(sonia, plan, await lineOf(lea, plan, visits[1]), 'aside').expect(200);
  await lea.post(`${plan}/lift`, { putBack: false }).expect(200);
  const historyOf = async (id: string | undefined) =>
    (await lea.get(`/appointments/${id}`).expect(200)).body.events.map(
      ({ kind, actorName, details }: AppointmentEvent) => [kind, actorName, details.note].filter(Boolean).join(' '),
    );
  expect(await historyOf(visits[0])).toEqual([
    ...['booked Léa BERNARD', 'absence_to_call Léa BERNARD messagerie', 'absence_told Sonia DUBREUIL'],
    'absence_lifted Léa BERNARD',
  ]);
  expect(await historyOf(visits[1])).toEqual([
    ...['booked Léa BERNARD', 'absence_aside Sonia DUBREUIL', 'absence_lifted Léa BERNARD'],
  ]);
  expect(await historyOf(visits[2])).toEqual(['booked Léa BERNARD']);
  const other = await absentOverBookedPatients(t);
  await mark(other.lea, other.plan, await lineOf(other.lea, other.plan, other.visits[0]), 'told').expect(200);
  await other.lea.delete(`/absences/${other.absenceId}`).expect(204);
  const { events } = (await other.lea.get(`/appointments/${other.visits[0]}`).expect(200)).body;
  expect(events.map(({ kind }: AppointmentEvent) => kind)).toEqual(['booked', 'absence_told']);
  await lea.delete(`/absences/${absenceId}`).expect(404);
});

test('lifted without putting back, the replaced visits stay where they are', async () => {
  const { practice, lea, visits, plan } = await absentOverBookedPatients(t);
  const place = { resourceId: practice.martin.resourceId, day: wednesday, startMin: 600 };
  await rebook(lea, plan, await lineOf(lea, plan, visits[0]), place).expect(200);
  expect((await lea.post(`${plan}/lift`, { putBack: false }).expect(200)).body).toEqual({ putBack: 0, kept: [] });
  expect((await lea.get(`/appointments/${visits[0]}`)).body.appointment).toMatchObject(place);
});

test('an absence removed in the settings takes its list away too', async () => {
  const { lea, plan, absenceId } = await absentOverBookedPatients(t);
  await lea.delete(`/absences/${absenceId}`).expect(204);
  await lea.get(plan).expect(404);
  expect((await lea.get('/absence-plans')).body.plans).toEqual([]);
});

test('the call list gives whole numbers of those left to call, and the access journal keeps it', async () => {
  const { practice, lea, visits, plan, absenceId } = await absentOverBookedPatients(t);
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
  const { practice, lea, visits, plan } = await absentOverBookedPatients(t);
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
  const { practice, plan } = await absentOverBookedPatients(t);
  const admin = await t.given.desk(practice, ['admin']);
  await admin.post(`${plan}/lift`, { putBack: true }).expect(403);
  await admin.post(`${plan}/lift`, { putBack: false }).expect(200);
});
