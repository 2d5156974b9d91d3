import type { ClientBase } from 'pg';
import { columnList, quoted } from './table-catalogue.js';

/** How values are written as text, in the files and under the checksums: the same on every server. */
export const textSettings = `
  set session timezone = 'UTC';
  set session datestyle = 'ISO, YMD';
  set session intervalstyle = 'postgres';
  set session bytea_output = 'hex';
  set session extra_float_digits = 1;
  set session statement_timeout = 0;
  set session idle_in_transaction_session_timeout = 0;
`;

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
