import type { GivenPractice } from '../given.js';
import type { TestApp } from '../test-app.js';

/** What must hold of a practice whatever its desks did at once. Each query lists what breaks it, in a column `fault`. */
export const agendaInvariants: Readonly<Record<string, string>> = {
  'two visits that stand never share a place': `
    select a.id || ' ' || b.id as fault from appointment a join appointment b
        on b.practice_id = a.practice_id and b.resource_id = a.resource_id and b.id > a.id
       and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
     where a.practice_id = $1 and a.status <> 'cancelled' and b.status <> 'cancelled'`,
  'a visit that stands holds its own place, once': `
    select a.id || ' ' || a.status as fault from appointment a
     where a.practice_id = $1 and a.status <> 'cancelled' and 1 <> (
       select count(*) from claim c where c.practice_id = $1 and c.appointment_id = a.id
          and c.resource_id = a.resource_id and c.span = tstzrange(a.starts_at, a.ends_at, '[)'))`,
  'no place is held by a cancelled visit, nor twice, nor by nobody': `
    select c.id::text as fault from claim c
      left join appointment a on a.practice_id = c.practice_id and a.id = c.appointment_id
     where c.practice_id = $1 and (a.id is null or a.status = 'cancelled'
        or exists (select from claim d where d.practice_id = $1 and d.appointment_id = a.id and d.id <> c.id))`,
  'the local hour of a visit is its instant': `
    select a.id::text as fault from appointment a join practice p on p.practice_id = a.practice_id
     where a.practice_id = $1
       and (a.starts_at at time zone p.zone) <> a.local_day + make_interval(mins => a.start_min)`,
  'each change of a visit is one version and one line of its journal': `
    select a.id || ' version ' || a.version as fault from appointment a
     where a.practice_id = $1 and a.version <> (
       select count(*) from appointment_event e where e.practice_id = $1 and e.appointment_id = a.id)`,
  'invoices of an entity and year are numbered from one without a gap': `
    select billing_entity_id || ' ' || year as fault from invoice where practice_id = $1
     group by billing_entity_id, year having count(*) <> max(sequence) or min(sequence) <> 1`,
  'the counter stands where the last number was given': `
    select series as fault from practice_counter where practice_id = $1 and series like 'invoice:%'
       and last_number is distinct from (select max(sequence) from invoice i where i.practice_id = $1
         and 'invoice:' || i.billing_entity_id || ':' || i.year = series)`,
  'the parts of an invoice, and its lines, add up to its total; nobody paid more than is due': `
    select i.id::text as fault from invoice i where i.practice_id = $1 and (
         i.amo_cents + i.amc_cents + i.patient_cents <> i.total_cents
      or i.total_cents <> (select sum(l.total_cents) from invoice_line l where l.practice_id = $1 and l.invoice_id = i.id)
      or i.patient_cents < (select coalesce(sum(p.cents), 0) from payment p
                             where p.practice_id = $1 and p.invoice_id = i.id))`,
  'an invoiced visit is done': `
    select i.id || ' ' || a.status as fault from invoice i
      join appointment a on a.practice_id = i.practice_id and a.id = i.appointment_id
     where i.practice_id = $1 and a.status <> 'done'`,
  'a draft belongs to a visit that waits to be paid, or was': `
    select c.appointment_id || ' ' || a.status as fault from charge c
      join appointment a on a.practice_id = c.practice_id and a.id = c.appointment_id
     where c.practice_id = $1 and a.status not in ('to_collect', 'done')`,
};

/** Name and culprits of each invariant that does not hold. */
export async function brokenInvariants(t: TestApp, practice: GivenPractice): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(agendaInvariants)) {
    const { rows } = await t.given.within(practice, () => t.owner.query<{ fault: string }>(sql, [practice.id]));
    if (rows.length > 0) broken.push(`${name}: ${rows.map(({ fault }) => fault).join(', ')}`);
  }
  return broken;
}
