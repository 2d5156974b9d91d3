import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';
import { sessionFunctions } from './sql/session-functions.js';
import { signInFunctions } from './sql/sign-in-functions.js';

/** Accounts, sessions, practices, memberships, and the function every tenant policy asks. */
export class CreateTenancy1772000001000 implements MigrationInterface {
  readonly name = 'CreateTenancy1772000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      create schema app;
      grant usage on schema app to pupitre_app, pupitre_backup;

      create table app.installation (
        only_row boolean primary key default true check (only_row),
        mode text not null check (mode in ('demo', 'production')),
        -- The demo's clock: what time it was there when the real clock showed demo_set_at; null means the real clock.
        demo_now timestamptz,
        demo_set_at timestamptz,
        check (mode = 'demo' or demo_now is null)
      );

      create table app.account (
        id uuid primary key,
        email text not null check (email = lower(email)),
        password_hash text not null,
        display_name text not null,
        initials text not null,
        preferences jsonb not null default '{}',
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        constraint account_email_taken unique (email)
      );

      create table app.session (
        token_hash bytea primary key check (length(token_hash) = 32),
        account_id uuid not null references app.account (id),
        created_at timestamptz not null default now(),
        last_input_at timestamptz not null default now(),
        lock_after_minutes smallint not null default 15 check (lock_after_minutes between 2 and 15),
        locked_at timestamptz,
        stepped_up_at timestamptz,
        ends_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_account on app.session (account_id) where ended_at is null;

      create table app.sign_in_failure (
        subject bytea not null,
        failed_at timestamptz not null default now()
      );
      create index sign_in_failure_subject on app.sign_in_failure (subject, failed_at);

      -- Who signed in, was refused, locked, unlocked: it belongs to the person, not to a practice.
      create table app.access_event (
        id uuid primary key default gen_random_uuid(),
        at timestamptz not null default now(),
        account_id uuid,
        kind text not null
      );

      create table practice (
        practice_id uuid primary key,
        name text not null,
        city text not null,
        zone text not null,
        holiday_zone text not null,
        tariff_zone text not null default 'METRO',
        phone text not null default '',
        wait_alert_minutes smallint not null default 30,
        created_at timestamptz not null default now()
      );

      create table membership (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        account_id uuid not null references app.account (id),
        roles text[] not null check (roles <> '{}' and roles <@ array['secretary', 'coordinator', 'remote_secretary',
          'practitioner', 'nurse', 'admin', 'accountant']),
        practitioner_id uuid,
        -- Columns lent to a remote secretary; null: all of them.
        lent_resource_ids uuid[],
        ends_on date,
        primary key (practice_id, id),
        constraint membership_once unique (practice_id, account_id)
      );
      create index membership_account on membership (account_id);
    `);
    await db.query(sessionFunctions);
    await db.query(signInFunctions);
    await db.query(protectTenantTable('practice', 'read-only'));
    await db.query(protectTenantTable('membership', 'read-only'));
    // The directory that the security-definer functions read before a practice is known belongs to the owner alone.
    await db.query(`
      create policy directory on practice to current_user using (true) with check (true);
      create policy directory on membership to current_user using (true) with check (true);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop policy tenant on membership; drop policy tenant on practice;');
    await db.query('drop schema app cascade; drop table membership; drop table practice;');
  }
}
