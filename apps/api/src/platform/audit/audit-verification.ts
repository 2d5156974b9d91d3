import type { AuditFault } from '@pupitre/shared/audit/audit.contract';
import { beginning, type SealedRow, sealOf } from './canonical-row.js';

export interface Verification {
  readonly intact: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly brokenAt: { readonly seq: number; readonly fault: AuditFault } | null;
  /** Hex of the last seal. */
  readonly headHash: string;
}

/** A query of one transaction bound to the practice. */
export type Query = (sql: string, values: unknown[]) => Promise<unknown[]>;

type Link = Omit<SealedRow, 'id'> & { readonly hash: Buffer; readonly id: string | null };

interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

const page = 5_000;

/**
 * Reads the whole chain of a practice, in pages, and makes every seal again with code that is not the sealer's: what
 * the database would say of itself is not asked.
 */
export async function verifyPractice(query: Query, practiceId: string): Promise<Verification> {
  const heads = await headsOf(query, practiceId);
  const remembered = new Map<number, Buffer[]>();
  for (const { seq, hash } of heads) remembered.set(seq, [...(remembered.get(seq) ?? []), hash]);
  const chainEnd = heads.find((head) => head.current)?.seq ?? 0;
  let previous: Buffer = beginning;
  let sealed = 0;
  const broken = (seq: number, fault: AuditFault) => ({ seq, fault });
  const answer = async (brokenAt: Verification['brokenAt']): Promise<Verification> => ({
    intact: brokenAt === null,
    sealed,
    unsealed: await countUnsealed(query, practiceId),
    brokenAt,
    headHash: sealed === 0 ? '' : previous.toString('hex'),
  });

  let headFault: Verification['brokenAt'] = null;
  for (let links = await linksAfter(query, practiceId, 0); links.length > 0; ) {
    for (const link of links) {
      const seq = Number(link.seq);
      if (seq !== sealed + 1) return answer(broken(seq, 'seal_missing'));
      if (link.id === null) return answer(broken(seq, 'row_missing'));
      const expected = sealOf(previous, link as SealedRow);
      if (!expected.equals(link.hash)) return answer(broken(seq, 'row_changed'));
      if (remembered.get(seq)?.some((hash) => !hash.equals(expected))) headFault ??= broken(seq, 'head_differs');
      previous = expected;
      sealed = seq;
    }
    links = await linksAfter(query, practiceId, sealed);
  }
  const cut = heads.map(({ seq }) => seq).filter((seq) => seq > sealed);
  if (headFault) return answer(headFault);
  if (cut.length > 0) return answer(broken(Math.min(...cut), 'tail_cut'));
  return answer(sealed > chainEnd ? broken(sealed, 'head_differs') : null);
}

async function headsOf(query: Query, practiceId: string): Promise<(Head & { readonly current: boolean })[]> {
  const rows = await query(
    `select seq::int, hash, false as current from audit_head where practice_id = $1
     union all select seq::int, hash, true from audit_chain where practice_id = $1 and seq > 0`,
    [practiceId],
  );
  return rows as (Head & { current: boolean })[];
}

async function linksAfter(query: Query, practiceId: string, seq: number): Promise<Link[]> {
  const rows = await query(
    `select s.practice_id as "practiceId", s.seq::text, s.hash, e.id,
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.account_id as "accountId",
            e.roles, e.action, e.patient_id as "patientId", e.subject_id as "subjectId", e.outcome,
            e.request_id as "requestId", e.reason
       from audit_seal s
       left join audit_event e on e.practice_id = s.practice_id and e.id = s.event_id
      where s.practice_id = $1 and s.seq > $2
      order by s.seq limit ${page}`,
    [practiceId, seq],
  );
  return rows as Link[];
}

/** All of them, also those the sealer would not find. */
async function countUnsealed(query: Query, practiceId: string): Promise<number> {
  const [row] = await query(
    `select count(*)::int as count from audit_event e
      where e.practice_id = $1
        and not exists (select from audit_seal s where s.practice_id = $1 and s.event_id = e.id)`,
    [practiceId],
  );
  return (row as { count: number }).count;
}
