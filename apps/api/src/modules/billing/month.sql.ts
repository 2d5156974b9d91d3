/**
 * The one definition of a month, for its summary and for its files: they can only agree. `$1` is the practice, `$2` the
 * first day of the month; every row carries what the files show.
 */
const ofMonth = (column: string) => `${column} >= $2::date and ${column} < ($2::date + interval '1 month')`;

const practitionerName = `concat_ws(' ', case pr.title when 'dr' then 'Dr' end, pr.first_name, pr.last_name)`;

const people = `
  join practitioner pr on pr.practice_id = i.practice_id and pr.id = i.practitioner_id
  join billing_entity be on be.practice_id = i.practice_id and be.id = i.billing_entity_id
  join patient p on p.practice_id = i.practice_id and p.id = i.patient_id`;

/** Invoices issued in the month. */
export const monthInvoices = `
  select i.year, i.sequence, i.issued_on::text as "issuedOn", i.visit_on::text as "visitOn",
         ${practitionerName} as "practitionerName", be.siren, p.number as "patientNumber", i.third_party as "thirdParty",
         (select string_agg(case l.quantity when 1 then l.code else l.quantity || ' ' || l.code end, ', '
                            order by l.position)
            from invoice_line l where l.practice_id = i.practice_id and l.invoice_id = i.id) as acts,
         i.total_cents as "totalCents", i.amo_cents as "amoCents", i.amc_cents as "amcCents",
         i.patient_cents as "patientCents", paid.cents as "paidCents"
    from invoice i ${people}
   cross join lateral (
     select coalesce(sum(pay.cents), 0)::int as cents from payment pay
      where pay.practice_id = i.practice_id and pay.invoice_id = i.id) paid
   where i.practice_id = $1 and ${ofMonth('i.issued_on')}
   order by i.issued_on, be.name, be.id, i.year, i.sequence`;

/** Payments received in the month. */
export const monthPayments = `
  select pay.received_on::text as "receivedOn", i.year, i.sequence, ${practitionerName} as "practitionerName", be.siren,
         p.number as "patientNumber", pay.method, pay.cents, pay.cheque_number as "chequeNumber",
         pay.cheque_bank as "chequeBank"
    from payment pay
    join invoice i on i.practice_id = pay.practice_id and i.id = pay.invoice_id ${people}
   where pay.practice_id = $1 and ${ofMonth('pay.received_on')}
   order by pay.received_on, pay.received_at, pay.id`;
