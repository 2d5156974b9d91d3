import { takenJson } from './taken.sql.js';

const taken = takenJson('a.practice_id', 'k.appointment_id = a.id', 'a.starts_at', 'a.ends_at');

/**
 * A visit as the day shows it, built by the database: three hundred of them are read at once, and entities would cost
 * five times the query. `$due` tells whether the caller may see amounts.
 */
export function cardOf(due: string): string {
  return `json_build_object(
    'id', a.id, 'resourceId', a.resource_id, 'practitionerId', a.practitioner_id, 'motifId', a.motif_id,
    'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
      'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date, 'hasPhone', p.phone is not null,
      'headsUp', p.heads_up),
    'day', a.local_day, 'startMin', a.start_min, 'endMin', a.start_min + a.duration_min,
    'startsAt', a.starts_at, 'endsAt', a.ends_at, 'status', a.status, 'urgent', a.urgent, 'walkIn', a.walk_in,
    'note', a.note, 'source', a.source, 'arrivedAt', a.arrived_at, 'calledAt', a.called_at, 'seenAt', a.seen_at,
    'cancelledBy', a.cancelled_by, 'rajoutReason', a.rajout_reason, 'companionIds', a.companion_ids, 'meetingId', a.meeting_id,
    'taken', ${taken},
    'videoUrl', a.video_url, 'seriesId', a.series_id, 'seriesIndex', a.series_index, 'bundleId', a.bundle_id,
    'seriesCount', (select s.visits from series s where s.practice_id = a.practice_id and s.id = a.series_id),
    'dueCents', case when ${due} then c.due_cents end, 'version', a.version)`;
}

export const cardTables = `appointment a
  join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
  left join charge c on c.practice_id = a.practice_id and c.appointment_id = a.id and a.status = 'to_collect'`;
