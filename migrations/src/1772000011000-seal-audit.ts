import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditFunctions } from './sql/audit-functions.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** The audit journal says why, and shows tampering: each row is sealed by the hash of all before it. */
export class SealAudit1772000011000 implements MigrationInterface {
  readonly name = 'SealAudit1772000011000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_event
        -- A code, never a text somebody typed.
        add column reason text check (reason ~ '^[a-z_]{1,200}$'),
        -- The transaction that wrote the row: how the sealer finds what was committed late without reading it all.
        add column xid xid8 not null default pg_current_xact_id();
      create index audit_event_xid on audit_event (practice_id, xid);
      create index audit_event_account on audit_event (practice_id, account_id, at desc);
      -- The time of a row and its transaction are the database's to say.
      revoke insert on audit_event from pupitre_app;
      grant insert (practice_id, id, account_id, roles, action, patient_id, subject_id, outcome, request_id, reason)
        on audit_event to pupitre_app;

      create table audit_seal (
        practice_id uuid not null,
        seq bigint not null check (seq > 0),
        event_id uuid not null,
        hash bytea not null check (length(hash) = 32),
        sealed_at timestamptz not null default now(),
        primary key (practice_id, seq),
        constraint audit_seal_once unique (practice_id, event_id),
        foreign key (practice_id, event_id) references audit_event (practice_id, id)
      );

      -- Where the chain stands, kept apart from it: without this its end could be cut unseen.
      create table audit_chain (
        practice_id uuid primary key references practice (practice_id),
        seq bigint not null default 0,
        hash bytea not null default decode(repeat('00', 32), 'hex') check (length(hash) = 32),
        sealed_at timestamptz,
        horizon xid8 not null default '0'
      );

      -- The last seal of each month (UTC), never removed.
      create table audit_head (
        practice_id uuid not null references practice (practice_id),
        month date not null,
        seq bigint not null,
        hash bytea not null check (length(hash) = 32),
        primary key (practice_id, month)
      );
    `);
    await db.query(protectTenantTable('audit_seal', 'append-only'));
    await db.query(protectTenantTable('audit_chain', 'append-only'));
    await db.query(protectTenantTable('audit_head', 'append-only'));
    await db.query(`
      grant update (seq, hash, sealed_at, horizon) on audit_chain to pupitre_app;
      grant update (seq, hash) on audit_head to pupitre_app;

      -- Nobody at a desk seals: besides the practice, the worker's secret is asked for.
      create policy sealing on audit_seal as restrictive for insert to pupitre_app with check ((select app.is_worker()));
      create policy sealing on audit_chain as restrictive for insert to pupitre_app with check ((select app.is_worker()));
      create policy sealing on audit_head as restrictive for insert to pupitre_app with check ((select app.is_worker()));
      create policy resealing on audit_chain as restrictive for update to pupitre_app using ((select app.is_worker()));
      create policy resealing on audit_head as restrictive for update to pupitre_app using ((select app.is_worker()));

      -- The owner sees the journals of all only through the function that asks for the secret.
      create policy sealer on audit_event for select to current_user using ((select app.is_worker()));
      create policy sealer on audit_seal for select to current_user using ((select app.is_worker()));
      create policy sealer on audit_chain for select to current_user using ((select app.is_worker()));
    `);
    await db.query(auditFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.colleague_names(uuid[]);
      drop function app.audit_fault(bigint, bigint);
      drop function app.seal_audit(int);
      drop function app.worker_practices();
      drop function app.practices_to_seal();
      drop function app.audit_row(bigint, public.audit_event);
      drop function app.audit_field(text);
      drop policy sealer on audit_event;
      drop table audit_head, audit_chain, audit_seal;
      revoke insert (practice_id, id, account_id, roles, action, patient_id, subject_id, outcome, request_id, reason)
        on audit_event from pupitre_app;
      grant insert on audit_event to pupitre_app;
      drop index audit_event_account;
      alter table audit_event drop column reason, drop column xid;
    `);
  }
}
