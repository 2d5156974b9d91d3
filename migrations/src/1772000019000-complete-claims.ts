import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** What a motif needs and allows, the places held while somebody speaks, visits put beside others, acts undone as one. */
export class CompleteClaims1772000019000 implements MigrationInterface {
  readonly name = 'CompleteClaims1772000019000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table pool (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        name text not null,
        primary key (practice_id, id),
        constraint pool_name_taken unique (practice_id, name)
      );
      alter table resource
        drop constraint resource_kind_check,
        add constraint resource_kind_check check (kind in ('practitioner', 'room', 'equipment', 'vehicle')),
        add column pool_id uuid,
        add constraint resource_practice_id_pool_id_fkey foreign key (practice_id, pool_id)
          references pool (practice_id, id);

      alter table motif
        add column before_min smallint not null default 0 check (before_min between 0 and 120),
        add column after_min smallint not null default 0 check (after_min between 0 and 120),
        add column grid_min smallint not null default 5 check (grid_min in (5, 10, 15, 20, 30, 60)),
        add column channels text[] not null default '{desk,phone,online,import}',
        add column patients text not null default 'all' check (patients in ('all', 'new', 'known')),
        -- Visits that may be put beside others, in each half-day of a column.
        add column rajouts smallint not null default 2 check (rajouts between 0 and 20),
        add column bring text not null default '',
        add column say text not null default '';
      -- How long it takes this practitioner; null: as long as the motif says.
      alter table motif_resource add column minutes smallint check (minutes between 5 and 480);
      create table motif_need (
        practice_id uuid not null,
        motif_id uuid not null,
        pool_id uuid not null,
        -- The room is cleaned after the visit: that does not keep the practitioner.
        before_min smallint not null default 0 check (before_min between 0 and 120),
        after_min smallint not null default 0 check (after_min between 0 and 120),
        primary key (practice_id, motif_id, pool_id),
        foreign key (practice_id, motif_id) references motif (practice_id, id),
        foreign key (practice_id, pool_id) references pool (practice_id, id)
      );

      create table hold (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        local_day date not null,
        start_min smallint not null check (start_min between 0 and 1439),
        duration_min smallint not null check (duration_min between 5 and 720),
        account_id uuid not null,
        holder_name text not null,
        expires_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );
      create index hold_day on hold (practice_id, local_day);
      create index hold_account on hold (practice_id, account_id);

      alter table claim
        add column hold_id uuid,
        add column expires_at timestamptz,
        add constraint claim_practice_id_hold_id_fkey foreign key (practice_id, hold_id) references hold (practice_id, id),
        add constraint claim_hold_ends check ((kind = 'hold') = (hold_id is not null) and (hold_id is null) = (expires_at is null)),
        drop constraint claim_kind_check,
        add constraint claim_kind_check check (kind in ('appointment', 'hold', 'meeting', 'session')),
        drop constraint claim_reason_check,
        add constraint claim_reason_check check (reason in ('import', 'rajout'));
      create index claim_hold on claim (practice_id, hold_id) where hold_id is not null;

      alter table appointment
        -- Why it stands beside another visit; null: it does not, or an import put it there.
        add column rajout_reason text check (rajout_reason <> ''),
        -- Refusals somebody with the right passed over, and why.
        add column overridden text[] not null default '{}',
        add column override_reason text not null default '',
        -- The rooms and machines it was given besides the column.
        add column companion_ids uuid[] not null default '{}',
        add column video_url text not null default '';
      create index appointment_rajout on appointment (practice_id, resource_id, local_day) where rajout_reason is not null;

      alter table undoable_act add column batch_id uuid;
      create index undoable_act_batch on undoable_act (practice_id, batch_id) where batch_id is not null;
    `);
    for (const table of ['pool', 'motif_need', 'hold']) await db.query(protectTenantTable(table));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index undoable_act_batch;
      alter table undoable_act drop column batch_id;
      drop index appointment_rajout;
      alter table appointment drop column video_url, drop column companion_ids, drop column override_reason,
        drop column overridden, drop column rajout_reason;
      -- Row-level security, forced, would hide the rows from the owner too.
      alter table claim no force row level security;
      alter table resource no force row level security;
      delete from claim where kind in ('hold', 'meeting', 'session');
      -- Beside stays beside: the reason it had no word for then.
      update claim set reason = 'import' where reason = 'rajout';
      drop index claim_hold;
      alter table claim
        drop constraint claim_reason_check,
        add constraint claim_reason_check check (reason in ('import')),
        drop constraint claim_kind_check,
        add constraint claim_kind_check check (kind in ('appointment', 'hold')),
        drop constraint claim_hold_ends, drop constraint claim_practice_id_hold_id_fkey,
        drop column expires_at, drop column hold_id;
      drop table hold, motif_need;
      alter table motif_resource drop column minutes;
      alter table motif drop column say, drop column bring, drop column rajouts, drop column patients,
        drop column channels, drop column grid_min, drop column after_min, drop column before_min;
      update resource set kind = 'room' where kind in ('equipment', 'vehicle');
      alter table resource drop constraint resource_practice_id_pool_id_fkey, drop column pool_id,
        drop constraint resource_kind_check,
        add constraint resource_kind_check check (kind in ('practitioner', 'room'));
      alter table claim force row level security;
      alter table resource force row level security;
      drop table pool;
    `);
  }
}
