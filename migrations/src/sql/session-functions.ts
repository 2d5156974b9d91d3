/**
 * What the application may learn of sessions. It cannot read the session table: these functions answer for one token
 * hash, and each has a fixed search path.
 */
export const sessionFunctions = `
  -- State of a session: 'active', 'locked' (no input for a while, or on purpose), null when it is over.
  create function app.session_state(s app.session) returns text language sql stable set search_path = app, pg_temp as $$
    select case
      when s.ended_at is not null or s.ends_at <= now() then null
      when s.locked_at is not null and s.locked_at <= now() - interval '30 minutes' then null
      when s.last_input_at <= now() - make_interval(mins => s.lock_after_minutes + 30) then null
      when s.locked_at is not null then 'locked'
      when s.last_input_at <= now() - make_interval(mins => s.lock_after_minutes) then 'locked'
      else 'active'
    end
  $$;

  -- The practice of this transaction: only for a living, unlocked session whose person is a member of it.
  create function app.current_practice() returns uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select m.practice_id
      from app.session s
      join app.account a on a.id = s.account_id and a.disabled_at is null
      join public.membership m on m.account_id = s.account_id
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and m.practice_id = nullif(current_setting('app.practice', true), '')::uuid
       and (m.ends_on is null or m.ends_on >= current_date)
       and app.session_state(s) = 'active'
  $$;

  -- Who acts: the session of the transaction, and the membership in the practice asked for.
  create function app.current_actor() returns table (
    state text, account_id uuid, display_name text, initials text, email text, preferences jsonb,
    lock_after_minutes smallint, ends_at timestamptz, stepped_up_at timestamptz,
    practice_id uuid, zone text, roles text[], practitioner_id uuid, lent_resource_ids uuid[]
  ) language sql stable security definer set search_path = app, public, pg_temp as $$
    select app.session_state(s), a.id, a.display_name, a.initials, a.email, a.preferences,
           s.lock_after_minutes, s.ends_at, s.stepped_up_at,
           m.practice_id, p.zone, m.roles, m.practitioner_id, m.lent_resource_ids
      from app.session s
      join app.account a on a.id = s.account_id and a.disabled_at is null
      left join public.membership m on m.account_id = a.id
        and m.practice_id = nullif(current_setting('app.practice', true), '')::uuid
        and (m.ends_on is null or m.ends_on >= current_date)
      left join public.practice p on p.practice_id = m.practice_id
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
  $$;

  -- The practices of the person behind the transaction's session.
  create function app.my_memberships() returns table (
    practice_id uuid, practice_name text, city text, zone text, roles text[], practitioner_id uuid
  ) language sql stable security definer set search_path = app, public, pg_temp as $$
    select m.practice_id, p.name, p.city, p.zone, m.roles, m.practitioner_id
      from app.session s
      join public.membership m on m.account_id = s.account_id and (m.ends_on is null or m.ends_on >= current_date)
      join public.practice p on p.practice_id = m.practice_id
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and app.session_state(s) is not null
     order by p.created_at, p.name
  $$;

  create function app.note_input() returns void language sql security definer set search_path = app, pg_temp as $$
    update app.session s set last_input_at = now()
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and app.session_state(s) = 'active'
  $$;

  create function app.lock_session() returns void language sql security definer set search_path = app, pg_temp as $$
    with locked as (
      update app.session s set locked_at = now()
       where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
         and app.session_state(s) is not null and s.locked_at is null
      returning s.account_id)
    insert into app.access_event (account_id, kind) select account_id, 'session.locked' from locked
  $$;

  create function app.end_session() returns void language sql security definer set search_path = app, pg_temp as $$
    with ended as (
      update app.session s set ended_at = now()
       where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex') and s.ended_at is null
      returning s.account_id)
    insert into app.access_event (account_id, kind) select account_id, 'session.ended' from ended
  $$;

  create function app.save_preferences(wanted jsonb) returns void language sql security definer
    set search_path = app, pg_temp as $$
    update app.account a set preferences = wanted
      from app.session s
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and a.id = s.account_id and app.session_state(s) = 'active'
  $$;

  -- The installation's clock and mode, for the boot and the sign-in page.
  create function app.installation() returns table (mode text, demo_now timestamptz, demo_set_at timestamptz)
    language sql stable security definer set search_path = app, pg_temp as $$
    select mode, demo_now, demo_set_at from app.installation
  $$;

  -- The demo's public sign-ins; nothing outside demo mode.
  create function app.demo_sign_ins() returns table (email text, display_name text, roles text[], practice_name text)
    language sql stable security definer set search_path = app, public, pg_temp as $$
    select distinct on (a.created_at, a.email) a.email, a.display_name, m.roles, p.name
      from app.account a
      join public.membership m on m.account_id = a.id
      join public.practice p on p.practice_id = m.practice_id
     where (select mode from app.installation) = 'demo'
     order by a.created_at, a.email, p.created_at
  $$;

  revoke all on all functions in schema app from public;
  grant execute on function app.current_practice(), app.current_actor(), app.my_memberships(), app.note_input(),
    app.lock_session(), app.end_session(), app.save_preferences(jsonb), app.installation(), app.demo_sign_ins()
    to pupitre_app;
  grant execute on function app.current_practice() to pupitre_backup;
`;
