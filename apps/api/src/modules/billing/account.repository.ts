import { Injectable } from '@nestjs/common';
import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { paymentsOfInvoice } from './invoice.sql.js';

export type PatientAccount = Pick<ChargeView, 'earlierInvoices' | 'earlierOutstandingCents'>;
type AccountRow = Omit<PatientAccount['earlierInvoices'][number], 'number'> & { year: number; sequence: number };

/** What a patient was asked before, and what is still due of it. */
@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(patientId: string, exceptAppointmentId: string): Promise<PatientAccount> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ outstanding: number; lines: AccountRow[] }[]>(
      `with earlier as (
         select i.*, paid.methods, i.patient_cents - paid.cents as outstanding_cents
           from invoice i cross join lateral ${paymentsOfInvoice} paid
          where i.practice_id = $1 and i.patient_id = $2 and i.appointment_id <> $3)
       select coalesce(sum(outstanding_cents), 0)::int as outstanding,
              coalesce((select json_agg(latest.line) from (
                select json_build_object('invoiceId', i.id, 'year', i.year, 'sequence', i.sequence,
                         'issuedOn', i.issued_on, 'practitionerId', i.practitioner_id,
                         'patientCents', i.patient_cents, 'methods', i.methods,
                         'outstandingCents', i.outstanding_cents) as line
                  from earlier i order by i.issued_at desc, i.id desc limit 5) latest), '[]') as lines
         from earlier`,
      [practiceId, patientId, exceptAppointmentId],
    );
    return {
      earlierOutstandingCents: row?.outstanding ?? 0,
      earlierInvoices: (row?.lines ?? []).map(({ year, sequence, ...line }) => ({
        ...line,
        number: formatInvoiceNumber(year, sequence),
      })),
    };
  }
}
