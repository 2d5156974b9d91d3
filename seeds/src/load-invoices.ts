import { actOn } from '@pupitre/shared/billing/act-catalogue';
import { splitCharge } from '@pupitre/shared/billing/charge-split';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type pg from 'pg';
import { found, type World } from './world.js';

/**
 * The till of a large practice, written by the database: every visit that is over carries its consultation at the
 * tariff of the day, an invoice in the order of its numbers and a payment by card. From `unpaidSince` on the visits
 * still wait at the till, with their draft.
 */
export async function writeLoadInvoices(client: pg.Client, world: World, unpaidSince: LocalDay): Promise<void> {
  const split = usualSplit(world);
  const author = found(world.desk, () => true);
  await client.query(
    `update appointment set status = 'to_collect', done_at = null
      where practice_id = $1 and status = 'done' and local_day >= $2`,
    [world.id, unpaidSince],
  );
  await client.query(
    `insert into charge (practice_id, appointment_id, third_party, lines, due_cents)
     select practice_id, id, 'none', $2, $3 from appointment
      where practice_id = $1 and status in ('done', 'to_collect')`,
    [world.id, JSON.stringify([{ code: split.line.code, quantity: 1 }]), split.patientCents],
  );
  await client.query(
    `insert into invoice (practice_id, id, billing_entity_id, practitioner_id, appointment_id, patient_id, year,
       sequence, issued_at, issued_on, visit_on, third_party, total_cents, amo_cents, amc_cents, patient_cents,
       participation_cents, paid_back_cents, issued_by, issued_by_name)
     select a.practice_id, gen_random_uuid(), b.id, a.practitioner_id, a.id, a.patient_id,
            extract(year from a.local_day),
            row_number() over (partition by b.id, extract(year from a.local_day) order by a.starts_at, a.id),
            a.done_at, a.local_day, a.local_day, 'none', $2, $3, $4, $5, $6, $7, $8, $9
       from appointment a
       join billing_entity b on b.practice_id = a.practice_id and b.practitioner_id = a.practitioner_id
      where a.practice_id = $1 and a.status = 'done'`,
    [
      world.id,
      split.totalCents,
      split.amoCents,
      split.amcCents,
      split.patientCents,
      split.participationCents,
      split.paidBackCents,
      author.id,
      author.displayName,
    ],
  );
  await client.query(
    `insert into invoice_line (practice_id, invoice_id, position, code, label, quantity, unit_cents, total_cents,
       amo_cents, amc_cents, excess_cents)
     select practice_id, id, 1, $2, $3, 1, $4, $4, $5, $6, $7 from invoice where practice_id = $1`,
    [
      world.id,
      split.line.code,
      split.line.labelFr,
      split.line.totalCents,
      split.line.amoCents,
      split.line.amcCents,
      split.line.excessCents,
    ],
  );
  await client.query(
    `insert into payment (practice_id, id, invoice_id, method, cents, received_at, received_on, received_by)
     select practice_id, gen_random_uuid(), id, 'card', patient_cents, issued_at, issued_on, issued_by
       from invoice where practice_id = $1 and patient_cents > 0`,
    [world.id],
  );
  await client.query(
    `insert into practice_counter (practice_id, series, last_number)
     select practice_id, 'invoice:' || billing_entity_id || ':' || year, max(sequence)
       from invoice where practice_id = $1 group by practice_id, billing_entity_id, year`,
    [world.id],
  );
}

/** An adult with a declared doctor and no participation used yet. */
function usualSplit({ day, shape }: World) {
  const act = actOn('G', day, shape.tariffZone);
  if (!act) throw new Error(`no tariff of a consultation on ${day}`);
  const { lines, split } = splitCharge([{ ...act, unitCents: act.priceCents, quantity: 1 }], {
    day,
    birthDate: '1980-01-01',
    referringDoctor: true,
    longTermIllness: false,
    complementaryName: '',
    thirdParty: 'none',
    participationUsedDayCents: 0,
    participationUsedYearCents: 0,
  });
  return { ...split, line: found(lines, () => true) };
}
