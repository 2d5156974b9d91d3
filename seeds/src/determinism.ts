import { createHash } from 'node:crypto';
import { type LocalDay } from '@pupitre/shared/time/zone';
import { composeDemo } from './demo.js';
import { appointmentRow, claimRow, eventRows } from './visit.js';

/** SHA-256 of all the rows the demo of a day is made of. Two calls must answer the same. */
export function demoChecksum(day: LocalDay): string {
  const hash = createHash('sha256');
  const { accounts, practices } = composeDemo(day);
  hash.update(JSON.stringify([...accounts.values()]));
  for (const { world, patients, visits, till } of practices) {
    hash.update(JSON.stringify([world.id, world.columns, world.motifs, world.rules, world.absences]));
    hash.update(JSON.stringify(patients.map(({ row }) => row)));
    for (const visit of visits) {
      const row = appointmentRow(visit, world);
      hash.update(JSON.stringify([row, claimRow(visit, row, world), eventRows(visit, world)]));
    }
    hash.update(JSON.stringify([till.charges, till.invoices, till.lines, till.payments, till.lastNumbers()]));
  }
  return hash.digest('hex');
}

/** What is wrong with the demo of a day, in words; empty when the rules of the product hold in it. */
export function demoFaults(day: LocalDay): string[] {
  return composeDemo(day).practices.flatMap(({ world, visits, till }) => {
    const faults: string[] = [];
    const expect = (holds: boolean, fault: string) => {
      if (!holds) faults.push(`${world.shape.key} ${day}: ${fault}`);
    };
    const now = world.now.toISOString();
    for (const visit of visits) {
      const row = appointmentRow(visit, world);
      const steps = [row.created_at, row.arrived_at, row.called_at, row.seen_at, row.done_at].filter(
        (at) => at !== null,
      );
      expect(
        steps.every((at, index) => index === 0 || (steps[index - 1] ?? '') <= at),
        `steps of ${row.id} out of order`,
      );
      expect(
        steps.every((at) => at <= now),
        `${row.id} is ahead of the clock`,
      );
      expect(
        row.cancelled_at === null || (row.created_at <= row.cancelled_at && row.cancelled_at <= now),
        `cancel ${row.id}`,
      );
    }
    const paidOn = totals(till.payments.map((payment) => [payment.invoice_id, payment.cents]));
    const billedOn = totals(till.lines.map((line) => [line.invoice_id, line.total_cents]));
    for (const invoice of till.invoices) {
      const paid = paidOn.get(invoice.id) ?? 0;
      const lines = billedOn.get(invoice.id) ?? 0;
      expect(lines === invoice.total_cents, `lines of ${invoice.id} do not add up`);
      expect(
        invoice.amo_cents + invoice.amc_cents + invoice.patient_cents === invoice.total_cents,
        `parts of ${invoice.id} do not add up`,
      );
      expect(paid <= invoice.patient_cents, `${invoice.id} is paid too much`);
      expect(paid < invoice.patient_cents === (invoice.outstanding_reason !== ''), `reason of ${invoice.id}`);
    }
    return faults;
  });
}

function totals(amounts: readonly (readonly [string, number])[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const [key, cents] of amounts) total.set(key, (total.get(key) ?? 0) + cents);
  return total;
}
