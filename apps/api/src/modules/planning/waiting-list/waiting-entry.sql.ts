/** The columns where her motif is on offer and that suit her, as a query of `resource_id`. Below `practice_id = $1`. */
export const suitingColumns = `
  select mr.resource_id from motif_resource mr
   where mr.practice_id = $1 and mr.motif_id = e.motif_id
     and (not exists (select 1 from waiting_entry_resource w where w.practice_id = $1 and w.entry_id = e.id)
       or exists (select 1 from waiting_entry_resource w
                   where w.practice_id = $1 and w.entry_id = e.id and w.resource_id = mr.resource_id))`;

/** Whoever works for lent columns sees those who could be given a place there. `$scope` null: everybody. */
export const seenBy = (scope: string) =>
  `(${scope}::uuid[] is null or exists (${suitingColumns} and mr.resource_id = any (${scope})))`;

/** The visit she would give back still stands and is to come. */
export const isCurrent = (visit: string, now: string) =>
  `${visit}.status in ('requested', 'booked', 'confirmed') and ${visit}.starts_at > ${now}`;

/** It stands in a column that the caller may not touch. */
export const isElsewhere = (visit: string, now: string, scope: string) =>
  `${isCurrent(visit, now)} and not ${inScope(visit, scope)}`;

const place = (visit: string) => `json_build_object('id', ${visit}.id, 'resourceId', ${visit}.resource_id,
  'day', ${visit}.local_day, 'startMin', ${visit}.start_min)`;
const inScope = (visit: string, scope: string) => `(${scope}::uuid[] is null or ${visit}.resource_id = any (${scope}))`;

/** Somebody on the list as the contract says it. */
export const entryOf = (scope: string, now: string) => `json_build_object('id', e.id,
  'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
    'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date, 'hasPhone', p.phone is not null,
    'headsUp', p.heads_up),
  'motifId', e.motif_id, 'durationMin', e.duration_min,
  'resourceIds', (select coalesce(json_agg(w.resource_id order by w.resource_id), '[]') from waiting_entry_resource w
                   where w.practice_id = $1 and w.entry_id = e.id),
  'fromDay', e.from_day, 'toDay', e.to_day, 'times', e.times, 'noticeMin', e.notice_min, 'urgency', e.urgency,
  'appointmentId', e.appointment_id, 'note', e.note, 'since', e.since, 'addedBy', e.added_by, 'state', e.state,
  'closedAt', e.closed_at, 'closedReason', e.closed_reason,
  'current', case when ${isCurrent('c', now)} and ${inScope('c', scope)} then ${place('c')} end,
  'currentElsewhere', c.id is not null and ${isElsewhere('c', now, scope)},
  'booked', case when b.id is not null and ${inScope('b', scope)} then ${place('b')} end, 'version', e.version)`;

export const entryTables = `waiting_entry e
  join patient p on p.practice_id = e.practice_id and p.id = e.patient_id
  left join appointment c on c.practice_id = e.practice_id and c.id = e.appointment_id
  left join appointment b on b.practice_id = e.practice_id and b.id = e.booked_appointment_id`;
