import type pg from 'pg';

const chunk = 4000;

/** Bulk inserts of one practice's rows, inside a transaction that speaks for a living session of it. */
export class Writer {
  readonly counts: Record<string, number> = {};

  constructor(
    private readonly client: pg.Client,
    private readonly practiceId: string,
  ) {}

  /** All rows have the columns of the first one; the table's own types and defaults do the rest. */
  async insert(table: string, rows: readonly object[]): Promise<void> {
    this.counts[table] = (this.counts[table] ?? 0) + rows.length;
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(', ');
    for (let from = 0; from < rows.length; from += chunk) {
      await this.client.query(
        `insert into ${table} (practice_id, ${columns})
         select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
        [this.practiceId, JSON.stringify(rows.slice(from, from + chunk))],
      );
    }
  }
}
