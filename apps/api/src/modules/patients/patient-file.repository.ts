import { Injectable } from '@nestjs/common';
import { formatInvoiceNumber } from '@pupitre/shared/billing/invoice-number';
import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

type Visit = PatientFile['appointments'][number];
type Invoice = PatientFile['invoices'][number];

/** Many years of visits; a file that has more shows the latest, and counts all. */
const mostVisits = 200;

const visitsSql = `
  select a.id, a.local_day::text as day, a.start_min as "startMin", a.resource_id as "resourceId",
         a.motif_id as "motifId", a.status,
         a.status in ('requested', 'booked', 'confirmed') and a.ends_at > $3 as upcoming,
         count(*) filter (where a.status in ('in_consultation', 'to_collect', 'done')) over ()::int as "visitCount",
         count(*) filter (where a.status = 'no_show') over ()::int as "absenceCount"
    from appointment a where a.practice_id = $1 and a.patient_id = $2
   order by a.starts_at desc limit ${mostVisits}`;

const invoicesSql = `
  select i.id, i.year, i.sequence, i.issued_on::text as "issuedOn", i.practitioner_id as "practitionerId",
         i.total_cents as "totalCents",
         i.patient_cents - coalesce((select sum(paid.cents) from payment paid
             where paid.practice_id = $1 and paid.invoice_id = i.id), 0)::int as "outstandingCents"
    from invoice i where i.practice_id = $1 and i.patient_id = $2
   order by i.issued_at desc, i.id desc`;

@Injectable()
export class PatientFileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async findVisits(
    patientId: string,
    now: Date,
  ): Promise<Pick<PatientFile, 'appointments' | 'visitCount' | 'absenceCount'>> {
    const { manager, practiceId } = this.unitOfWork;
    const rows: (Visit & { visitCount: number; absenceCount: number })[] = await manager.query(visitsSql, [
      practiceId,
      patientId,
      now,
    ]);
    const toCome = rows.filter((row) => row.upcoming).reverse();
    const gone = rows.filter((row) => !row.upcoming);
    return {
      appointments: [...toCome, ...gone],
      visitCount: rows[0]?.visitCount ?? 0,
      absenceCount: rows[0]?.absenceCount ?? 0,
    };
  }

  /** The latest first. */
  async findInvoices(patientId: string): Promise<Invoice[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows: (Omit<Invoice, 'number'> & { year: number; sequence: number })[] = await manager.query(invoicesSql, [
      practiceId,
      patientId,
    ]);
    return rows.map(({ year, sequence, ...invoice }) => ({ ...invoice, number: formatInvoiceNumber(year, sequence) }));
  }
}
