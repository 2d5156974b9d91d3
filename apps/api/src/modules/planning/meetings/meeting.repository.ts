import { Injectable } from '@nestjs/common';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { PlaceClaim } from '../claim.repository.js';
import { takenJson } from '../taken.sql.js';

export interface NewMeeting {
  readonly id: string;
  readonly kind: MeetingView['kind'];
  readonly title: string;
  readonly motifId: string | null;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly durationMin: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number | null;
  readonly resourceIds: readonly string[];
}

/** A meeting's row, locked until the transaction ends. */
export type OpenedMeeting = NewMeeting & {
  readonly version: number;
  readonly cancelledAt: Date | null;
};

const standing = `a.status not in ('cancelled', 'no_show')`;
const columns = `(select coalesce(json_agg(r.id order by r.position, r.id), '[]') from resource r
  where r.practice_id = $1 and r.id = any (m.resource_ids))`;
const seated = `(select count(*)::int from appointment a
  where a.practice_id = $1 and a.meeting_id = m.id and ${standing})`;
const taken = takenJson('$1', 'k.meeting_id = m.id', 'm.starts_at', 'm.ends_at');
const meetingJson = `json_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'resourceIds', ${columns},
  'motifId', m.motif_id, 'day', m.local_day, 'startMin', m.start_min, 'endMin', m.start_min + m.duration_min,
  'capacity', m.capacity, 'seated', ${seated}, 'taken', ${taken}, 'version', m.version)`;

export interface Seat {
  readonly patientId: string;
  readonly lane: number | null;
  readonly standing: boolean;
}

@Injectable()
export class MeetingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those that stand, days inclusive; `resourceIds` null means all columns. */
  async list(fromDay: LocalDay, toDay: LocalDay, resourceIds: readonly string[] | null): Promise<MeetingView[]> {
    const rows = await this.run<{ meeting: MeetingView }>(
      `select ${meetingJson} as meeting from meeting m
        where m.practice_id = $1 and m.local_day between $2 and $3 and m.cancelled_at is null
          and ($4::uuid[] is null or m.resource_ids && $4)
        order by m.local_day, m.start_min, m.id`,
      [fromDay, toDay, resourceIds],
    );
    return rows.map(({ meeting }) => meeting);
  }

  async get(meetingId: string): Promise<MeetingView> {
    const [row] = await this.run<{ meeting: MeetingView }>(
      `select ${meetingJson} as meeting from meeting m where m.practice_id = $1 and m.id = $2`,
      [meetingId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.meeting;
  }

  async open(meetingId: string): Promise<OpenedMeeting> {
    const [row] = await this.run<OpenedMeeting>(
      `select m.id, m.kind, m.title, m.motif_id as "motifId", m.local_day::text as day, m.start_min as "startMin",
          m.duration_min as "durationMin", m.starts_at as "startsAt", m.ends_at as "endsAt", m.capacity, m.version,
          m.cancelled_at as "cancelledAt", m.resource_ids as "resourceIds"
         from meeting m where m.practice_id = $1 and m.id = $2 for update of m`,
      [meetingId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row;
  }

  async insert(meeting: NewMeeting, createdBy: string, createdAt: Date): Promise<void> {
    const { id, kind, title, motifId, day, startMin, durationMin, startsAt, endsAt, capacity, resourceIds } = meeting;
    await this.run(
      `insert into meeting (practice_id, id, kind, title, motif_id, local_day, start_min, duration_min, starts_at,
         ends_at, capacity, created_by, created_at, resource_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[id, kind, title, motifId, day, startMin, durationMin, startsAt, endsAt, capacity, createdBy, createdAt],
        resourceIds,
      ],
    );
  }

  async claim(meetingId: string, places: readonly PlaceClaim[]): Promise<void> {
    const rows = places.map((place) => ({ ...place, id: uuid() }));
    await this.unitOfWork.translate({ claim_no_overlap: () => new DomainError('appointment.slot_taken') }, (manager) =>
      manager.query(
        `insert into claim (practice_id, id, resource_id, kind, meeting_id, span, lane, reason)
         select $1, p.id, p."resourceId", 'meeting', $2, tstzrange(p."startsAt", p."endsAt", '[)'), p.lane, p.reason
           from jsonb_to_recordset($3::jsonb)
             as p(id uuid, "resourceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, lane int, reason text)`,
        [this.unitOfWork.practiceId, meetingId, JSON.stringify(rows)],
      ),
    );
  }

  /**
   * Seats and patients of a session: a visit that was cancelled has given its seat back. Somebody who did not come counts
   * no more (`standing` is false), and keeps her lane: she may come after all.
   */
  seats(meetingId: string): Promise<Seat[]> {
    return this.run(
      `select a.patient_id as "patientId", c.lane, ${standing} as standing from appointment a
         left join claim c on c.practice_id = $1 and c.appointment_id = a.id and c.reason = 'seat'
        where a.practice_id = $1 and a.meeting_id = $2 and a.status <> 'cancelled'`,
      [meetingId],
    );
  }

  async cancel(meetingId: string, at: Date): Promise<void> {
    await this.run('delete from claim where practice_id = $1 and meeting_id = $2', [meetingId]);
    await this.run('update meeting set cancelled_at = $3, version = version + 1 where practice_id = $1 and id = $2', [
      meetingId,
      at,
    ]);
  }

  async restore(meetingId: string): Promise<void> {
    await this.run('update meeting set cancelled_at = null, version = version + 1 where practice_id = $1 and id = $2', [
      meetingId,
    ]);
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}
