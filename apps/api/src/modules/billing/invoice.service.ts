import { Injectable } from '@nestjs/common';
import type { InvoiceView, issueInvoice, PaymentForm } from '@pupitre/shared/billing/billing.contract';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import { changeOf, paidBy, paymentRefusal } from '@pupitre/shared/billing/payment-check';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { todayIn } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { VisitSettlement } from '../planning/planning.public.js';
import { ChargeService, type OpenCharge } from './charge.service.js';
import { InvoiceRepository, type NewInvoice, type NewPayment } from './invoice.repository.js';

/** Issues the invoice of a visit with what was paid on it: one act, after which neither can be changed. */
@Injectable()
export class InvoiceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly charges: ChargeService,
    private readonly invoices: InvoiceRepository,
    private readonly settlement: VisitSettlement,
    private readonly clock: Clock,
  ) {}

  async issue(
    appointmentId: string,
    version: number,
    body: InputOf<typeof issueInvoice>['body'],
  ): Promise<InvoiceView> {
    const { payments, outstandingReason } = body;
    const open = await this.charges.open(appointmentId, version);
    if (open.charge.lines.length === 0) throw new DomainError('charge.empty');
    const dueCents = open.charge.split.patientCents;
    const refusal = paymentRefusal(dueCents, payments, outstandingReason);
    if (refusal) throw new DomainError(refusal, { dueCents });
    const outstandingCents = dueCents - paidBy(payments);
    const invoice = await this.number(open, outstandingCents > 0 ? outstandingReason : '');
    await this.invoices.insert(invoice);
    await this.invoices.insertLines(invoice.id, open.charge.lines);
    await this.invoices.insertPayments(invoice, payments.map(toPayment));
    await this.settlement.finish(appointmentId);
    this.unitOfWork.noteSubject({ patientId: invoice.patientId, subjectId: invoice.id });
    const days = [...new Set([invoice.issuedOn, invoice.visitOn])];
    this.unitOfWork.announce({ topic: 'till', days, ids: [appointmentId] });
    return {
      ...open.charge.split,
      id: invoice.id,
      number: formatInvoiceNumber(invoice.year, invoice.sequence),
      issuedAt: invoice.issuedAt.toISOString(),
      paidCents: paidBy(payments),
      outstandingCents,
      changeCents: changeOf(payments),
    };
  }

  private async number({ visit, charge }: OpenCharge, outstandingReason: string): Promise<NewInvoice> {
    const issuedAt = this.clock.now();
    const issuedOn = todayIn(this.unitOfWork.membership.zone, issuedAt);
    const year = Number(issuedOn.slice(0, 4));
    const billingEntityId = await this.invoices.getBillingEntityId(visit.practitionerId);
    return {
      ...charge.split,
      id: uuid(),
      billingEntityId,
      practitionerId: visit.practitionerId,
      appointmentId: visit.appointmentId,
      patientId: visit.patient.id,
      year,
      sequence: await this.invoices.takeSequence(billingEntityId, year),
      issuedAt,
      issuedOn,
      visitOn: visit.day,
      thirdParty: charge.draft.thirdParty,
      outstandingReason,
    };
  }
}

/** What belongs to another means of payment is not kept. */
function toPayment(payment: PaymentForm): NewPayment {
  const isCheque = payment.method === 'cheque';
  return {
    ...payment,
    id: uuid(),
    givenCents: payment.method === 'cash' ? payment.givenCents : null,
    chequeNumber: isCheque ? payment.chequeNumber : '',
    chequeBank: isCheque ? payment.chequeBank : '',
  };
}
