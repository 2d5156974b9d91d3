import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many tasks wait, run and have failed over all practices, for the host's figures: numbers, and nothing else. */
export class CountTasks1772000017100 implements MigrationInterface {
  readonly name = 'CountTasks1772000017100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy count on background_task for select to current_user using (true);

      create function app.task_counts() returns table (state text, tasks bigint)
        language sql stable security definer set search_path = app, public, pg_temp as $$
        select state, count(*) from public.background_task where state <> 'done' group by state
      $$;
      revoke all on function app.task_counts() from public;
      grant execute on function app.task_counts() to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.task_counts(); drop policy count on background_task');
  }
}
