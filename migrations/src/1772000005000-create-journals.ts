import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** The audit journal, and the memory of requests that may be sent twice. */
export class CreateJournals1772000005000 implements MigrationInterface {
  readonly name = 'CreateJournals1772000005000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_event (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        -- The database's clock, not the demo's: a journal must not be frozen with the pictures.
        at timestamptz not null default now(),
        account_id uuid not null,
        roles text[] not null,
        action text not null,
        patient_id uuid,
        subject_id uuid,
        outcome text not null check (outcome in ('done', 'refused')),
        request_id text not null,
        primary key (practice_id, id)
      );
      create index audit_event_at on audit_event (practice_id, at desc);
      create index audit_event_patient on audit_event (practice_id, patient_id, at desc) where patient_id is not null;

      create table idempotent_request (
        practice_id uuid not null references practice (practice_id),
        account_id uuid not null,
        key text not null check (length(key) between 8 and 255),
        endpoint text not null,
        request_hash bytea not null,
        status smallint not null,
        body jsonb,
        at timestamptz not null default now(),
        primary key (practice_id, account_id, key)
      );
      create index idempotent_request_at on idempotent_request (practice_id, at);
    `);
    await db.query(protectTenantTable('audit_event', 'append-only'));
    await db.query(protectTenantTable('idempotent_request'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table idempotent_request, audit_event');
  }
}
