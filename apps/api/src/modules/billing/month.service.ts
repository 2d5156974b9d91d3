import { Injectable } from '@nestjs/common';
import type { exportMonth } from '@pupitre/shared/billing/billing.contract';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { csvBom, csvEuros, csvLine } from '@pupitre/shared/files/csv';
import { formatsFor } from '@pupitre/shared/formats/formats';
import { invoiceHeads, methodWords, patientCode, paymentHeads, thirdPartyWords } from '@pupitre/shared/fr/export-words';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import type { FileAnswer } from '../../platform/http/file-answer.js';
import { type MonthInvoice, type MonthPayment, MonthRepository } from './month.repository.js';

type MonthFile = InputOf<typeof exportMonth>['params']['file'];
const { dateShort } = formatsFor('fr');

/** A month of the books: its totals, and the two files they are the sums of. */
@Injectable()
export class MonthService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly months: MonthRepository,
    private readonly clock: Clock,
  ) {}

  async summarise(month: string) {
    return { month, ...(await this.months.getTotals(this.firstDayOf(month))) };
  }

  export(month: string, file: MonthFile): FileAnswer {
    const firstDay = this.firstDayOf(month);
    const content =
      file === 'factures.csv'
        ? csv(invoiceHeads, this.months.invoices(firstDay), invoiceFields)
        : csv(paymentHeads, this.months.payments(firstDay), paymentFields);
    return { fileName: file.replace('.', `-${month}.`), stream: content };
  }

  private firstDayOf(month: string): LocalDay {
    const firstDay = `${month}-01`;
    if (firstDay > todayIn(this.unitOfWork.membership.zone, this.clock.now())) {
      throw new DomainError('export.month_not_started');
    }
    return firstDay;
  }
}

type Fields = readonly (string | number | null)[];

/** A write to the socket costs as much as fifty lines. */
const pieceLength = 32_768;

async function* csv<T>(heads: Fields, rows: AsyncIterable<T>, fieldsOf: (row: T) => Fields): AsyncGenerator<string> {
  let piece = csvBom + csvLine(heads);
  for await (const row of rows) {
    piece += csvLine(fieldsOf(row));
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function invoiceFields(row: MonthInvoice): Fields {
  return [
    formatInvoiceNumber(row.year, row.sequence),
    dateShort(row.issuedOn),
    dateShort(row.visitOn),
    row.practitionerName,
    row.siren,
    patientCode(row.patientNumber),
    row.acts,
    thirdPartyWords[row.thirdParty],
    csvEuros(row.totalCents),
    csvEuros(row.amoCents),
    csvEuros(row.amcCents),
    csvEuros(row.patientCents),
    csvEuros(row.paidCents),
    csvEuros(row.patientCents - row.paidCents),
  ];
}

function paymentFields(row: MonthPayment): Fields {
  return [
    dateShort(row.receivedOn),
    formatInvoiceNumber(row.year, row.sequence),
    row.practitionerName,
    row.siren,
    patientCode(row.patientNumber),
    methodWords[row.method],
    csvEuros(row.cents),
    row.chequeNumber,
    row.chequeBank,
  ];
}
