import { expect } from '@jest/globals';
import type { PlannedVisitView, SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import type { Desk } from './desk.js';
import type { GivenPatient, GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

interface Asked {
  readonly patient: GivenPatient;
  readonly rule?: object;
  readonly choices?: readonly { key: string; choice: object }[];
  readonly startMin?: number;
}

/** Twelve Mondays and Thursdays from 5 March 2026: 29 March changes the clock, 6 April is Easter Monday. */
const twelve = { from: '2026-03-05', weekdays: [1, 4], count: 12 };

export const series = (practice: GivenPractice, { patient, rule = {}, choices = [], startMin = 870 }: Asked) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ startMin, durationMin: 30, rule: { ...twelve, ...rule }, choices },
});

export async function preview(desk: Desk, body: object): Promise<SeriesPlanView> {
  const reply = await desk.post('/series/preview', body);
  expect([reply.status, reply.body.code]).toEqual([200, undefined]);
  return reply.body;
}

/** Previews, then books what was previewed. */
export async function booked(desk: Desk, body: object) {
  const { mark } = await preview(desk, body);
  return desk.post('/series', { ...body, mark });
}

export const statesOf = ({ visits }: SeriesPlanView) =>
  visits.flatMap(({ key, state }) => (state === 'ok' ? [] : [`${key} ${state}`]));
export const visitOf = ({ visits }: SeriesPlanView, key: string): PlannedVisitView => {
  const found = visits.find((visit) => visit.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

export async function deskAndPatient(t: TestApp) {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice, { usedName: 'WILLEMS', firstName: 'Greta' });
  return { practice, lea, sonia, patient };
}

export async function taken(
  t: TestApp,
  desk: Desk,
  practice: GivenPractice,
  day: string,
  startMin: number,
  more: object = {},
) {
  const patient = await t.given.patient(practice, { usedName: 'MAHIEU', firstName: 'Jean' });
  const reply = await desk.post('/appointments', {
    ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
    ...{ day, startMin, durationMin: 60, ...more },
  });
  expect(reply.status).toBe(201);
  return reply.body.appointment as { id: string; version: number };
}

export const dayOf = async (desk: Desk, day: string) =>
  (await desk.get(`/days/${day}`).expect(200)).body.appointments as {
    id: string;
    startMin: number;
    startsAt: string;
    status: string;
    seriesIndex: number | null;
    seriesCount: number | null;
    rajoutReason: string | null;
    version: number;
  }[];
