const sessionBranch = `
    select m.practice_id
      from app.session s
      join app.account a on a.id = s.account_id and a.disabled_at is null
      join public.membership m on m.account_id = s.account_id
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and m.practice_id = nullif(current_setting('app.practice', true), '')::uuid
       and (m.ends_on is null or m.ends_on >= current_date)
       and app.session_state(s) = 'active'`;

const head = `create or replace function app.current_practice() returns uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$`;

/** The practice of this transaction: only for a living, unlocked session whose person is a member of it. */
export const sessionPractice = `${head} ${sessionBranch}
  $$`;

/** The same, or the practice asked for by whoever proves to be the worker. The second is not run when the first answers. */
export const sessionOrWorkerPractice = `${head}
    select coalesce((${sessionBranch}), (
    select p.practice_id
      from app.worker_secret w
      join public.practice p on p.practice_id = nullif(current_setting('app.practice', true), '')::uuid
     where w.hash = sha256(convert_to(nullif(current_setting('app.worker', true), ''), 'UTF8'))))
  $$`;

/**
 * The same answers, one question asked: PL/pgSQL plans and starts only the branch it takes, where the coalesce cost
 * every statement of every desk a fifth more of this function.
 */
export const workerElseSessionPractice = `create or replace function app.current_practice() returns uuid
    language plpgsql stable security definer set search_path = app, public, pg_temp as $$
  begin
    if current_setting('app.worker', true) <> '' then
      return (
        select p.practice_id
          from app.worker_secret w
          join public.practice p on p.practice_id = nullif(current_setting('app.practice', true), '')::uuid
         where w.hash = sha256(convert_to(current_setting('app.worker', true), 'UTF8')));
    end if;
    return (${sessionBranch});
  end $$`;
