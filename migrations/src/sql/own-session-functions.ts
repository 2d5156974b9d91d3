/**
 * A person's sessions as she sees them. A session is named by an id of its own: its token's hash is what opens
 * transactions. The functions that end sessions tell the hashes they ended, so that open streams close at once.
 */
export const ownSessionFunctions = `
  alter table app.session
    add column id uuid not null default gen_random_uuid(),
    -- Family of the browser and of the system, never an address or a version: « firefox/windows ».
    add column device text not null default '' check (device ~ '^([a-z]+/[a-z]+)?$'),
    add constraint session_id unique (id);

  create function app.name_session(named text) returns void language sql security definer
    set search_path = app, pg_temp as $$
    update app.session set device = named
     where token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex') and device = ''
  $$;

  create function app.my_sessions() returns table (
    id uuid, device text, created_at timestamptz, last_input_at timestamptz, locked boolean, this_one boolean
  ) language sql stable security definer set search_path = app, pg_temp as $$
    select s.id, s.device, s.created_at, s.last_input_at, app.session_state(s) = 'locked',
           s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
      from app.session s
     where s.account_id = app.current_account() and app.session_state(s) is not null
     order by s.created_at desc, s.id
  $$;

  create function app.revoke_own_session(wanted uuid) returns setof bytea language sql security definer
    set search_path = app, pg_temp as $$
    with ended as (
      update app.session s set ended_at = now()
       where s.id = wanted and s.account_id = app.current_account() and app.session_state(s) is not null
      returning s.token_hash, s.account_id),
    noted as (insert into app.access_event (account_id, kind) select account_id, 'session.revoked' from ended)
    select token_hash from ended
  $$;

  create function app.revoke_other_sessions() returns setof bytea language sql security definer
    set search_path = app, pg_temp as $$
    with ended as (
      update app.session s set ended_at = now()
       where s.account_id = app.current_account() and app.session_state(s) is not null
         and s.token_hash <> decode(nullif(current_setting('app.session', true), ''), 'hex')
      returning s.token_hash, s.account_id),
    noted as (insert into app.access_event (account_id, kind) select account_id, 'session.revoked' from ended)
    select token_hash from ended
  $$;

  -- An administrator ends the sessions of a member of her practice; of nobody else.
  create function app.revoke_member_sessions(wanted uuid) returns setof bytea language sql security definer
    set search_path = app, public, pg_temp as $$
    with ended as (
      update app.session s set ended_at = now()
       where s.account_id = wanted and app.session_state(s) is not null
         and exists (select 1 from public.membership mine
                      where mine.practice_id = app.current_practice() and mine.account_id = app.current_account()
                        and 'admin' = any (mine.roles) and (mine.ends_on is null or mine.ends_on >= current_date))
         and exists (select 1 from public.membership theirs
                      where theirs.practice_id = app.current_practice() and theirs.account_id = wanted)
      returning s.token_hash, s.account_id),
    noted as (insert into app.access_event (account_id, kind) select account_id, 'session.revoked' from ended)
    select token_hash from ended
  $$;

  revoke all on function app.name_session(text), app.my_sessions(), app.revoke_own_session(uuid),
    app.revoke_other_sessions(), app.revoke_member_sessions(uuid) from public;
  grant execute on function app.name_session(text), app.my_sessions(), app.revoke_own_session(uuid),
    app.revoke_other_sessions(), app.revoke_member_sessions(uuid) to pupitre_app;
`;
