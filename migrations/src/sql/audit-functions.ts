/**
 * The chain of the audit journal. docs/operations/audit.md describes the canonical form byte by byte;
 * apps/api/src/platform/audit/canonical-row.ts writes it a second time, and a test holds the two together.
 */
export const auditFunctions = `
  -- One field: "-;" for null, else the length in bytes, a colon, the UTF-8 bytes, a semicolon.
  create function app.audit_field(value text) returns bytea language sql immutable set search_path = app, pg_temp as $$
    select case when value is null then convert_to('-;', 'UTF8')
      else convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value || ';', 'UTF8') end
  $$;

  create function app.audit_row(place bigint, e public.audit_event) returns bytea language sql stable
    set search_path = app, pg_temp as $$
    select app.audit_field('pupitre-audit-1') || app.audit_field(e.practice_id::text) || app.audit_field(place::text)
        || app.audit_field(e.id::text)
        || app.audit_field(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || app.audit_field(e.account_id::text) || app.audit_field(cardinality(e.roles)::text)
        || app.audit_field(array_to_string(e.roles, ',')) || app.audit_field(e.action)
        || app.audit_field(e.patient_id::text) || app.audit_field(e.subject_id::text) || app.audit_field(e.outcome)
        || app.audit_field(e.request_id) || app.audit_field(e.reason)
  $$;

  -- Practices with a committed row that has no seal yet. A row of a transaction older than the horizon was sealed or
  -- never committed; a horizon ahead of the present was brought by a backup of another server and means nothing here.
  create function app.practices_to_seal() returns setof uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select p.practice_id
      from public.practice p
      left join public.audit_chain c on c.practice_id = p.practice_id
     where (select app.is_worker())
       and exists (
         select from public.audit_event e
          where e.practice_id = p.practice_id
            and e.xid >= case when c.horizon <= pg_snapshot_xmin(pg_current_snapshot()) then c.horizon else '0'::xid8 end
            and not exists (select from public.audit_seal s where s.practice_id = p.practice_id and s.event_id = e.id))
  $$;

  create function app.worker_practices() returns setof uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select practice_id from public.practice where (select app.is_worker()) order by practice_id
  $$;

  -- Seals at most so many rows of the transaction's practice; how many it did. With the caller's rights: the policies
  -- let the worker alone write. Each statement sees what was committed before it, so a late commit is found next time.
  create function app.seal_audit(most int) returns int language plpgsql set search_path = app, public, pg_temp as $$
  declare
    practice uuid := app.current_practice();
    chain public.audit_chain;
    e public.audit_event;
    horizon_now xid8;
    done int := 0;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended(practice::text, 11)) then return 0; end if;
    insert into public.audit_chain (practice_id) values (practice) on conflict do nothing;
    select * into chain from public.audit_chain where practice_id = practice;
    horizon_now := pg_snapshot_xmin(pg_current_snapshot());
    if chain.horizon > horizon_now then chain.horizon := '0'; end if;
    for e in
      select a.* from public.audit_event a
       where a.practice_id = practice and a.xid >= chain.horizon
         and not exists (select from public.audit_seal s where s.practice_id = practice and s.event_id = a.id)
       order by a.xid, a.id limit most
    loop
      chain.seq := chain.seq + 1;
      chain.hash := sha256(chain.hash || app.audit_row(chain.seq, e));
      insert into public.audit_seal (practice_id, seq, event_id, hash) values (practice, chain.seq, e.id, chain.hash);
      done := done + 1;
    end loop;
    update public.audit_chain
       set seq = chain.seq, hash = chain.hash, sealed_at = case when done > 0 then now() else sealed_at end,
           horizon = case when done < most then horizon_now else chain.horizon end
     where practice_id = practice;
    if done > 0 then
      insert into public.audit_head (practice_id, month, seq, hash)
      values (practice, date_trunc('month', now() at time zone 'UTC')::date, chain.seq, chain.hash)
      on conflict (practice_id, month) do update set seq = excluded.seq, hash = excluded.hash;
    end if;
    return done;
  end $$;

  -- The first place from there on where seals and rows do not agree; nothing when they do.
  create function app.audit_fault(from_seq bigint, to_seq bigint) returns table (seq bigint, fault text)
    language sql stable set search_path = app, public, pg_temp as $$
    with link as (
      select s.seq, s.event_id, s.hash, lag(s.seq) over w as seq_before, lag(s.hash) over w as hash_before
        from public.audit_seal s
       where s.practice_id = (select app.current_practice()) and s.seq between from_seq - 1 and to_seq
      window w as (order by s.seq))
    select l.seq, case
        when coalesce(l.seq_before, 0) <> l.seq - 1 then 'seal_missing'
        when e.id is null then 'row_missing'
        else 'row_changed' end
      from link l
      left join public.audit_event e on e.practice_id = (select app.current_practice()) and e.id = l.event_id
     where l.seq >= from_seq
       and (coalesce(l.seq_before, 0) <> l.seq - 1 or e.id is null
         or l.hash <> sha256(coalesce(l.hash_before, decode(repeat('00', 32), 'hex')) || app.audit_row(l.seq, e)))
     order by l.seq limit 1
  $$;

  -- Names of people who work or worked in this practice, for its journals.
  create function app.colleague_names(wanted uuid[]) returns table (account_id uuid, display_name text)
    language sql stable security definer set search_path = app, public, pg_temp as $$
    select a.id, a.display_name from app.account a
     where a.id = any (wanted) and exists (
       select from public.membership m where m.practice_id = (select app.current_practice()) and m.account_id = a.id)
  $$;

  revoke all on function app.audit_field(text), app.audit_row(bigint, public.audit_event), app.practices_to_seal(),
    app.worker_practices(), app.seal_audit(int), app.audit_fault(bigint, bigint), app.colleague_names(uuid[])
    from public;
  grant execute on function app.audit_field(text), app.audit_row(bigint, public.audit_event), app.practices_to_seal(),
    app.worker_practices(), app.seal_audit(int), app.audit_fault(bigint, bigint), app.colleague_names(uuid[])
    to pupitre_app;
`;
