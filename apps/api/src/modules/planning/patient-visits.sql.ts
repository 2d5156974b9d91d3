/** A visit that keeps its patient somewhere, as instants: columns have their own clocks. */
export interface PatientVisit {
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** In a column that the caller may not read. */
  readonly isElsewhere: boolean;
}

/**
 * Visits of `patient` that stand and meet [from, to), as `PatientVisit`. Below `practice_id = $1`; `scope` null: every
 * column is the caller's. A visit is a day at most: the look back is bounded, and the patient's index serves.
 */
export const patientVisits = (patient: string, from: string, to: string, scope: string) => `
  select to_json(a.starts_at) #>> '{}' as "startsAt", to_json(a.ends_at) #>> '{}' as "endsAt",
      ${scope}::uuid[] is not null and a.resource_id <> all (${scope}) as "isElsewhere", a.id
    from appointment a
   where a.practice_id = $1 and a.patient_id = ${patient} and a.starts_at < ${to}::timestamptz
     and a.starts_at > ${from}::timestamptz - interval '24 hours' and a.ends_at > ${from}::timestamptz
     and a.status in ('requested', 'booked', 'confirmed', 'arrived', 'in_consultation')`;
