import { Injectable } from '@nestjs/common';
import type { patientEvent } from '@pupitre/shared/patients/patient.contract';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

const mostEvents = 100;

/** The journal of a file: who changed which field, never what it said. */
@Injectable()
export class PatientEventRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async append(patientId: string, at: Date, kind: 'created' | 'edited', fields: readonly string[]): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into patient_event (practice_id, id, patient_id, at, account_id, actor_name, kind, fields)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [practiceId, uuid(), patientId, at, actor.accountId, actor.displayName, kind, fields],
    );
  }

  /** Newest first. */
  async find(patientId: string): Promise<z.output<typeof patientEvent>[]> {
    const rows: { id: string; at: Date; actorName: string; kind: string; fields: string[] }[] =
      await this.unitOfWork.manager.query(
        `select id, at, actor_name as "actorName", kind, fields from patient_event
          where practice_id = $1 and patient_id = $2 order by at desc, id desc limit ${mostEvents}`,
        [this.unitOfWork.practiceId, patientId],
      );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Who changed the file last; null when nobody has since it was imported. */
  async findLastActor(patientId: string): Promise<string | null> {
    const [row] = await this.unitOfWork.manager.query(
      `select actor_name from patient_event where practice_id = $1 and patient_id = $2
        order by at desc, id desc limit 1`,
      [this.unitOfWork.practiceId, patientId],
    );
    return row?.actor_name ?? null;
  }
}
