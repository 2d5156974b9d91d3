import { Injectable } from '@nestjs/common';
import type { AppointmentEvent, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { toSnapshot, type VisitSnapshot } from './visit-snapshot.js';

const undoMinutes = 10;

interface ActRow {
  readonly id: string;
  readonly account_id: string;
  readonly kind: string;
  readonly appointment_id: string;
  readonly left_version: number;
  readonly before: VisitSnapshot | null;
  readonly at: Date;
  readonly undone_at: Date | null;
}

/** The journal of a visit, and the acts that can still be undone. */
@Injectable()
export class VisitJournalRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async write(
    appointmentId: string,
    kind: string,
    at: Date,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { actor, practiceId, manager } = this.unitOfWork;
    await manager.query(
      `insert into appointment_event (practice_id, id, appointment_id, at, account_id, actor_name, kind, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [practiceId, uuid(), appointmentId, at, actor.accountId, actor.displayName, kind, JSON.stringify(details)],
    );
  }

  list(appointmentId: string): Promise<AppointmentEvent[]> {
    return this.unitOfWork.manager.query(
      `select id, to_json(at) #>> '{}' as at, actor_name as "actorName", kind, details from appointment_event
        where practice_id = $1 and appointment_id = $2 order by at, id`,
      [this.unitOfWork.practiceId, appointmentId],
    );
  }

  /** Keeps what stood before, for ten minutes and for its author alone. */
  async keepUndo(
    kind: string,
    before: AppointmentEntity | null,
    after: AppointmentEntity,
    at: Date,
    params: Readonly<Record<string, string>>,
  ): Promise<UndoableAct> {
    const act = {
      id: uuid(),
      kind,
      params,
      at: at.toISOString(),
      until: new Date(at.getTime() + undoMinutes * 60_000).toISOString(),
    };
    await this.unitOfWork.manager.query(
      `insert into undoable_act (practice_id, id, account_id, kind, params, appointment_id, left_version, before, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.unitOfWork.practiceId,
        act.id,
        this.unitOfWork.actor.accountId,
        kind,
        JSON.stringify(params),
        after.id,
        after.version,
        JSON.stringify(before ? toSnapshot(before) : null),
        at,
      ],
    );
    return act;
  }

  async findActForUndo(actId: string): Promise<ActRow | null> {
    const rows = await this.unitOfWork.manager.query(
      'select * from undoable_act where practice_id = $1 and id = $2 and account_id = $3 for update',
      [this.unitOfWork.practiceId, actId, this.unitOfWork.actor.accountId],
    );
    return rows[0] ?? null;
  }

  async markUndone(actId: string, at: Date): Promise<void> {
    await this.unitOfWork.manager.query('update undoable_act set undone_at = $3 where practice_id = $1 and id = $2', [
      this.unitOfWork.practiceId,
      actId,
      at,
    ]);
  }
}
