import type { PoolClient } from 'pg';
import { productSchemas } from './table-catalogue.js';

/**
 * Takes away what each row would be checked against one by one: made again over whole tables it costs half
 * (docs/operations/backup.md). Without foreign keys, tables load in any order, also those that name each other.
 * @returns the statements that bring everything back, in order
 */
export async function setAside(client: PoolClient): Promise<string[]> {
  const constraints = await listConstraints(client);
  const isKey = ({ kind }: { kind: string }) => kind === 'f';
  const indexes = await listPlainIndexes(client);
  for (const { table, name } of [...constraints].sort((a, b) => Number(isKey(b)) - Number(isKey(a)))) {
    await client.query(`alter table ${table} drop constraint ${name}`);
  }
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const addAgain = ({ table, name, definition }: (typeof constraints)[number]) =>
    `alter table ${table} add constraint ${name} ${definition}`;
  return [
    ...constraints.filter((each) => !isKey(each)).map(addAgain),
    ...indexes.map(({ definition }) => definition),
    ...constraints.filter(isKey).map(addAgain),
  ];
}

/** Foreign and primary keys, unique and exclusion constraints. Those of a partition follow its parent's. */
async function listConstraints(client: PoolClient) {
  const { rows } = await client.query<{ table: string; name: string; kind: string; definition: string }>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, k.contype::text as kind,
            pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where n.nspname = any ($1) and k.contype in ('f', 'p', 'u', 'x') and k.conparentid = 0`,
    [productSchemas],
  );
  return rows;
}

async function listPlainIndexes(client: PoolClient) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.oid::regclass::text as name, pg_get_indexdef(i.oid) as definition
       from pg_class i join pg_namespace n on n.oid = i.relnamespace
      where n.nspname = any ($1) and i.relkind in ('i', 'I') and not i.relispartition
        and not exists (select from pg_constraint k where k.conindid = i.oid)`,
    [productSchemas],
  );
  return rows;
}
