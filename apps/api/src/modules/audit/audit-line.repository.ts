import { Injectable } from '@nestjs/common';
import type { AuditLine, searchAudit } from '@pupitre/shared/audit/audit.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Where a page ends: an instant to the microsecond, and the id that tells rows of one instant apart. */
export interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

type Filters = Omit<InputOf<typeof searchAudit>['body'], 'cursor'>;
export type AuditRow = Omit<AuditLine, 'at'> & AuditPlace;

@Injectable()
export class AuditLineRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first, from after `place`. */
  async find(filters: Filters, place: AuditPlace | null, limit: number): Promise<AuditRow[]> {
    return this.unitOfWork.manager.query(
      `with page as materialized (
         select * from audit_event
          where practice_id = $1
            and ($2::uuid is null or account_id = $2) and ($3::uuid is null or patient_id = $3)
            and ($4::text is null or action = $4) and ($5::text is null or outcome = $5)
            and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
            and ($8::timestamptz is null or (at, id) < ($8, $9::uuid))
          order by at desc, id desc limit $10)
       select page.id, to_char(page.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
              page.account_id as "accountId", coalesce(colleague.display_name, '') as "actorName", page.roles,
              page.action, page.outcome,
              case when p.id is not null
                then jsonb_build_object('id', p.id, 'name', p.used_name || ' ' || p.first_name) end as patient,
              page.subject_id as "subjectId", page.reason, page.request_id as "requestId", s.seq::int as "sealedAs"
         from page
         left join app.colleague_names((select array_agg(distinct account_id) from page)) colleague
           on colleague.account_id = page.account_id
         left join patient p on p.practice_id = $1 and p.id = page.patient_id
         left join audit_seal s on s.practice_id = $1 and s.event_id = page.id
        order by page.at desc, page.id desc`,
      [
        this.unitOfWork.practiceId,
        filters.accountId,
        filters.patientId,
        filters.action,
        filters.outcome,
        filters.from,
        filters.to,
        place?.at ?? null,
        place?.id ?? null,
        limit,
      ],
    );
  }
}
