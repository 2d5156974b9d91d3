import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What has served is removed: answers kept for retries (72 hours), ways back (a day), failed sign-ins (a day), ended
 * sessions (a month). The owner sees just the expired rows of every practice, and only through this function.
 */
export class PurgeExpired1772000008000 implements MigrationInterface {
  readonly name = 'PurgeExpired1772000008000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy expired on idempotent_request to current_user using (at < now() - interval '72 hours');
      create policy expired on undoable_act to current_user using (at < now() - interval '1 day');

      create function app.purge_expired() returns int language plpgsql security definer
        set search_path = app, public, pg_temp as $$
      declare
        removed int := 0;
        gone int;
      begin
        delete from public.idempotent_request where at < now() - interval '72 hours';
        get diagnostics gone = row_count; removed := removed + gone;
        delete from public.undoable_act where at < now() - interval '1 day';
        get diagnostics gone = row_count; removed := removed + gone;
        delete from app.sign_in_failure where failed_at < now() - interval '1 day';
        get diagnostics gone = row_count; removed := removed + gone;
        delete from app.session where least(ends_at, coalesce(ended_at, ends_at)) < now() - interval '30 days';
        get diagnostics gone = row_count; removed := removed + gone;
        return removed;
      end $$;
      revoke all on function app.purge_expired() from public;
      grant execute on function app.purge_expired() to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.purge_expired();
      drop policy expired on undoable_act;
      drop policy expired on idempotent_request;
    `);
  }
}
