import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Weeks that alternate, stretches kept for emergencies, days that differ, sites with their own clock, locums. */
export class OpenByRule1772000021000 implements MigrationInterface {
  readonly name = 'OpenByRule1772000021000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Null: as the practice.
      alter table site
        add column zone text,
        add column holiday_zone text,
        add column version int not null default 1,
        add constraint site_name_taken unique (practice_id, name);

      alter table opening_rule
        add column week_interval smallint not null default 1 check (week_interval in (1, 2)),
        -- A Monday. Weeks are counted from it in sevens, never by their ISO numbers.
        add column week_anchor date check (extract(isodow from week_anchor) = 1),
        add column label text not null default '' check (label in ('', 'urgent')),
        add column site_id uuid,
        add constraint opening_rule_practice_id_site_id_fkey foreign key (practice_id, site_id)
          references site (practice_id, id),
        add constraint opening_rule_anchored check ((week_interval = 2) = (week_anchor is not null));

      create table opening_exception (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        local_day date not null,
        start_min smallint not null check (start_min between 0 and 1440),
        end_min smallint not null check (end_min between 0 and 1440),
        effect text not null check (effect in ('open', 'closed')),
        reason text not null default '',
        site_id uuid,
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        foreign key (practice_id, site_id) references site (practice_id, id),
        check (start_min < end_min),
        constraint opening_exception_no_overlap exclude using gist (practice_id with =, resource_id with =,
          local_day with =, effect with =, int4range(start_min, end_min) with &&)
      );
      create index opening_exception_resource on opening_exception (practice_id, resource_id, local_day);

      create table holiday_override (
        practice_id uuid not null references practice (practice_id),
        local_day date not null,
        effect text not null check (effect in ('worked', 'closed')),
        label text not null default '',
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, local_day)
      );

      create table locum (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        from_day date not null,
        to_day date not null,
        title text not null check (title in ('dr', 'none')),
        first_name text not null,
        last_name text not null,
        rpps text not null default '',
        account_id uuid,
        version int not null default 1,
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        check (from_day <= to_day),
        constraint locum_no_overlap exclude using gist (practice_id with =, resource_id with =,
          daterange(from_day, to_day, '[]') with &&)
      );
      create index locum_account on locum (practice_id, account_id) where account_id is not null;
    `);
    for (const table of ['opening_exception', 'holiday_override', 'locum']) await db.query(protectTenantTable(table));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table locum, holiday_override, opening_exception;
      -- Every week said too much, half of the weeks too little: what alternates is closed.
      delete from opening_rule where week_interval = 2;
      alter table opening_rule drop constraint opening_rule_anchored,
        drop constraint opening_rule_practice_id_site_id_fkey,
        drop column site_id, drop column label, drop column week_anchor, drop column week_interval;
      alter table site drop constraint site_name_taken, drop column version, drop column holiday_zone, drop column zone;
    `);
  }
}
