import type { PoolForm, PoolView } from '@pupitre/shared/practices/pool.contract';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { Desk } from './desk.js';
import type { GivenColumn, GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

/** Rooms of one kind, one as good as another, noted by somebody who may. */
export async function givenPool(coordinator: Desk, name: string, memberNames: readonly string[]): Promise<PoolView> {
  const members: PoolForm['members'] = memberNames.map((member) => ({
    ...{ id: null, kind: 'room' as const, name: member, shortName: member, active: true },
  }));
  return (await coordinator.post('/pools', { name, members }).expect(201)).body as PoolView;
}

/** Changes some rules of a motif, as its form does: all the others are sent as they are. */
export async function changeMotif(coordinator: Desk, motifId: string, part: Partial<MotifView>): Promise<MotifView> {
  const setup = (await coordinator.get('/setup').expect(200)).body as { motifs: MotifView[] };
  const motif = setup.motifs.find(({ id }) => id === motifId);
  if (!motif) throw new Error('no such motif');
  const { id, version, ...form } = { ...motif, ...part };
  return (await coordinator.put(`/motifs/${id}`, form, version).expect(200)).body as MotifView;
}

/** A year of quarters of an hour in one column: what never shows on an empty table shows here. Paris time. */
export async function givenFullYear(t: TestApp, practice: GivenPractice, column: GivenColumn, lane = 0): Promise<void> {
  const patient = await t.given.patient(practice);
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day,
         start_min, duration_min, starts_at, ends_at, status, source, created_by, created_at)
       select $1, gen_random_uuid(), $2, $3, $4, $5, day, start, 15, at, at + interval '15 minutes', 'booked', 'import',
              $5, '2026-03-01'
         from (select day::date, start, (day::date + make_interval(mins => start)) at time zone 'Europe/Paris' as at
                 from generate_series(date '2026-03-09', date '2027-03-08', interval '1 day') day,
                      generate_series(480, 705, 15) start) places`,
      [practice.id, column.resourceId, column.practitionerId, practice.consultation, patient.id],
    );
    await t.owner.query(
      `insert into claim (practice_id, id, resource_id, appointment_id, span, lane, reason)
       select $1, gen_random_uuid(), $2, id, tstzrange(starts_at, ends_at, '[)'), $4::int, case when $4::int = 0 then null else 'import' end
         from appointment where practice_id = $1 and resource_id = $2 and patient_id = $3`,
      [practice.id, column.resourceId, patient.id, lane],
    );
  });
}
