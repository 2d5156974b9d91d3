import { Injectable } from '@nestjs/common';
import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { paymentsOfInvoice } from './invoice.sql.js';

type Settled = TillView['settled'][number];
type SettledRow = Omit<Settled, 'number'> & { year: number; sequence: number };

@Injectable()
export class TillRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Invoices issued on a day, the latest first. */
  async findSettled(day: LocalDay): Promise<Settled[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ settled: SettledRow }[]>(
      `select json_build_object('invoiceId', i.id, 'year', i.year, 'sequence', i.sequence,
                'patientName', p.used_name, 'patientFirstName', p.first_name, 'methods', paid.methods,
                'paidCents', paid.cents, 'outstandingCents', i.patient_cents - paid.cents,
                'issuedAt', i.issued_at) as settled
         from invoice i
         join patient p on p.practice_id = i.practice_id and p.id = i.patient_id
         cross join lateral ${paymentsOfInvoice} paid
        where i.practice_id = $1 and i.issued_on = $2
        order by i.issued_at desc, i.id desc`,
      [practiceId, day],
    );
    return rows.map(({ settled: { year, sequence, ...settled } }) => ({
      ...settled,
      number: formatInvoiceNumber(year, sequence),
    }));
  }

  findCollected(day: LocalDay): Promise<TillView['byMethod']> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<TillView['byMethod']>(
      `select method, sum(cents)::int as cents from payment where practice_id = $1 and received_on = $2
        group by method order by array_position(array['card', 'cash', 'cheque', 'transfer'], method)`,
      [practiceId, day],
    );
  }
}
