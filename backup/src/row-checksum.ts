import type { ClientBase } from 'pg';
import { columnList, quoted } from './table-catalogue.js';

/** Makes a connection write values as text the same way on every server, in the files and under the checksums. */
export async function writeAsEverywhere(client: ClientBase): Promise<void> {
  await client.query(`
    set timezone = 'UTC';
    set datestyle = 'ISO, YMD';
    set intervalstyle = 'postgres';
    set bytea_output = 'hex';
    set extra_float_digits = 1;
    set statement_timeout = 0;
    set idle_in_transaction_session_timeout = 0;
  `);
}

export interface RowState {
  readonly rows: number;
  readonly rowChecksum: string;
}

/** Of the rows a connection sees, in any order. sha256, and no hash of Postgres' own: those may differ by version. */
export async function rowState(
  client: ClientBase,
  table: { readonly schema: string; readonly name: string; readonly columns: readonly string[] },
): Promise<RowState> {
  const row = `row(${columnList(table.columns)})::text`;
  const first8Bytes = `('x' || left(encode(sha256(convert_to(${row}, 'UTF8')), 'hex'), 16))::bit(64)::bigint`;
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*) as rows, coalesce(sum(${first8Bytes}), 0)::text as checksum from ${quoted(table)}`,
  );
  return { rows: Number(rows[0]?.rows), rowChecksum: rows[0]?.checksum ?? '' };
}
