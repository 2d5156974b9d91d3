import { Injectable } from '@nestjs/common';
import type { AuditFault } from '@pupitre/shared/audit/audit.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface Chain {
  readonly seq: number;
  readonly hash: string;
  readonly sealedAt: Date | null;
  readonly unsealed: number;
}

export interface Break {
  readonly seq: number;
  readonly fault: AuditFault;
}

@Injectable()
export class AuditChainRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Where the chain says it stands, and how many rows wait: those the sealer would find. */
  async read(): Promise<Chain> {
    const [row] = await this.unitOfWork.manager.query(
      `select coalesce(c.seq, 0)::int as seq, coalesce(encode(c.hash, 'hex'), '') as hash, c.sealed_at as "sealedAt",
              (select count(*)::int from audit_event e
                where e.practice_id = $1
                  and e.xid >= case when c.horizon <= pg_snapshot_xmin(pg_current_snapshot()) then c.horizon else '0'::xid8 end
                  and not exists (select from audit_seal s where s.practice_id = $1 and s.event_id = e.id)) as unsealed
         from (select $1::uuid as practice_id) here left join audit_chain c on c.practice_id = here.practice_id`,
      [this.unitOfWork.practiceId],
    );
    return row;
  }

  /** Seals against rows; null when they agree from there to there. */
  async findBreak(from: number, to: number): Promise<Break | null> {
    const rows = await this.unitOfWork.manager.query('select seq::int, fault from app.audit_fault($1, $2)', [from, to]);
    return rows[0] ?? null;
  }

  /** The heads, monthly and current, against the seals they remember; and the end of the chain against its head. */
  async findHeadBreak(): Promise<Break | null> {
    const rows = await this.unitOfWork.manager.query(
      `with last as (select coalesce(max(seq), 0) as seq from audit_seal where practice_id = $1),
            head as (select seq, hash from audit_head where practice_id = $1
                     union all select seq, hash from audit_chain where practice_id = $1 and seq > 0)
       select fault.seq::int as seq, fault.fault from (
         select head.seq, case when head.seq > last.seq then 'tail_cut' else 'head_differs' end as fault
           from head cross join last
           left join audit_seal s on s.practice_id = $1 and s.seq = head.seq
          where s.hash is distinct from head.hash
         union all
         select last.seq, 'head_differs' from last
          where last.seq > coalesce((select seq from audit_chain where practice_id = $1), 0)) fault
       order by fault.seq limit 1`,
      [this.unitOfWork.practiceId],
    );
    return rows[0] ?? null;
  }
}
