/** What the feed tells of: rows of these tables, to the function that reads it and to nobody else. */
export const feedTables = ['site', 'resource', 'appointment', 'appointment_event', 'patient', 'motif', 'absence'];

/** The feed of a column as JSON; `more` are members beside the visits and the absences. */
export const readAgendaFeed = (create: 'create function' | 'create or replace function', more = '') => `
  -- One column's agenda between two instants; null for a secret nobody was given or that was revoked. Names stay here:
  -- two letters of them leave.
  ${create} app.read_agenda_feed(practice uuid, secret bytea, since timestamptz, until timestamptz) returns json
    language plpgsql security definer set search_path = app, public, pg_temp as $$
  declare
    feed public.agenda_feed;
    told json;
  begin
    perform set_config('app.feed_practice', practice::text, true), set_config('app.feed', encode(secret, 'hex'), true);
    select * into feed from public.agenda_feed f
     where f.practice_id = practice and f.token_hash = secret and f.revoked_at is null;
    if feed.id is null then
      return null;
    end if;
    select json_build_object(
        'lastReadAt', feed.last_read_at, 'practiceName', p.name, 'zone', coalesce(s.zone, p.zone), 'columnName', r.name,
        'visits', (select coalesce(json_agg(json_build_object(
              'id', a.id, 'startsAt', a.starts_at, 'endsAt', a.ends_at, 'status', a.status, 'version', a.version,
              'changedAt', coalesce((select max(e.at) from public.appointment_event e
                                      where e.practice_id = practice and e.appointment_id = a.id), a.created_at),
              'initials', upper(left(t.first_name, 1) || left(coalesce(nullif(t.used_name, ''), t.birth_name), 1)),
              'motif', m.short_name) order by a.starts_at, a.id), '[]')
            from public.appointment a
            join public.patient t on t.practice_id = practice and t.id = a.patient_id
            join public.motif m on m.practice_id = practice and m.id = a.motif_id
           where a.practice_id = practice and a.resource_id = feed.resource_id
             and a.starts_at >= since and a.starts_at < until),
        'absences', (select coalesce(json_agg(json_build_object(
              'id', x.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'reason', x.reason, 'createdAt', x.created_at)
              order by x.starts_at, x.id), '[]')
            from public.absence x
           where x.practice_id = practice and x.resource_id = feed.resource_id
             and x.ends_at > since and x.starts_at < until)${more})
      into told
      from public.practice p
      join public.resource r on r.practice_id = practice and r.id = feed.resource_id
      join public.site s on s.practice_id = practice and s.id = r.site_id
     where p.practice_id = practice;
    return told;
  end $$;
`;

/**
 * A feed is read without a session: whoever shows its secret reads one column, as initials. The function that answers
 * runs as the owner, whom row-level security binds too: the owner's policies below ask for the secret's hash, which the
 * application's role cannot make up, and say nothing to any other role.
 */
export const feedFunctions = `
  create function app.feed_practice() returns uuid language sql stable security definer
    set search_path = app, public, pg_temp as $$
    select f.practice_id
      from public.agenda_feed f
     where f.practice_id = nullif(current_setting('app.feed_practice', true), '')::uuid
       and f.token_hash = decode(nullif(current_setting('app.feed', true), ''), 'hex')
       and f.revoked_at is null
  $$;

  create policy by_secret on agenda_feed to current_user
    using (practice_id = nullif(current_setting('app.feed_practice', true), '')::uuid
           and token_hash = decode(nullif(current_setting('app.feed', true), ''), 'hex'));
  ${feedTables
    .map(
      (table) => `create policy feed on ${table} for select to current_user
      using (practice_id = (select app.feed_practice()));`,
    )
    .join('\n  ')}

  ${readAgendaFeed('create function')}

  create function app.note_feed_read(practice uuid, secret bytea, at timestamptz) returns void
    language plpgsql security definer set search_path = app, public, pg_temp as $$
  begin
    perform set_config('app.feed_practice', practice::text, true), set_config('app.feed', encode(secret, 'hex'), true);
    update public.agenda_feed f set last_read_at = at
     where f.practice_id = practice and f.token_hash = secret and f.revoked_at is null;
  end $$;

  revoke all on function app.feed_practice(), app.read_agenda_feed(uuid, bytea, timestamptz, timestamptz),
    app.note_feed_read(uuid, bytea, timestamptz) from public;
  grant execute on function app.read_agenda_feed(uuid, bytea, timestamptz, timestamptz),
    app.note_feed_read(uuid, bytea, timestamptz) to pupitre_app;
`;

/** Meetings of the column, by no title: what is said of whom is for those who sit in it. */
export const feedMeetings = `,
        'meetings', (select coalesce(json_agg(json_build_object(
              'id', g.id, 'startsAt', g.starts_at, 'endsAt', g.ends_at, 'version', g.version,
              'createdAt', g.created_at, 'motif', gm.short_name) order by g.starts_at, g.id), '[]')
            from public.meeting g
            left join public.motif gm on gm.practice_id = practice and gm.id = g.motif_id
           where g.practice_id = practice and g.cancelled_at is null and g.starts_at >= since and g.starts_at < until
             and exists (select from public.claim l
                          where l.practice_id = practice and l.meeting_id = g.id and l.resource_id = feed.resource_id))`;
