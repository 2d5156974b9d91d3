import { Injectable } from '@nestjs/common';
import type { DraftLine } from '@pupitre/shared/billing/draft-lines';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface ChargeDraft {
  readonly lines: readonly DraftLine[];
  readonly thirdParty: ThirdParty;
  readonly dueCents: number;
}

/** Drafts of invoices, one a visit. Whoever writes here holds the lock of the visit. */
@Injectable()
export class ChargeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A draft that is there already stays as it is. */
  async insert(appointmentId: string, draft: ChargeDraft): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `insert into charge (practice_id, appointment_id, third_party, lines, due_cents) values ($1, $2, $3, $4, $5)
       on conflict (practice_id, appointment_id) do nothing`,
      [practiceId, appointmentId, draft.thirdParty, JSON.stringify(draft.lines), draft.dueCents],
    );
  }

  async update(appointmentId: string, draft: ChargeDraft): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `update charge set third_party = $3, lines = $4, due_cents = $5, version = version + 1
        where practice_id = $1 and appointment_id = $2`,
      [practiceId, appointmentId, draft.thirdParty, JSON.stringify(draft.lines), draft.dueCents],
    );
  }

  /** The draft of a visit that waits to be collected no more; an issued one is a fact and stays. */
  async deleteReopened(appointmentId: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `delete from charge c using appointment a
        where c.practice_id = $1 and c.appointment_id = $2 and a.practice_id = $1 and a.id = c.appointment_id
          and a.status <> 'to_collect'
          and not exists (select 1 from invoice i where i.practice_id = $1 and i.appointment_id = c.appointment_id)`,
      [practiceId, appointmentId],
    );
  }

  /** Acts of the practitioner's last thirty days before `day`, those done with this motif first. */
  async findFavourites(practitionerId: string, motifId: string, day: string): Promise<string[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ code: string }[]>(
      `select l.code
         from invoice i
         join invoice_line l on l.practice_id = i.practice_id and l.invoice_id = i.id
         join appointment a on a.practice_id = i.practice_id and a.id = i.appointment_id
        where i.practice_id = $1 and i.issued_on between $4::date - 30 and $4 and i.practitioner_id = $2
        group by l.code
        order by count(*) filter (where a.motif_id = $3) desc, count(*) desc, l.code
        limit 6`,
      [practiceId, practitionerId, motifId, day],
    );
    return rows.map(({ code }) => code);
  }
}
