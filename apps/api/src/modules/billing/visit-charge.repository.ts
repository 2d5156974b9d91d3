import { Injectable } from '@nestjs/common';
import type { DraftLine } from '@pupitre/shared/billing/draft-lines';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** A visit as the till sees it: who came, what the file says about who pays, the draft when there is one. */
export interface VisitCharge {
  readonly appointmentId: string;
  readonly status: AppointmentStatus;
  readonly day: LocalDay;
  readonly seenAt: string | null;
  readonly practitionerId: string;
  readonly motifId: string;
  readonly usualActs: readonly string[];
  readonly patient: {
    readonly id: string;
    readonly usedName: string;
    readonly firstName: string;
    readonly birthDate: LocalDay;
    readonly referringDoctor: boolean;
    readonly longTermIllness: boolean;
    readonly complementaryName: string;
    readonly thirdParty: ThirdParty;
  };
  readonly participationUsedDayCents: number;
  readonly participationUsedYearCents: number;
  readonly draft: {
    readonly lines: readonly DraftLine[];
    readonly thirdParty: ThirdParty;
    readonly version: number;
  } | null;
  readonly invoiceId: string | null;
}

const visitJson = `json_build_object(
  'appointmentId', a.id, 'status', a.status, 'day', a.local_day, 'seenAt', a.seen_at,
  'practitionerId', a.practitioner_id, 'motifId', a.motif_id, 'usualActs', m.usual_acts,
  'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'firstName', p.first_name,
    'birthDate', p.birth_date, 'referringDoctor', p.referring_doctor, 'longTermIllness', p.long_term_illness,
    'complementaryName', p.complementary_name, 'thirdParty', p.third_party),
  'participationUsedDayCents', used.day_cents, 'participationUsedYearCents', used.year_cents,
  'draft', case when c.version is null then null else
    json_build_object('lines', c.lines, 'thirdParty', c.third_party, 'version', c.version) end,
  'invoiceId', i.id)`;

/** Participations count for the professional and day, and for the civil year, of the visit. */
const visitTables = `appointment a
  join motif m on m.practice_id = a.practice_id and m.id = a.motif_id
  join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
  left join charge c on c.practice_id = a.practice_id and c.appointment_id = a.id
  left join invoice i on i.practice_id = a.practice_id and i.appointment_id = a.id
  cross join lateral (
    select coalesce(sum(participation_cents) filter (
             where visit_on = a.local_day and practitioner_id = a.practitioner_id), 0)::int as day_cents,
           coalesce(sum(participation_cents), 0)::int as year_cents
      from invoice earlier
     where earlier.practice_id = a.practice_id and earlier.patient_id = a.patient_id and earlier.appointment_id <> a.id
       and extract(year from visit_on) = extract(year from a.local_day)) used`;

@Injectable()
export class VisitChargeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(appointmentId: string): Promise<VisitCharge | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ visit: VisitCharge }[]>(
      `select ${visitJson} as visit from ${visitTables} where a.practice_id = $1 and a.id = $2`,
      [practiceId, appointmentId],
    );
    return row?.visit ?? null;
  }

  /** Visits that wait to be collected, of `day` and before: the oldest day first, then in the order they came out. */
  async findToCollect(day: LocalDay): Promise<VisitCharge[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ visit: VisitCharge }[]>(
      `select ${visitJson} as visit from ${visitTables}
        where a.practice_id = $1 and a.status = 'to_collect' and a.local_day <= $2
        order by a.local_day, a.seen_at nulls last, a.id`,
      [practiceId, day],
    );
    return rows.map(({ visit }) => visit);
  }
}
