import { Injectable } from '@nestjs/common';
import type { ChargeLine, PaymentForm } from '@pupitre/shared/billing/billing.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface NewInvoice {
  readonly id: string;
  readonly billingEntityId: string;
  readonly practitionerId: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly year: number;
  readonly sequence: number;
  readonly issuedAt: Date;
  readonly issuedOn: string;
  readonly visitOn: string;
  readonly thirdParty: string;
  readonly totalCents: number;
  readonly amoCents: number;
  readonly amcCents: number;
  readonly patientCents: number;
  readonly participationCents: number;
  readonly paidBackCents: number;
  readonly outstandingReason: string;
}

export type NewPayment = PaymentForm & { readonly id: string };

/** What is issued. The application's role may add to these tables and read them; it can change nothing in them. */
@Injectable()
export class InvoiceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async getBillingEntityId(practitionerId: string): Promise<string> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ id: string }[]>(
      'select id from billing_entity where practice_id = $1 and practitioner_id = $2',
      [practiceId, practitionerId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.id;
  }

  /** The counter's row stays locked until the commit: a number is never skipped, and never given twice. */
  async takeSequence(billingEntityId: string, year: number): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ last_number: number }[]>(
      `insert into practice_counter (practice_id, series, last_number) values ($1, $2, 1)
       on conflict (practice_id, series) do update set last_number = practice_counter.last_number + 1
       returning last_number`,
      [practiceId, `invoice:${billingEntityId}:${year}`],
    );
    if (!row) throw new Error('the counter of invoices gave no number');
    return row.last_number;
  }

  async insert(invoice: NewInvoice): Promise<void> {
    const { practiceId, actor } = this.unitOfWork;
    await this.unitOfWork.translate(
      { invoice_one_per_visit: () => new DomainError('charge.already_issued') },
      (manager) =>
        manager.query(
          `insert into invoice (practice_id, id, billing_entity_id, practitioner_id, appointment_id, patient_id, year,
             sequence, issued_at, issued_on, visit_on, third_party, total_cents, amo_cents, amc_cents, patient_cents,
             participation_cents, paid_back_cents, outstanding_reason, issued_by, issued_by_name)
           select $1, i.id, i."billingEntityId", i."practitionerId", i."appointmentId", i."patientId", i.year,
             i.sequence, i."issuedAt", i."issuedOn", i."visitOn", i."thirdParty", i."totalCents", i."amoCents",
             i."amcCents", i."patientCents", i."participationCents", i."paidBackCents", i."outstandingReason", $3, $4
             from jsonb_to_record($2) as i(id uuid, "billingEntityId" uuid, "practitionerId" uuid,
               "appointmentId" uuid, "patientId" uuid, year int, sequence int, "issuedAt" timestamptz, "issuedOn" date,
               "visitOn" date, "thirdParty" text, "totalCents" int, "amoCents" int, "amcCents" int,
               "patientCents" int, "participationCents" int, "paidBackCents" int, "outstandingReason" text)`,
          [practiceId, JSON.stringify(invoice), actor.accountId, actor.displayName],
        ),
    );
  }

  async insertLines(invoiceId: string, lines: readonly ChargeLine[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `insert into invoice_line (practice_id, invoice_id, position, code, label, quantity, unit_cents, total_cents,
         amo_cents, amc_cents, excess_cents)
       select $1, $2, line.place, code, "labelFr", quantity, "unitCents", "totalCents", "amoCents", "amcCents",
         "excessCents"
         from rows from (jsonb_to_recordset($3) as (code text, "labelFr" text, quantity int, "unitCents" int,
           "totalCents" int, "amoCents" int, "amcCents" int, "excessCents" int))
           with ordinality as line(code, "labelFr", quantity, "unitCents", "totalCents", "amoCents", "amcCents",
             "excessCents", place)`,
      [practiceId, invoiceId, JSON.stringify(lines)],
    );
  }

  async insertPayments(invoice: NewInvoice, payments: readonly NewPayment[]): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into payment (practice_id, id, invoice_id, method, cents, given_cents, cheque_number, cheque_bank,
         received_at, received_on, received_by)
       select $1, id, $2, method, cents, "givenCents", "chequeNumber", "chequeBank", $4, $5, $6
         from jsonb_to_recordset($3) as p(id uuid, method text, cents int, "givenCents" int, "chequeNumber" text,
           "chequeBank" text)`,
      [practiceId, invoice.id, JSON.stringify(payments), invoice.issuedAt, invoice.issuedOn, actor.accountId],
    );
  }
}
