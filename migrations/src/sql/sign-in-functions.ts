/** Sign-in: what is needed before anybody is known. Each function answers one question and writes one thing. */
export const signInFunctions = `
  create function app.account_by_email(wanted text) returns table (id uuid, password_hash text)
    language sql stable security definer set search_path = app, pg_temp as $$
    select id, password_hash from app.account where email = lower(wanted) and disabled_at is null
  $$;

  create function app.password_hash_of_session() returns table (id uuid, password_hash text)
    language sql stable security definer set search_path = app, pg_temp as $$
    select a.id, a.password_hash from app.session s join app.account a on a.id = s.account_id
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and app.session_state(s) is not null and a.disabled_at is null
  $$;

  -- A new session, and at most five living ones a person: the oldest ends.
  create function app.open_session(new_hash bytea, wanted_account uuid, ends timestamptz) returns void
    language plpgsql security definer set search_path = app, pg_temp as $$
  begin
    insert into app.session (token_hash, account_id, ends_at) values (new_hash, wanted_account, ends);
    update app.session set ended_at = now()
     where account_id = wanted_account and ended_at is null and token_hash not in (
       select token_hash from app.session where account_id = wanted_account and ended_at is null
        order by created_at desc, token_hash limit 5);
    insert into app.access_event (account_id, kind) values (wanted_account, 'session.signed_in');
  end $$;

  create function app.unlock_session() returns void language sql security definer set search_path = app, pg_temp as $$
    with unlocked as (
      update app.session s set locked_at = null, last_input_at = now()
       where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
         and app.session_state(s) is not null
      returning s.account_id)
    insert into app.access_event (account_id, kind) select account_id, 'session.unlocked' from unlocked
  $$;

  create function app.step_up_session() returns void language sql security definer set search_path = app, pg_temp as $$
    with confirmed as (
      update app.session s set stepped_up_at = now()
       where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
         and app.session_state(s) = 'active'
      returning s.account_id)
    insert into app.access_event (account_id, kind) select account_id, 'session.stepped_up' from confirmed
  $$;

  create function app.note_sign_in_failure(subjects bytea[], wanted_account uuid) returns void
    language sql security definer set search_path = app, pg_temp as $$
    insert into app.sign_in_failure (subject) select unnest(subjects);
    insert into app.access_event (account_id, kind) values (wanted_account, 'session.refused');
    delete from app.sign_in_failure where failed_at < now() - interval '1 day';
  $$;

  create function app.forget_sign_in_failures(subjects bytea[]) returns void
    language sql security definer set search_path = app, pg_temp as $$
    delete from app.sign_in_failure where subject = any (subjects);
  $$;

  -- Seconds to wait before the next try: none for the first four, then doubling, at most five minutes.
  create function app.sign_in_wait(wanted bytea, free_tries int) returns int
    language sql stable security definer set search_path = app, pg_temp as $$
    select coalesce(greatest(0, ceil(extract(epoch from
             max(failed_at) + make_interval(secs => least(300, 2 ^ least(count(*) - free_tries, 12)::int)) - now()))::int), 0)
      from app.sign_in_failure
     where subject = wanted and failed_at > now() - interval '15 minutes'
    having count(*) > free_tries
  $$;

  revoke all on all functions in schema app from public;
  grant execute on function app.account_by_email(text), app.password_hash_of_session(),
    app.open_session(bytea, uuid, timestamptz), app.unlock_session(), app.step_up_session(),
    app.note_sign_in_failure(bytea[], uuid), app.forget_sign_in_failures(bytea[]), app.sign_in_wait(bytea, int)
    to pupitre_app;
`;
