/** One row a invoice `i`: what was paid on it, and by which means, each once. */
export const paymentsOfInvoice = `(
  select coalesce(sum(pay.cents), 0)::int as cents, coalesce(json_agg(distinct pay.method), '[]') as methods
    from payment pay where pay.practice_id = i.practice_id and pay.invoice_id = i.id)`;
