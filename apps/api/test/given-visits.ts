import { toInstant } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import type { GivenColumn, GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

interface VisitOverrides {
  readonly column: GivenColumn;
  readonly day: string;
  readonly startMin: number;
  readonly durationMin?: number;
  readonly status?: string;
}

/** A row of the agenda without its claim: for stories that count visits, not for those that book. Paris time. */
export async function givenVisit(t: TestApp, practice: GivenPractice, visit: VisitOverrides): Promise<string> {
  const { column, day, startMin, durationMin = 15, status = 'booked' } = visit;
  const patient = await t.given.patient(practice);
  const id = uuid();
  const startsAt = toInstant(day, startMin, 'Europe/Paris');
  if (!startsAt) throw new Error('no such local time');
  await t.given.within(practice, () =>
    t.owner.query(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day,
         start_min, duration_min, starts_at, ends_at, status, source, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'desk', $2, $10)`,
      [
        ...[practice.id, id, column.resourceId, column.practitionerId, practice.consultation, patient.id, day],
        ...[startMin, durationMin, startsAt, new Date(startsAt.getTime() + durationMin * 60_000), status],
      ],
    ),
  );
  return id;
}
