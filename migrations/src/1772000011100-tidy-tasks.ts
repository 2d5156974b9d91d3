import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old tasks leave the list; those whose place in the queue got lost (a restored backup has the list, not the queue) are found. */
export class TidyTasks1772000011100 implements MigrationInterface {
  readonly name = 'TidyTasks1772000011100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy old on background_task to current_user
        using (state in ('done', 'failed') and ended_at < now() - interval '90 days');
      create policy orphan on background_task for select to current_user using ((select app.is_worker()));

      create function app.purge_tasks() returns int language plpgsql security definer
        set search_path = app, public, pg_temp as $$
      declare
        removed int;
      begin
        delete from public.background_task
         where state in ('done', 'failed') and ended_at < now() - interval '90 days';
        get diagnostics removed = row_count;
        return removed;
      end $$;

      create function app.orphan_tasks() returns table (practice_id uuid, id uuid) language sql stable security definer
        set search_path = app, public, pg_temp as $$
        select t.practice_id, t.id from public.background_task t
         where (select app.is_worker()) and t.state in ('waiting', 'running')
           and not exists (select from pgboss.job j where j.name = 'task' and j.id = t.id)
      $$;

      revoke all on function app.purge_tasks(), app.orphan_tasks() from public;
      grant execute on function app.purge_tasks(), app.orphan_tasks() to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.orphan_tasks();
      drop function app.purge_tasks();
      drop policy orphan on background_task;
      drop policy old on background_task;
    `);
  }
}
