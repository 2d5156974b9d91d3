import { Injectable } from '@nestjs/common';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { FileAnswer } from '../../platform/http/file-answer.js';
import { PdfPrinter } from '../../platform/pdf/pdf-printer.js';
import { ReceiptRepository } from './receipt.repository.js';
import { receiptDocument } from './receipt-document.js';
import { receiptTexts } from './receipt-texts.js';

@Injectable()
export class ReceiptService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly printer: PdfPrinter,
    private readonly clock: Clock,
  ) {}

  async print(invoiceId: string): Promise<FileAnswer> {
    const now = this.clock.now();
    const facts = await this.receipts.get(invoiceId, now);
    this.unitOfWork.noteSubject({ patientId: facts.patient.id, subjectId: invoiceId });
    const texts = receiptTexts(facts, { now, byName: this.unitOfWork.actor.displayName });
    return {
      fileName: `${formatInvoiceNumber(facts.invoice.year, facts.invoice.sequence)}.pdf`,
      make: () => this.printer.print(receiptDocument(texts)),
    };
  }
}
