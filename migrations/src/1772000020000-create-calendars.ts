import type { MigrationInterface, QueryRunner } from 'typeorm';
import { feedFunctions, feedTables } from './sql/feed-functions.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

const tables = ['agenda_feed', 'outside_calendar', 'outside_busy', 'outage_sheet'];

/** Agendas shown to calendars elsewhere, calendars elsewhere that close time here, and the sheet for a breakdown. */
export class CreateCalendars1772000020000 implements MigrationInterface {
  readonly name = 'CreateCalendars1772000020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An address by which one column can be read. Only the hash of its secret is stored.
      create table agenda_feed (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        token_hash bytea not null check (octet_length(token_hash) = 32),
        label text not null check (length(label) between 1 and 60),
        created_by uuid not null,
        created_at timestamptz not null,
        revoked_at timestamptz,
        last_read_at timestamptz,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        constraint agenda_feed_token unique (practice_id, token_hash)
      );
      create index agenda_feed_resource on agenda_feed (practice_id, resource_id);

      -- A calendar kept elsewhere. Its address is a secret: it goes to whoever fetches it, and into no answer.
      create table outside_calendar (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        name text not null check (length(name) between 1 and 60),
        address text not null check (length(address) between 8 and 2000),
        host text not null,
        -- What the host said of the text read last, so that it is not sent again for nothing.
        etag text,
        last_modified text,
        state text not null default 'waiting' check (state in ('waiting', 'read', 'refused')),
        -- Why the last try failed: a code.
        fault text,
        failures int not null default 0,
        -- Events that could not be placed.
        events_left int not null default 0,
        tried_at timestamptz,
        -- Its text was seen, or known to be the same.
        read_at timestamptz,
        -- Its text was seen: what comes up to the horizon moves with the days.
        expanded_at timestamptz,
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );
      create index outside_calendar_resource on outside_calendar (practice_id, resource_id);

      -- When it is busy, and nothing else of it.
      create table outside_busy (
        practice_id uuid not null,
        calendar_id uuid not null,
        resource_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        primary key (practice_id, calendar_id, starts_at),
        foreign key (practice_id, calendar_id) references outside_calendar (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        check (starts_at < ends_at)
      );
      create index outside_busy_resource on outside_busy (practice_id, resource_id, ends_at);

      -- The last sheet for a breakdown: written to disk by a worker, which may stand on another computer.
      create table outage_sheet (
        practice_id uuid not null primary key references practice (practice_id),
        written_at timestamptz,
        visits int not null default 0,
        columns int not null default 0,
        tried_at timestamptz not null,
        -- A code; null when the last try wrote a sheet.
        fault text
      );

      -- A column's visits from one instant to another, cancelled ones too.
      create index appointment_column on appointment (practice_id, resource_id, starts_at);
    `);
    for (const table of tables) await db.query(protectTenantTable(table));
    await db.query('revoke delete on agenda_feed from pupitre_app');
    await db.query(feedFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of feedTables) await db.query(`drop policy feed on ${table}`);
    await db.query(`
      drop function app.note_feed_read(uuid, bytea, timestamptz);
      drop function app.read_agenda_feed(uuid, bytea, timestamptz, timestamptz);
      drop policy by_secret on agenda_feed;
      drop function app.feed_practice();
      drop index appointment_column;
      drop table outage_sheet, outside_busy, outside_calendar, agenda_feed;
    `);
  }
}
