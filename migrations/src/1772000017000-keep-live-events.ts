import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/**
 * What the desks were told in the last two hours, so that one whose line was cut reads what it missed. A row is found
 * by visibility: the transaction that wrote it was not visible in the snapshot the desk had got to. A number or an hour
 * would skip the row of a transaction that began first and committed last.
 */
export class KeepLiveEvents1772000017000 implements MigrationInterface {
  readonly name = 'KeepLiveEvents1772000017000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table live_event (
        practice_id uuid not null references practice (practice_id),
        xid xid8 not null default pg_current_xact_id(),
        position smallint not null,
        topic text not null,
        days text[] not null,
        ids text[] not null,
        at timestamptz not null default clock_timestamp(),
        primary key (practice_id, xid, position)
      );
    `);
    await db.query(protectTenantTable('live_event', 'append-only'));
    await db.query(`
      create policy relay on live_event for select to current_user using (true);
      create policy expired on live_event for delete to current_user using (at < now() - interval '2 hours');

      -- For the process that listens, after its own line was cut: what these sessions may hear, and nothing else.
      create function app.live_events_since(hashes bytea[], since pg_snapshot) returns table (
        practice_id uuid, topic text, days text[], ids text[]
      ) language sql stable security definer set search_path = app, public, pg_temp as $$
        select e.practice_id, e.topic, e.days, e.ids
          from public.live_event e
         where e.practice_id in (select l.practice_id from app.living_sessions(hashes) l)
           and e.xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(e.xid, since)
         order by e.practice_id, e.xid, e.position
      $$;

      -- A restored copy counts its transactions anew: what was given by another database says nothing here.
      create function app.database_identity() returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
      declare
        here text := (select oid::text from pg_database where datname = current_database());
      begin
        return (select system_identifier from pg_control_system()) || '.' || here;
      exception when insufficient_privilege then
        return here;
      end $$;
      revoke all on function app.database_identity() from public;

      create function app.purge_live_events() returns int language plpgsql security definer
        set search_path = app, public, pg_temp as $$
      declare
        removed int;
      begin
        delete from public.live_event where at < now() - interval '2 hours';
        get diagnostics removed = row_count;
        return removed;
      end $$;

      revoke all on function app.live_events_since(bytea[], pg_snapshot), app.purge_live_events() from public;
      grant execute on function app.live_events_since(bytea[], pg_snapshot), app.purge_live_events(),
        app.database_identity() to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.purge_live_events(), app.database_identity(), app.live_events_since(bytea[], pg_snapshot);
      drop table live_event;
    `);
  }
}
