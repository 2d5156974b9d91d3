import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sessionOrWorkerPractice, sessionPractice } from './sql/current-practice.js';
import { pgBossSchema } from './sql/pg-boss-schema.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Work that outlives a request: who may do it, the queue that carries it, and the list people see. */
export class CreateJobs1772000010000 implements MigrationInterface {
  readonly name = 'CreateJobs1772000010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What proves that a transaction is the worker's: only the hash is here, and nobody but the owner reads it.
      create table app.worker_secret (
        only_row boolean primary key default true check (only_row),
        hash bytea not null check (length(hash) = 32)
      );

      create function app.is_worker() returns boolean language sql stable security definer
        set search_path = app, pg_temp as $$
        select exists (select 1 from app.worker_secret
                        where hash = sha256(convert_to(nullif(current_setting('app.worker', true), ''), 'UTF8')))
      $$;
      revoke all on function app.is_worker() from public;
      grant execute on function app.is_worker() to pupitre_app;
    `);
    await db.query(sessionOrWorkerPractice);
    await this.createQueues(db);
    await db.query(`
      create table background_task (
        practice_id uuid not null references practice (practice_id),
        -- Also the id of its row in the queue.
        id uuid not null,
        kind text not null,
        -- Names the act: the same act asked twice is one task.
        key text,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
        -- Ids the handler needs, never patient data. Kept here and not in the queue: row-level security guards it.
        subject jsonb not null default '{}',
        progress_done int not null default 0 check (progress_done >= 0),
        progress_total int check (progress_total >= 0),
        -- Effects that happened already: a second try skips them.
        effects text[] not null default '{}',
        attempts int not null default 0,
        error_code text,
        -- Null: asked by the clock.
        requested_by uuid,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        ended_at timestamptz,
        primary key (practice_id, id),
        constraint background_task_once unique (practice_id, kind, key)
      );
      create index background_task_created on background_task (practice_id, created_at desc);
    `);
    await db.query(protectTenantTable('background_task'));
    await db.query('revoke delete on background_task from pupitre_app');
  }

  /** A kind of job needs no queue of its own: 'task' carries all of the practices' work, 'chore' what the clock asks. */
  private async createQueues(db: QueryRunner): Promise<void> {
    await db.query(pgBossSchema);
    await db.query(`
      revoke all on function pgboss.create_queue(text, json), pgboss.delete_queue(text) from public;
      select pgboss.create_queue('task_lost', '{ "policy": "standard", "retryLimit": 10, "retryDelay": 5 }');
      -- Five tries: after about 7, 15, 30 and 60 seconds. A worker says every 10 seconds that it is alive; a job not
      -- heard of for 45 is given to another.
      select pgboss.create_queue('task', '{ "policy": "standard", "retryLimit": 4, "retryDelay": 5,
        "retryBackoff": true, "expireInSeconds": 45, "deadLetter": "task_lost" }');
      -- The next hour tries again anyway.
      select pgboss.create_queue('chore', '{ "policy": "standard", "retryLimit": 2, "retryDelay": 30,
        "expireInSeconds": 300 }');

      grant usage on schema pgboss to pupitre_app;
      grant select, insert, update, delete on pgboss.job, pgboss.archive to pupitre_app;
      grant select on pgboss.queue, pgboss.version to pupitre_app;
      grant update (maintained_on) on pgboss.version to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table background_task');
    await db.query('drop schema pgboss cascade');
    await db.query(sessionPractice);
    await db.query('drop function app.is_worker(); drop table app.worker_secret');
  }
}
