import { expect } from '@jest/globals';
import type { Desk } from './desk.js';
import type { GivenColumn, GivenPatient, GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

type PatientOverrides = Parameters<TestApp['given']['patient']>[1];

interface SeenOverrides {
  readonly patient?: PatientOverrides;
  /** A patient who came before. */
  readonly of?: GivenPatient;
  readonly column?: GivenColumn;
  readonly startMin?: number;
  readonly motifId?: string;
}

export interface SeenVisit {
  readonly id: string;
  readonly patient: GivenPatient;
  /** Below it: the draft and the invoice. */
  readonly path: string;
  /** The act that made it wait for its payment. */
  readonly seenActId: string;
}

/** A visit of this Monday that was booked, called and seen at the desk: it waits to be collected. */
export async function givenSeenVisit(
  t: TestApp,
  practice: GivenPractice,
  desk: Desk,
  overrides: SeenOverrides = {},
): Promise<SeenVisit> {
  const { column = practice.martin, startMin = 560, motifId = practice.consultation } = overrides;
  const patient = overrides.of ?? (await t.given.patient(practice, overrides.patient));
  const booked = await desk.post('/appointments', {
    ...{ resourceId: column.resourceId, motifId, patientId: patient.id },
    ...{ day: '2026-03-02', startMin, durationMin: 15 },
  });
  expect(booked.status).toBe(201);
  const { id } = booked.body.appointment;
  await desk.act(`/appointments/${id}/status`, 1, { to: 'in_consultation' });
  const seen = await desk.act(`/appointments/${id}/status`, 2, { to: 'to_collect' });
  expect(seen.status).toBe(200);
  return { id, patient, path: `/appointments/${id}`, seenActId: seen.body.act.id };
}
