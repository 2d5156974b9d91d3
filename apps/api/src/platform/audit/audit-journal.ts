import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { AuditSubject } from '../database/unit-of-work.js';

export interface AuditEntry extends AuditSubject {
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly requestId: string;
}

/** Who did what, when, in which role, about which patient: never what it said. */
@Injectable()
export class AuditJournal {
  async write(manager: EntityManager, actor: Actor, entry: AuditEntry): Promise<void> {
    const { membership } = actor;
    if (!membership) return;
    await manager.query(
      `insert into audit_event (practice_id, id, account_id, roles, action, patient_id, subject_id, outcome, request_id, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        membership.practiceId,
        uuid(),
        actor.accountId,
        membership.roles,
        entry.action,
        entry.patientId ?? null,
        entry.subjectId ?? null,
        entry.outcome,
        entry.requestId,
        entry.reason ?? null,
      ],
    );
  }
}
