import type { AbsencePlan, LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { Desk } from './desk.js';
import type { GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

export const wednesday = '2026-03-04';
export const allDay = { fromDay: wednesday, fromMin: 0, toDay: wednesday, toMin: 1440, reason: 'sick', note: '' };

export async function bookLeroy(
  t: TestApp,
  desk: Desk,
  practice: GivenPractice,
  startMin: number,
  more: object = {},
): Promise<string> {
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
export async function absentOverBookedPatients(t: TestApp) {
  const desks = await t.given.deskWithTwoSecretaries();
  const { practice, lea } = desks;
  const visits: string[] = [];
  for (const startMin of [480, 495, 540, 840]) visits.push(await bookLeroy(t, lea, practice, startMin));
  visits.push(await bookLeroy(t, lea, practice, 900, { urgent: true }));
  const noted = await lea.post('/absences', { resourceId: practice.leroy.resourceId, ...allDay }).expect(201);
  const absenceId: string = noted.body.absence.id;
  const plan = `/absence-plans/${absenceId}`;
  return { ...desks, visits, absenceId, plan };
}

export const read = async (desk: Desk, plan: string): Promise<AbsencePlan> => (await desk.get(plan).expect(200)).body;
export const lineOf = async (desk: Desk, plan: string, id: string | undefined): Promise<PlanLine> => {
  const found = (await read(desk, plan)).lines.find(({ appointmentId }) => appointmentId === id);
  if (!found) throw new Error('not on the list');
  return found;
};
export const propose = async (desk: Desk, plan: string, shown: LineProposals[] = []): Promise<LineProposals[]> =>
  (await desk.post(`${plan}/proposals`, { shown }).expect(200)).body.lines;
export const rebook = (desk: Desk, plan: string, { appointmentId, version }: PlanLine, place: object) =>
  desk.act(`${plan}/visits/${appointmentId}/rebook`, version, place);
export const mark = (desk: Desk, plan: string, { appointmentId, version }: PlanLine, state: string, note = '') =>
  desk.put(`${plan}/visits/${appointmentId}`, { mark: state, note }, version);
export const placeOf = ({ resourceId, day, startMin }: { resourceId: string; day: string; startMin: number }) => ({
  ...{ resourceId, day, startMin },
});
