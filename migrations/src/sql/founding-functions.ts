/** The first practice of whoever was asked to found one. */
export const foundingFunctions = `
  -- The practice that the person behind the transaction may found, by the name given at the terminal or ''. Null: she
  -- was not asked to, or is a member somewhere already.
  create function app.founding() returns text language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select a.founding_name from app.account a
     where a.id = app.acting_account() and not exists (select from public.membership m where m.account_id = a.id)
       and coalesce((select mode from app.installation), 'production') = 'production'
  $$;

  -- 'founded', or why not. One at a time a person: a second click waits, then finds it done.
  create function app.found_practice(
    new_practice uuid, new_membership uuid, wanted_name text, wanted_city text, wanted_zone text,
    wanted_holidays text, wanted_tariffs text, wanted_phone text
  ) returns text language plpgsql security definer set search_path = app, public, pg_temp as $$
  declare
    person uuid := app.acting_account();
  begin
    perform pg_advisory_xact_lock(hashtextextended(coalesce(person::text, ''), 7));
    if exists (select from public.membership m where m.account_id = person) then return 'done'; end if;
    if app.founding() is null then return 'denied'; end if;
    insert into app.installation (mode) values ('production') on conflict do nothing;
    insert into public.practice (practice_id, name, city, zone, holiday_zone, tariff_zone, phone)
      values (new_practice, wanted_name, wanted_city, wanted_zone, wanted_holidays, wanted_tariffs, wanted_phone);
    insert into public.membership (practice_id, id, account_id, roles)
      values (new_practice, new_membership, person, array['admin']);
    return 'founded';
  end $$;

  -- The transaction that founds a practice is the only one that may do what follows: nothing is in it yet.
  create function app.is_founding() returns boolean language sql stable set search_path = app, public, pg_temp as $$
    select app.acting_admin() is not null and exists (
      select from public.practice where practice_id = app.current_practice() and created_at = now())
  $$;

  create function app.seat_founder(wanted_roles text[], wanted_practitioner uuid) returns boolean
    language plpgsql security definer set search_path = app, public, pg_temp as $$
  begin
    if not app.is_founding() or not 'admin' = any (wanted_roles) then return false; end if;
    update public.membership set roles = wanted_roles, practitioner_id = wanted_practitioner
     where practice_id = app.current_practice() and account_id = app.acting_account();
    return true;
  end $$;

  create function app.add_billing_entity(new_id uuid, wanted_practitioner uuid, wanted_name text, wanted_siren text)
    returns boolean language plpgsql security definer set search_path = app, public, pg_temp as $$
  begin
    if not app.is_founding() then return false; end if;
    insert into public.billing_entity (practice_id, id, practitioner_id, name, siren)
      values (app.current_practice(), new_id, wanted_practitioner, wanted_name, wanted_siren);
    return true;
  end $$;

  revoke all on function app.founding(), app.found_practice(uuid, uuid, text, text, text, text, text, text),
    app.is_founding(), app.seat_founder(text[], uuid), app.add_billing_entity(uuid, uuid, text, text) from public;
  grant execute on function app.founding(), app.found_practice(uuid, uuid, text, text, text, text, text, text),
    app.seat_founder(text[], uuid), app.add_billing_entity(uuid, uuid, text, text) to pupitre_app;
`;
