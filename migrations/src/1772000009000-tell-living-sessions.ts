import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of the sessions behind open streams may still listen, and in which practices. */
export class TellLivingSessions1772000009000 implements MigrationInterface {
  readonly name = 'TellLivingSessions1772000009000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.living_sessions(hashes bytea[]) returns table (
        token_hash bytea, practice_id uuid, roles text[]
      ) language sql stable security definer set search_path = app, public, pg_temp as $$
        select s.token_hash, m.practice_id, m.roles
          from app.session s
          join app.account a on a.id = s.account_id and a.disabled_at is null
          join public.membership m on m.account_id = a.id and (m.ends_on is null or m.ends_on >= current_date)
         where s.token_hash = any (hashes) and app.session_state(s) = 'active'
      $$;
      revoke all on function app.living_sessions(bytea[]) from public;
      grant execute on function app.living_sessions(bytea[]) to pupitre_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.living_sessions(bytea[])');
  }
}
