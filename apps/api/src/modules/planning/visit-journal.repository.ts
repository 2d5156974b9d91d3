import { Injectable } from '@nestjs/common';
import type { AppointmentEvent, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { AppointmentEntity } from './appointment.entity.js';
import type { VisitForChange } from './appointment.repository.js';
import { type KeptVisit, toKeptVisit } from './visit-snapshot.js';

const undoMinutes = 10;

interface KeptAct {
  readonly kind: string;
  readonly before: VisitForChange | null;
  readonly after: AppointmentEntity;
  readonly params: Readonly<Record<string, string>>;
  readonly batchId?: string | undefined;
}

export interface ActRow {
  readonly id: string;
  readonly account_id: string;
  readonly kind: string;
  readonly appointment_id: string;
  readonly left_version: number;
  readonly before: KeptVisit | null;
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

  /** Keeps what stood before, for ten minutes and for its author alone. Acts of a batch answer to its id. */
  async keepUndo({ kind, before, after, params, batchId }: KeptAct, at: Date): Promise<UndoableAct> {
    const id = uuid();
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into undoable_act (practice_id, id, account_id, kind, params, appointment_id, left_version, before, at,
         batch_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[practiceId, id, actor.accountId, kind, JSON.stringify(params), after.id, after.version],
        ...[JSON.stringify(before ? toKeptVisit(before) : null), at, batchId ?? null],
      ],
    );
    const until = new Date(at.getTime() + undoMinutes * 60_000).toISOString();
    return { id: batchId ?? id, kind, params: { ...params }, at: at.toISOString(), until };
  }

  /** The acts this id means: one, or those of a batch. */
  findActsForUndo(actId: string): Promise<ActRow[]> {
    return this.unitOfWork.manager.query(
      `select * from undoable_act where practice_id = $1 and (id = $2 or batch_id = $2) and account_id = $3
        order by appointment_id for update`,
      [this.unitOfWork.practiceId, actId, this.unitOfWork.actor.accountId],
    );
  }

  async markUndone(actIds: readonly string[], at: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      'update undoable_act set undone_at = $3 where practice_id = $1 and id = any ($2::uuid[])',
      [this.unitOfWork.practiceId, actIds, at],
    );
  }
}
