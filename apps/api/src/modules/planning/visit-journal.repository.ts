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
}

interface JournalEntry {
  readonly appointmentId: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
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

  async write(entries: readonly JournalEntry[], at: Date): Promise<void> {
    const { actor, practiceId, manager } = this.unitOfWork;
    await manager.query(
      `insert into appointment_event (practice_id, id, appointment_id, at, account_id, actor_name, kind, details)
       select $1, e.id, e."appointmentId", $2, $3, $4, e.kind, e.details
         from jsonb_to_recordset($5::jsonb) as e(id uuid, "appointmentId" uuid, kind text, details jsonb)`,
      [
        practiceId,
        at,
        actor.accountId,
        actor.displayName,
        JSON.stringify(entries.map((entry) => ({ id: uuid(), ...entry }))),
      ],
    );
  }

  list(appointmentId: string): Promise<AppointmentEvent[]> {
    return this.unitOfWork.manager.query(
      `select id, to_json(at) #>> '{}' as at, actor_name as "actorName", kind, details from appointment_event
        where practice_id = $1 and appointment_id = $2 order by at, id`,
      [this.unitOfWork.practiceId, appointmentId],
    );
  }

  /**
   * Keeps what stood before each, for ten minutes and for its author alone. Acts of a batch answer to its id; one without
   * answers to its own, and is kept alone.
   */
  async keepUndo(acts: readonly [KeptAct, ...KeptAct[]], batchId: string | null, at: Date): Promise<UndoableAct> {
    const ids = acts.map(() => uuid());
    const rows = acts.map(({ kind, before, after, params }, index) => ({
      ...{ id: ids[index], kind, params, appointmentId: after.id, version: after.version },
      before: before && toKeptVisit(before),
    }));
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into undoable_act (practice_id, id, account_id, kind, params, appointment_id, left_version, before, at,
         batch_id)
       select $1, a.id, $2, a.kind, a.params, a."appointmentId", a.version, coalesce(a.before, 'null'), $3, $4
         from jsonb_to_recordset($5::jsonb)
           as a(id uuid, kind text, params jsonb, "appointmentId" uuid, version int, before jsonb)`,
      [practiceId, actor.accountId, at, batchId, JSON.stringify(rows)],
    );
    const [{ kind, params }] = acts;
    const until = new Date(at.getTime() + undoMinutes * 60_000).toISOString();
    return { id: batchId ?? ids[0] ?? '', kind, params: { ...params }, at: at.toISOString(), until };
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
