import { Injectable } from '@nestjs/common';
import type { PaymentMethod, summariseMonth } from '@pupitre/shared/billing/billing.contract';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { monthInvoices, monthPayments } from './month.sql.js';

interface BookedRow {
  readonly year: number;
  readonly sequence: number;
  readonly practitionerName: string;
  readonly siren: string;
  readonly patientNumber: number;
}

export interface MonthInvoice extends BookedRow {
  readonly issuedOn: LocalDay;
  readonly visitOn: LocalDay;
  readonly thirdParty: ThirdParty;
  readonly acts: string;
  readonly totalCents: number;
  readonly amoCents: number;
  readonly amcCents: number;
  readonly patientCents: number;
  readonly paidCents: number;
}

export interface MonthPayment extends BookedRow {
  readonly receivedOn: LocalDay;
  readonly method: PaymentMethod;
  readonly cents: number;
  readonly chequeNumber: string;
  readonly chequeBank: string;
}

type MonthTotals = Omit<ResponseOf<typeof summariseMonth>, 'month'>;

const rowsAtOnce = 500;

@Injectable()
export class MonthRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async getTotals(firstDay: LocalDay): Promise<MonthTotals> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ totals: MonthTotals }[]>(
      `with invoices as (${monthInvoices}), payments as (${monthPayments})
       select json_build_object(
         'invoiceCount', count(*), 'invoicedCents', coalesce(sum("totalCents"), 0),
         'amoCents', coalesce(sum("amoCents"), 0), 'amcCents', coalesce(sum("amcCents"), 0),
         'patientCents', coalesce(sum("patientCents"), 0),
         'outstandingCents', coalesce(sum("patientCents" - "paidCents"), 0),
         'paymentCount', (select count(*) from payments),
         'paidCents', (select coalesce(sum(cents), 0) from payments),
         'byMethod', (select coalesce(json_agg(m order by m.cents desc, m.method), '[]') from (
            select method, count(*) as count, sum(cents) as cents from payments group by method) m),
         'byPractitioner', (select coalesce(json_agg(b order by b.cents desc, b."practitionerName"), '[]') from (
            select "practitionerName", count(*) as count, sum("totalCents") as cents
              from invoices group by "practitionerName") b)) as totals
         from invoices`,
      [practiceId, firstDay],
    );
    if (!row) throw new Error('a month without totals');
    return row.totals;
  }

  invoices(firstDay: LocalDay): AsyncGenerator<MonthInvoice> {
    return this.rows<MonthInvoice>(monthInvoices, firstDay);
  }

  payments(firstDay: LocalDay): AsyncGenerator<MonthPayment> {
    return this.rows<MonthPayment>(monthPayments, firstDay);
  }

  /**
   * Reads through a cursor of the server, so that a year of rows takes no more memory than a day of them. Called inside
   * the unit of work, consumed after it, while the answer is written: the transaction in hand is taken along.
   */
  private rows<T>(select: string, firstDay: LocalDay): AsyncGenerator<T> {
    const { manager, practiceId } = this.unitOfWork;
    return (async function* () {
      // A slow reader lets the transaction wait between two fetches.
      await manager.query(`set local idle_in_transaction_session_timeout = '2min'`);
      await manager.query(`declare month_rows no scroll cursor for ${select}`, [practiceId, firstDay]);
      for (;;) {
        const rows = await manager.query<T[]>(`fetch ${rowsAtOnce} from month_rows`);
        yield* rows;
        if (rows.length < rowsAtOnce) return;
      }
    })();
  }
}
