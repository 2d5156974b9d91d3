/** The same bytes as the first `app.audit_row`, in one expression: its fields of fixed shape need no measuring. */
export const auditRowAtOnce = `
  create or replace function app.audit_row(place bigint, e public.audit_event) returns bytea language sql stable as $$
    select convert_to(
      '15:pupitre-audit-1;36:' || e.practice_id || ';' || length(place::text) || ':' || place || ';36:' || e.id
      || ';27:' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ';36:' || e.account_id || ';'
      || length(cardinality(e.roles)::text) || ':' || cardinality(e.roles) || ';'
      || octet_length(convert_to(array_to_string(e.roles, ','), 'UTF8')) || ':' || array_to_string(e.roles, ',') || ';'
      || octet_length(convert_to(e.action, 'UTF8')) || ':' || e.action || ';'
      || coalesce('36:' || e.patient_id || ';', '-;') || coalesce('36:' || e.subject_id || ';', '-;')
      || octet_length(convert_to(e.outcome, 'UTF8')) || ':' || e.outcome || ';'
      || octet_length(convert_to(e.request_id, 'UTF8')) || ':' || e.request_id || ';'
      || coalesce(octet_length(convert_to(e.reason, 'UTF8')) || ':' || e.reason || ';', '-;'), 'UTF8')
  $$;
`;

/**
 * A history of many rows is sealed in one pass of many batches, each going on where the one before stopped. The horizon
 * moves when the pass has ended, to where the oldest transaction stood when it began: what that one or a younger one
 * commits behind the pass is found by the next.
 */
export const sealInPasses = `
  create or replace function app.practices_to_seal() returns setof uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select p.practice_id
      from public.practice p
      left join public.audit_chain c on c.practice_id = p.practice_id
     where (select app.is_worker())
       and (c.pass_horizon is not null or exists (
         select from public.audit_event e
          where e.practice_id = p.practice_id
            and e.xid >= case when c.horizon <= pg_snapshot_xmin(pg_current_snapshot()) then c.horizon else '0'::xid8 end
            and not exists (select from public.audit_seal s where s.practice_id = p.practice_id and s.event_id = e.id)))
  $$;

  create or replace function app.seal_audit(most int) returns int language plpgsql
    set search_path = app, public, pg_temp as $$
  declare
    practice uuid := app.current_practice();
    chain public.audit_chain;
    step record;
    events uuid[] := '{}';
    hashes bytea[] := '{}';
    present xid8;
    seen int := 0;
    sealed int := 0;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended(practice::text, 11)) then return 0; end if;
    insert into public.audit_chain (practice_id) values (practice) on conflict do nothing;
    select * into chain from public.audit_chain where practice_id = practice;
    present := pg_snapshot_xmin(pg_current_snapshot());
    if chain.horizon > present or chain.pass_horizon > present then
      chain.horizon := '0';
      chain.pass_horizon := null;
    end if;
    if chain.pass_horizon is null then
      chain.pass_horizon := present;
      chain.pass_xid := chain.horizon;
      chain.pass_id := '00000000-0000-0000-0000-000000000000';
    end if;
    for step in
      select a.xid, a.id, a as event,
             exists (select from public.audit_seal s where s.practice_id = practice and s.event_id = a.id) as is_sealed
        from public.audit_event a
       where a.practice_id = practice and (a.xid, a.id) > (chain.pass_xid, chain.pass_id)
       order by a.xid, a.id limit most
    loop
      seen := seen + 1;
      chain.pass_xid := step.xid;
      chain.pass_id := step.id;
      continue when step.is_sealed;
      sealed := sealed + 1;
      chain.hash := sha256(chain.hash || app.audit_row(chain.seq + sealed, step.event));
      events := events || step.id;
      hashes := hashes || chain.hash;
    end loop;
    if seen < most then
      chain.horizon := chain.pass_horizon;
      chain.pass_horizon := null;
    end if;
    insert into public.audit_seal (practice_id, seq, event_id, hash)
      select practice, chain.seq + link.place, link.event_id, link.hash
        from unnest(events, hashes) with ordinality link(event_id, hash, place);
    chain.seq := chain.seq + sealed;
    update public.audit_chain
       set seq = chain.seq, hash = chain.hash, sealed_at = case when sealed > 0 then now() else sealed_at end,
           horizon = chain.horizon, pass_horizon = chain.pass_horizon, pass_xid = chain.pass_xid, pass_id = chain.pass_id
     where practice_id = practice;
    if sealed > 0 then
      insert into public.audit_head (practice_id, month, seq, hash)
      values (practice, date_trunc('month', now() at time zone 'UTC')::date, chain.seq, chain.hash)
      on conflict (practice_id, month) do update set seq = excluded.seq, hash = excluded.hash;
    end if;
    return seen;
  end $$;
`;
