/** Functions as they first stood, and the condition each was found to lack: without it, the first definition again. */

/**
 * A link that an administrator gave opens every practice of the person once she has a password there too: it is good
 * for as long as all of them are the giver's to administer. Whoever never chose a password has entered none of them.
 */
export const linkOpensOthers = `
           when i.created_by is not null
             and exists (select from app.account a where a.id = i.account_id and a.password_hash <> '')
             and exists (
               select from public.membership m
                where m.account_id = i.account_id and (m.ends_on is null or m.ends_on >= current_date)
                  and not exists (
                    select from public.membership g
                     where g.practice_id = m.practice_id and g.account_id = i.created_by and 'admin' = any (g.roles)
                       and (g.ends_on is null or g.ends_on >= current_date)))
             then 'expired'`;

export const invitationState = (closed: string) => `
  create or replace function app.invitation_state(i app.invitation) returns text language sql stable
    set search_path = app, pg_temp as $$
    select case when i.used_at is not null then 'used' when i.expires_at <= now() then 'expired' ${closed}
           else 'open' end
  $$;
`;

/** A file edited while the import is being taken back stays, and then all of them do. */
export const refuseEdited = `
    if removed <> cardinality(theirs) then
      raise exception 'a patient has changed' using errcode = 'foreign_key_violation', constraint = 'patient_depended_on';
    end if;`;

export const takeBackImport = (untouched: string, refusal: string) => `
  create or replace function app.take_back_import(wanted uuid) returns int language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    mine uuid := app.current_practice();
    theirs uuid[];
    removed int;
  begin
    perform from public.import_file f where f.practice_id = mine and f.id = wanted and f.state = 'undoing' for update;
    if not found then
      raise exception 'no import is being taken back' using errcode = 'no_data_found';
    end if;
    -- By a list and not by a join: lines staged a moment ago have no statistics a plan could trust.
    theirs := array(select l.new_id from public.import_line l
                     where l.practice_id = mine and l.import_id = wanted and l.written = 'created');
    delete from public.patient_search_key where practice_id = mine and patient_id = any (theirs);
    delete from public.patient_event where practice_id = mine and patient_id = any (theirs);
    delete from public.patient where practice_id = mine and id = any (theirs) ${untouched};
    get diagnostics removed = row_count;${refusal}
    return removed;
  end $$;
`;

/** Whoever left a practice is not its administrator's to sign out of another. */
export const isStillHere = `and (theirs.ends_on is null or theirs.ends_on >= current_date)`;

export const revokeMemberSessions = (present: string) => `
  create or replace function app.revoke_member_sessions(wanted uuid) returns setof bytea language sql security definer
    set search_path = app, public, pg_temp as $$
    with ended as (
      update app.session s set ended_at = now()
       where s.account_id = wanted and app.session_state(s) is not null
         and exists (select 1 from public.membership mine
                      where mine.practice_id = app.current_practice() and mine.account_id = app.current_account()
                        and 'admin' = any (mine.roles) and (mine.ends_on is null or mine.ends_on >= current_date))
         and exists (select 1 from public.membership theirs
                      where theirs.practice_id = app.current_practice() and theirs.account_id = wanted ${present})
      returning s.token_hash, s.account_id),
    noted as (insert into app.access_event (account_id, kind) select account_id, 'session.revoked' from ended)
    select token_hash from ended
  $$;
`;

/** An import that nobody wrote has nothing left to write once its lines are gone. */
export const cancelExpired = `
    update public.import_file set state = 'cancelled', run = null, failure = null
     where touched_at < now() - interval '31 days'
       and state in ('uploading', 'to_map', 'checking', 'checked', 'committing', 'failed');`;

export const purgeImports = (cancelled: string) => `
  create or replace function app.purge_imports() returns int language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    removed int := 0;
    gone int;
  begin
    delete from public.import_part p using public.import_file f
     where f.practice_id = p.practice_id and f.id = p.import_id and f.touched_at < now() - interval '31 days';
    get diagnostics gone = row_count; removed := removed + gone;
    delete from public.import_line l using public.import_file f
     where f.practice_id = l.practice_id and f.id = l.import_id and f.touched_at < now() - interval '31 days';
    get diagnostics gone = row_count; removed := removed + gone;${cancelled}
    return removed;
  end $$;
`;
