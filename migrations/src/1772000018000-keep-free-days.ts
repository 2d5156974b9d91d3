import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** How long a visit each day of each column can still take: what the search for a free place reads instead of a year. */
export class KeepFreeDays1772000018000 implements MigrationInterface {
  readonly name = 'KeepFreeDays1772000018000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Derived from opening_rule, absence, holidays and claim. Filled and mended by the worker: the rules are not SQL.
      -- A column has a row for each day from its first to its last, or none at all.
      create table free_day (
        practice_id uuid not null,
        resource_id uuid not null,
        local_day date not null,
        -- Minutes of the longest free stretch: of the day, of the part before noon, of the part after.
        longest smallint not null check (longest between 0 and 1440),
        morning smallint not null check (morning between 0 and 720),
        afternoon smallint not null check (afternoon between 0 and 720),
        primary key (practice_id, resource_id, local_day),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );
      -- A full day, or a closed one, is not even in the index.
      create index free_day_next on free_day (practice_id, local_day, resource_id) include (longest, morning, afternoon)
        where longest >= 5;

      -- Row-level security lets no index serve an operator that is not leakproof, and "&&" of ranges is not: reading one
      -- day of a column passed by all its claims. These are instants, whose operators are. A day at most, so that
      -- whoever reads a day knows how far back to look.
      alter table claim
        add column starts_at timestamptz not null generated always as (lower(span)) stored,
        add column ends_at timestamptz not null generated always as (upper(span)) stored,
        add constraint claim_at_most_a_day check (upper(span) - lower(span) <= interval '24 hours');
      create index claim_start on claim (practice_id, resource_id, starts_at) include (ends_at);
    `);
    await db.query(protectTenantTable('free_day'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index claim_start');
    await db.query('alter table claim drop constraint claim_at_most_a_day, drop column ends_at, drop column starts_at');
    await db.query('drop table free_day');
  }
}
