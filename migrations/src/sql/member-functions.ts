/**
 * The people of a practice, for its administrator. Each function asks who acts; one's own access is somebody else's to
 * change, so that nobody gives herself a practitioner's.
 */
export const memberFunctions = `
  -- The person behind the transaction, whatever the practice.
  create function app.acting_account() returns uuid language sql stable set search_path = app, pg_temp as $$
    select s.account_id from app.session s join app.account a on a.id = s.account_id and a.disabled_at is null
     where s.token_hash = decode(nullif(current_setting('app.session', true), ''), 'hex')
       and app.session_state(s) = 'active'
  $$;

  -- The person behind the transaction, if she administers its practice.
  create function app.acting_admin() returns uuid language sql stable set search_path = app, public, pg_temp as $$
    select m.account_id from public.membership m
     where m.practice_id = app.current_practice() and m.account_id = app.acting_account() and 'admin' = any (m.roles)
  $$;

  create function app.is_elsewhere(person uuid) returns boolean language sql stable
    set search_path = app, public, pg_temp as $$
    select exists (select from public.membership m where m.account_id = person
      and m.practice_id <> app.current_practice() and (m.ends_on is null or m.ends_on >= current_date))
  $$;

  create function app.practice_members() returns table (
    id uuid, account_id uuid, display_name text, email text, roles text[], practitioner_id uuid,
    lent_resource_ids uuid[], ends_on date, has_ended boolean, has_password boolean, link_expires_at timestamptz
  ) language sql stable security definer set search_path = app, public, pg_temp as $$
    select m.id, a.id, a.display_name, a.email, m.roles, m.practitioner_id, m.lent_resource_ids, m.ends_on,
           coalesce(m.ends_on < current_date, false), a.password_hash <> '',
           (select max(i.expires_at) from app.invitation i
             where i.account_id = a.id and i.used_at is null and i.expires_at > now())
      from public.membership m join app.account a on a.id = m.account_id
     where m.practice_id = app.current_practice() and app.acting_admin() is not null
  $$;

  -- 'invited' (the link is good), 'added' (she signs in with the password she has), or why not. A link is never given
  -- for somebody another practice knows: it would open that practice too.
  create function app.add_member(
    new_membership uuid, new_account uuid, wanted_email text, wanted_name text, wanted_initials text,
    wanted_roles text[], wanted_practitioner uuid, wanted_lent uuid[], wanted_end date, token bytea
  ) returns text language plpgsql security definer set search_path = app, public, pg_temp as $$
  declare
    giver uuid := app.acting_admin();
    person app.account;
  begin
    if giver is null then return 'denied'; end if;
    select * into person from app.account where email = lower(wanted_email);
    if person.id = giver then return 'own'; end if;
    if person.disabled_at is not null then return 'disabled'; end if;
    if exists (select from public.membership m where m.practice_id = app.current_practice()
                and m.account_id = person.id and (m.ends_on is null or m.ends_on >= current_date)) then
      return 'already';
    end if;
    if person.id is null then
      insert into app.account (id, email, password_hash, display_name, initials)
        values (new_account, lower(wanted_email), '', wanted_name, wanted_initials) returning * into person;
    end if;
    insert into public.membership
        (practice_id, id, account_id, roles, practitioner_id, lent_resource_ids, ends_on)
      values (app.current_practice(), new_membership, person.id, wanted_roles, wanted_practitioner, wanted_lent,
        wanted_end)
      on conflict on constraint membership_once do update set roles = excluded.roles, ends_on = excluded.ends_on,
        practitioner_id = excluded.practitioner_id, lent_resource_ids = excluded.lent_resource_ids;
    if person.password_hash <> '' or app.is_elsewhere(person.id) then return 'added'; end if;
    perform app.give_link(person.id, token, giver);
    return 'invited';
  end $$;

  create function app.change_member(
    wanted uuid, wanted_roles text[], wanted_practitioner uuid, wanted_lent uuid[], wanted_end date
  ) returns text language plpgsql security definer set search_path = app, public, pg_temp as $$
  declare
    giver uuid := app.acting_admin();
    person uuid;
  begin
    if giver is null then return 'denied'; end if;
    select account_id into person from public.membership m
     where m.practice_id = app.current_practice() and m.id = wanted for update;
    if person is null then return 'unknown'; end if;
    if person = giver then return 'own'; end if;
    update public.membership set roles = wanted_roles, practitioner_id = wanted_practitioner,
      lent_resource_ids = wanted_lent, ends_on = wanted_end
     where practice_id = app.current_practice() and id = wanted;
    return 'changed';
  end $$;

  -- Since yesterday, so at once: every policy asks for a membership that has not ended. Sessions end too, unless they
  -- serve another practice.
  create function app.end_member(wanted uuid) returns text language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    giver uuid := app.acting_admin();
    person uuid;
  begin
    if giver is null then return 'denied'; end if;
    select account_id into person from public.membership m
     where m.practice_id = app.current_practice() and m.id = wanted for update;
    if person is null then return 'unknown'; end if;
    if person = giver then return 'own'; end if;
    update public.membership set ends_on = current_date - 1
     where practice_id = app.current_practice() and id = wanted;
    if not app.is_elsewhere(person) then
      update app.session set ended_at = now() where account_id = person and ended_at is null;
      update app.invitation set expires_at = now()
       where account_id = person and used_at is null and expires_at > now();
    end if;
    return 'ended';
  end $$;

  create function app.renew_link(wanted uuid, token bytea) returns text language plpgsql security definer
    set search_path = app, public, pg_temp as $$
  declare
    giver uuid := app.acting_admin();
    person uuid;
  begin
    if giver is null then return 'denied'; end if;
    select account_id into person from public.membership m
     where m.practice_id = app.current_practice() and m.id = wanted
       and (m.ends_on is null or m.ends_on >= current_date);
    if person is null then return 'unknown'; end if;
    if person = giver then return 'own'; end if;
    if app.is_elsewhere(person) then return 'elsewhere'; end if;
    perform app.give_link(person, token, giver);
    return 'invited';
  end $$;

  revoke all on function app.acting_account(), app.acting_admin(), app.is_elsewhere(uuid), app.practice_members(),
    app.add_member(uuid, uuid, text, text, text, text[], uuid, uuid[], date, bytea),
    app.change_member(uuid, text[], uuid, uuid[], date), app.end_member(uuid), app.renew_link(uuid, bytea) from public;
  grant execute on function app.practice_members(),
    app.add_member(uuid, uuid, text, text, text, text[], uuid, uuid[], date, bytea),
    app.change_member(uuid, text[], uuid, uuid[], date), app.end_member(uuid), app.renew_link(uuid, bytea)
    to pupitre_app;
`;
