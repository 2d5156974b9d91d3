import { Injectable } from '@nestjs/common';
import type { AbsenceView } from '@pupitre/shared/practices/practice.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface NewAbsence extends Omit<AbsenceView, 'startsAt' | 'endsAt'> {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** An absence as it was noted, and by whom. */
export interface KeptAbsence extends NewAbsence {
  readonly notedAt: Date;
  readonly notedBy: string;
}

const keptSql = `select id, resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt", reason, note,
    created_at as "notedAt", coalesce(app.member_name(created_by), '') as "notedBy"
  from absence`;

@Injectable()
export class AbsenceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(absence: NewAbsence, createdBy: string, createdAt: Date): Promise<void> {
    const { id, resourceId, startsAt, endsAt, reason, note } = absence;
    await this.unitOfWork.translate(
      { absence_practice_id_resource_id_fkey: () => new DomainError('resource.not_found') },
      (manager) =>
        manager.query(
          `insert into absence (practice_id, id, resource_id, starts_at, ends_at, reason, note, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [this.unitOfWork.practiceId, id, resourceId, startsAt, endsAt, reason, note, createdBy, createdAt],
        ),
    );
  }

  /** Answers whose absence it was, and when. */
  async delete(absenceId: string): Promise<Pick<NewAbsence, 'resourceId' | 'startsAt' | 'endsAt'>> {
    const { manager, practiceId } = this.unitOfWork;
    const [removed] = await manager.query<[Pick<NewAbsence, 'resourceId' | 'startsAt' | 'endsAt'>[], number]>(
      `delete from absence where practice_id = $1 and id = $2
       returning resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt"`,
      [practiceId, absenceId],
    );
    if (!removed[0]) throw new DomainError('resource.not_found');
    return removed[0];
  }

  /** Visits the absence meets whose patient has not come yet: those the desk has to move or cancel. */
  async countVisitsHit({ resourceId, startsAt, endsAt }: NewAbsence): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ hit: number }[]>(
      `select count(*)::int as hit from appointment
        where practice_id = $1 and (resource_id = $2 or $2::uuid = any (companion_ids)) and starts_at < $4 and ends_at > $3
          and status in ('requested', 'booked', 'confirmed')`,
      [practiceId, resourceId, startsAt, endsAt],
    );
    return row?.hit ?? 0;
  }

  async get(absenceId: string, hold: boolean): Promise<KeptAbsence> {
    const [absence] = await this.unitOfWork.manager.query<KeptAbsence[]>(
      `${keptSql} where practice_id = $1 and id = $2 ${hold ? 'for key share' : ''}`,
      [this.unitOfWork.practiceId, absenceId],
    );
    if (!absence) throw new DomainError('resource.not_found');
    return absence;
  }

  listEndingAfter(instant: Date, resourceIds: readonly string[] | null): Promise<KeptAbsence[]> {
    return this.unitOfWork.manager.query(
      `${keptSql} where practice_id = $1 and ends_at > $2 and ($3::uuid[] is null or resource_id = any ($3))
        order by starts_at, id`,
      [this.unitOfWork.practiceId, instant, resourceIds],
    );
  }
}
