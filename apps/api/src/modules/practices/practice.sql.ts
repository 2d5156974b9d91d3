/**
 * Compact JSON of the practice's rows, as contracts and shared rules read them. Each expects the table's alias and is
 * used below `practice_id = $1`.
 */
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const resourceJson = `json_build_object('id', r.id, 'kind', r.kind, 'name', r.name, 'shortName', r.short_name,
  'position', r.position, 'active', r.active, 'practitionerId', p.id, 'siteId', r.site_id, 'version', r.version)`;

export const practitionerJson = `json_build_object('id', p.id, 'resourceId', p.resource_id, 'title', p.title,
  'firstName', p.first_name, 'lastName', p.last_name, 'profession', p.profession)`;

export const openingRuleJson = `json_build_object('resourceId', o.resource_id, 'isodow', o.isodow,
  'startMin', o.start_min, 'endMin', o.end_min, 'validFrom', o.valid_from, 'validTo', o.valid_to,
  'weekInterval', o.week_interval, 'weekAnchor', o.week_anchor, 'label', o.label, 'siteId', o.site_id)`;

export const openingExceptionJson = `json_build_object('id', x.id, 'resourceId', x.resource_id, 'day', x.local_day,
  'startMin', x.start_min, 'endMin', x.end_min, 'effect', x.effect, 'reason', x.reason, 'siteId', x.site_id)`;

export const holidayOverrideJson = `json_build_object('day', h.local_day, 'effect', h.effect, 'label', h.label)`;

export const siteJson = `json_build_object('id', s.id, 'name', s.name, 'street', s.street, 'postalCode', s.postal_code,
  'city', s.city, 'zone', s.zone, 'holidayZone', s.holiday_zone, 'version', s.version)`;

export const locumJson = `json_build_object('id', l.id, 'resourceId', l.resource_id, 'fromDay', l.from_day,
  'toDay', l.to_day, 'title', l.title, 'firstName', l.first_name, 'lastName', l.last_name, 'rpps', l.rpps,
  'accountId', l.account_id, 'version', l.version)`;

export const absenceJson = `json_build_object('id', a.id, 'resourceId', a.resource_id, 'startsAt', ${utc('a.starts_at')},
  'endsAt', ${utc('a.ends_at')}, 'reason', a.reason, 'note', a.note)`;

/** When calendars kept elsewhere are busy: a calendar has a thousand stretches, so each is two whole numbers. */
export const outsideBusyJson = (condition: string) => `(
  select coalesce(json_agg(json_build_object('calendarId', c.calendar_id, 'resourceId', c.resource_id,
      'spans', c.spans) order by c.calendar_id), '[]')
    from (select b.calendar_id, b.resource_id, json_agg(json_build_array(
              (extract(epoch from b.starts_at) / 60)::int, (extract(epoch from b.ends_at - b.starts_at) / 60)::int)
              order by b.starts_at) as spans
            from outside_busy b where b.practice_id = $1 and ${condition} group by 1, 2) c)`;

const durations = `(select coalesce(json_agg(json_build_object('resourceId', d.resource_id, 'minutes', d.minutes)
  order by d.resource_id), '[]') from motif_resource d
  where d.practice_id = $1 and d.motif_id = m.id and d.minutes is not null)`;

const needs = `(select coalesce(json_agg(json_build_object('poolId', n.pool_id, 'beforeMin', n.before_min,
  'afterMin', n.after_min) order by n.pool_id), '[]') from motif_need n
  where n.practice_id = $1 and n.motif_id = m.id)`;

export const motifJson = (resourceIds: string) => `json_build_object('id', m.id, 'name', m.name,
  'shortName', m.short_name, 'minutes', m.minutes, 'color', m.color, 'place', m.place, 'resourceIds', ${resourceIds},
  'usualActs', m.usual_acts, 'active', m.active, 'beforeMin', m.before_min, 'afterMin', m.after_min,
  'gridMin', m.grid_min, 'channels', m.channels, 'patients', m.patients, 'rajouts', m.rajouts, 'bring', m.bring,
  'say', m.say, 'durations', ${durations}, 'needs', ${needs}, 'version', m.version)`;

const poolMembers = `(select coalesce(json_agg(json_build_object('id', pm.id, 'kind', pm.kind, 'name', pm.name,
  'shortName', pm.short_name, 'active', pm.active) order by pm.position, pm.id), '[]') from resource pm
  where pm.practice_id = $1 and pm.pool_id = pool.id)`;

export const poolJson = `json_build_object('id', pool.id, 'name', pool.name, 'members', ${poolMembers},
  'version', pool.version)`;

export const jsonList = (object: string, order: string, from: string) =>
  `(select coalesce(json_agg(${object} order by ${order}), '[]') from ${from})`;
