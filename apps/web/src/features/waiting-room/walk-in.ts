import { type PatientHit, patientHit } from '@pupitre/shared/patients/patient.contract';
import type { MotifView, PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { type LocalTime, toLocal } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { offeredMotifs } from '../../lib/offered-motifs';

/** The grid of the agenda. */
const GRID_MIN = 5;

export const walkInChoice = z.object({
  patient: patientHit.nullable(),
  resourceId: z.string(),
  motifId: z.string(),
  urgent: z.boolean(),
});
export type WalkInChoice = z.output<typeof walkInChoice>;

/** The next line of the grid from `now` on: 10 h 42 gives 10 h 45. A place past midnight is none. */
export function nextPlace(now: Date, zone: string): LocalTime {
  const { day, minutes } = toLocal(now, zone);
  return { day, minutes: Math.ceil(minutes / GRID_MIN) * GRID_MIN };
}

export const offeredIn = (setup: PracticeSetup, resourceId: string): MotifView[] =>
  offeredMotifs(setup, resourceId).filter(({ place }) => place === 'practice');

/** Columns that can take somebody who stands there: in use, with a motif that is seen at the practice. */
export const columnsFor = (setup: PracticeSetup): ResourceView[] =>
  setup.resources
    .filter(({ id, active }) => active && offeredIn(setup, id).length > 0)
    .sort((a, b) => a.position - b.position);

/** Another column keeps the motif when it offers it, else takes its first. */
export function withColumn(setup: PracticeSetup, choice: WalkInChoice, resourceId: string): WalkInChoice {
  const offered = offeredIn(setup, resourceId);
  const motif = offered.find(({ id }) => id === choice.motifId) ?? offered[0];
  return { ...choice, resourceId, motifId: motif?.id ?? '' };
}

/** A patient comes with her usual column and motif; what the desk chose before stays when she has none. */
export function withPatient(setup: PracticeSetup, choice: WalkInChoice, patient: PatientHit): WalkInChoice {
  const usual = columnsFor(setup).find(({ practitionerId }) => practitionerId === patient.usualPractitionerId);
  const placed = usual ? withColumn(setup, choice, usual.id) : choice;
  const isOffered = offeredIn(setup, placed.resourceId).some(({ id }) => id === patient.usualMotifId);
  return { ...placed, patient, motifId: isOffered && patient.usualMotifId ? patient.usualMotifId : placed.motifId };
}
