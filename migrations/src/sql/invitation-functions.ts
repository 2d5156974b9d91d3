/**
 * Links that let somebody choose a password. Only the hash of a link's secret is stored; whoever reads the database
 * cannot open one.
 */
export const invitationFunctions = `
  create function app.invitation_state(i app.invitation) returns text language sql stable
    set search_path = app, pg_temp as $$
    select case when i.used_at is not null then 'used' when i.expires_at <= now() then 'expired' else 'open' end
  $$;

  -- What the page of a link may show; no row for a secret nobody was given.
  create function app.read_invitation(token bytea) returns table (
    state text, first_of_all boolean, display_name text, email text, practice_name text
  ) language sql stable security definer set search_path = app, public, pg_temp as $$
    select app.invitation_state(i), i.account_id is null, a.display_name, a.email,
           (select p.name from public.membership m join public.practice p on p.practice_id = m.practice_id
             where m.account_id = i.account_id and (m.ends_on is null or m.ends_on >= current_date)
             order by p.created_at, p.name limit 1)
      from app.invitation i left join app.account a on a.id = i.account_id
     where i.token_hash = token and (i.account_id is null or a.disabled_at is null)
  $$;

  -- Uses a link, once: the password is set, every other link and session of the person ends. Null when it is not open.
  -- A link without an account makes the first one, which may found a practice.
  create function app.accept_invitation(
    token bytea, new_hash text, new_account uuid, new_email text, new_name text, new_initials text
  ) returns uuid language plpgsql security definer set search_path = app, pg_temp as $$
  declare
    asked app.invitation;
    person uuid;
  begin
    select * into asked from app.invitation where token_hash = token for update;
    if asked.token_hash is null or app.invitation_state(asked) <> 'open' then
      return null;
    end if;
    if asked.account_id is null then
      insert into app.account (id, email, password_hash, display_name, initials, founding_name)
        values (new_account, lower(new_email), new_hash, new_name, new_initials, '') returning id into person;
    else
      update app.account set password_hash = new_hash where id = asked.account_id and disabled_at is null
        returning id into person;
    end if;
    if person is null then
      return null;
    end if;
    update app.invitation set expires_at = now()
     where used_at is null and expires_at > now() and account_id is not distinct from asked.account_id;
    update app.invitation set used_at = now(), account_id = person where token_hash = token;
    update app.session set ended_at = now() where account_id = person and ended_at is null;
    insert into app.access_event (account_id, kind) values (person, 'invitation.accepted');
    return person;
  end $$;

  -- A new link for a person; those she had are void. Called by the functions below only.
  create function app.give_link(person uuid, token bytea, giver uuid) returns void
    language plpgsql set search_path = app, pg_temp as $$
  begin
    delete from app.invitation where expires_at < now() - interval '30 days';
    update app.invitation set expires_at = now()
     where used_at is null and expires_at > now() and account_id is not distinct from person;
    insert into app.invitation (token_hash, account_id, created_by, expires_at)
      values (token, person, giver, now() + interval '24 hours');
  end $$;

  revoke all on function app.invitation_state(app.invitation), app.read_invitation(bytea),
    app.accept_invitation(bytea, text, uuid, text, text, text), app.give_link(uuid, bytea, uuid) from public;
  grant execute on function app.read_invitation(bytea), app.accept_invitation(bytea, text, uuid, text, text, text)
    to pupitre_app;
`;

/** For the terminal of whoever runs the installation: the owner's connection, never the application's. */
export const terminalFunctions = `
  -- The link of an installation nobody uses yet: whoever opens it says who she is. 'demo', 'taken' or 'given'.
  create function app.invite_first(token bytea) returns text language plpgsql set search_path = app, pg_temp as $$
  begin
    if (select mode from app.installation) = 'demo' then return 'demo'; end if;
    if exists (select from app.account) then return 'taken'; end if;
    insert into app.installation (mode) values ('production') on conflict do nothing;
    perform app.give_link(null, token, null);
    return 'given';
  end $$;

  -- An administrator's link: of the practice named when it stands, else of one she will found by that name. One who lost
  -- hers gets another. 'joining', 'founding', 'renewed', or why not.
  create function app.invite_admin(
    token bytea, new_account uuid, wanted_email text, wanted_name text, wanted_initials text, wanted_practice text
  ) returns text language plpgsql set search_path = app, public, pg_temp as $$
  declare
    person app.account;
    practices uuid[];
    is_admin boolean;
    is_new boolean;
  begin
    if (select mode from app.installation) = 'demo' then return 'demo'; end if;
    insert into app.installation (mode) values ('production') on conflict do nothing;
    if wanted_practice is not null then
      select array_agg(practice_id) into practices from public.practice where lower(name) = lower(wanted_practice);
      if cardinality(practices) > 1 then return 'same_names'; end if;
    end if;
    select * into person from app.account where email = lower(wanted_email);
    is_new := person.id is null;
    if person.disabled_at is not null then return 'disabled'; end if;
    is_admin := not is_new and (person.founding_name is not null or exists (
      select from public.membership m where m.account_id = person.id and 'admin' = any (m.roles)
        and (m.ends_on is null or m.ends_on >= current_date)));
    if not is_new and not is_admin and practices is null then return 'not_admin'; end if;
    if not is_new and practices is null and wanted_practice is not null
      and exists (select from public.membership m where m.account_id = person.id) then
      return 'unknown_practice';
    end if;
    if is_new then
      insert into app.account (id, email, password_hash, display_name, initials)
        values (new_account, lower(wanted_email), '', wanted_name, wanted_initials) returning * into person;
    end if;
    if practices is null then
      update app.account set founding_name = coalesce(wanted_practice, founding_name, '')
       where id = person.id and (is_new or founding_name is not null);
    else
      insert into public.membership as m (practice_id, id, account_id, roles)
        values (practices[1], gen_random_uuid(), person.id, array['admin'])
        on conflict on constraint membership_once do update set ends_on = null,
          roles = case when 'admin' = any (m.roles) then m.roles else m.roles || 'admin'::text end;
    end if;
    perform app.give_link(person.id, token, null);
    return case when practices is not null then 'joining' when is_new then 'founding' else 'renewed' end;
  end $$;

  revoke all on function app.invite_first(bytea), app.invite_admin(bytea, uuid, text, text, text, text) from public;
`;
