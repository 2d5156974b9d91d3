import { createHash } from 'node:crypto';

/** A row of the journal at its place in the chain; `at` in UTC to the microsecond (`2026-03-02T08:00:00.000000Z`). */
export interface SealedRow {
  readonly practiceId: string;
  readonly seq: string;
  readonly id: string;
  readonly at: string;
  readonly accountId: string;
  readonly roles: readonly string[];
  readonly action: string;
  readonly patientId: string | null;
  readonly subjectId: string | null;
  readonly outcome: string;
  readonly requestId: string;
  readonly reason: string | null;
}

/** What the first seal of a practice follows. */
export const beginning = Buffer.alloc(32);

/** docs/operations/audit.md describes these bytes; `app.audit_row` in the database writes the same. */
export function canonicalRow(row: SealedRow): Buffer {
  return Buffer.from(
    [
      'pupitre-audit-1',
      row.practiceId,
      row.seq,
      row.id,
      row.at,
      row.accountId,
      String(row.roles.length),
      row.roles.join(','),
      row.action,
      row.patientId,
      row.subjectId,
      row.outcome,
      row.requestId,
      row.reason,
    ]
      .map((value) => (value === null ? '-;' : `${Buffer.byteLength(value)}:${value};`))
      .join(''),
  );
}

/** @param previous seal of the place before, 32 bytes */
export function sealOf(previous: Buffer, row: SealedRow): Buffer {
  return createHash('sha256').update(previous).update(canonicalRow(row)).digest();
}
