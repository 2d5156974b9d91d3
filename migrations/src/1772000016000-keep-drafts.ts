import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSessionFunctions } from './sql/own-session-functions.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** What a person is typing, hers alone; and her sessions, by a name that is not their secret. */
export class KeepDrafts1772000016000 implements MigrationInterface {
  readonly name = 'KeepDrafts1772000016000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who this transaction's session belongs to; nobody when it is over or locked.
      create function app.current_account() returns uuid language sql stable security definer
        set search_path = app, pg_temp as $$
        select s.account_id
          from app.session s
          join app.account a on a.id = s.account_id and a.disabled_at is null
         where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
           and app.session_state(s) = 'active'
      $$;
      revoke all on function app.current_account() from public;
      grant execute on function app.current_account() to pupitre_app;

      create table draft (
        practice_id uuid not null references practice (practice_id),
        account_id uuid not null references app.account (id),
        form text not null,
        subject text not null check (length(subject) between 1 and 64),
        body jsonb not null check (octet_length(body::text) <= 131072),
        -- The database's clock: a draft is offered again with the hour it was typed at.
        updated_at timestamptz not null default now(),
        version int not null default 1,
        primary key (practice_id, account_id, form, subject)
      );
      create index draft_updated on draft (practice_id, updated_at);
    `);
    await db.query(protectTenantTable('draft'));
    await db.query(`
      -- Beside the practice, the person: a colleague's unfinished words are not the practice's.
      create policy own on draft as restrictive to pupitre_app
        using (account_id = (select app.current_account()))
        with check (account_id = (select app.current_account()));

      create policy expired on draft to current_user using (updated_at < now() - interval '7 days');
      create function app.purge_drafts() returns int language plpgsql security definer
        set search_path = app, public, pg_temp as $$
      declare
        removed int;
      begin
        delete from public.draft where updated_at < now() - interval '7 days';
        get diagnostics removed = row_count;
        return removed;
      end $$;
      revoke all on function app.purge_drafts() from public;
      grant execute on function app.purge_drafts() to pupitre_app;
    `);
    await db.query(`
      -- Whose hand an act was, in words: of the members of this transaction's practice, past ones too.
      create function app.member_name(wanted uuid) returns text language sql stable security definer
        set search_path = app, public, pg_temp as $$
        select a.display_name
          from app.account a
          join public.membership m on m.account_id = a.id and m.practice_id = app.current_practice()
         where a.id = wanted
      $$;
      revoke all on function app.member_name(uuid) from public;
      grant execute on function app.member_name(uuid) to pupitre_app;
    `);
    await db.query(ownSessionFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.revoke_member_sessions(uuid), app.revoke_other_sessions(), app.revoke_own_session(uuid),
        app.my_sessions(), app.name_session(text);
      alter table app.session drop column id, drop column device;
      drop function app.member_name(uuid);
      drop function app.purge_drafts();
      drop table draft;
      drop function app.current_account();
    `);
  }
}
