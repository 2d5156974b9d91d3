import { readdir } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { BackupFault } from './backup-fault.js';
import { productSchemas, quote, quoted } from './table-catalogue.js';

/** Refuses a database that may not be written over; nothing is changed yet. Inside the restore's transaction. */
export async function refuseTarget(
  client: ClientBase,
  { replace, documents }: { readonly replace: boolean; readonly documents: string },
): Promise<void> {
  // The lock of the migrations: one restore at a time, and no other change of the schema beside it.
  const lock = await client.query(
    `select pg_try_advisory_xact_lock(hashtextextended('pupitre migrations', 7)) as taken`,
  );
  if (!lock.rows[0].taken) throw new BackupFault('target.restoring_elsewhere');
  await refuseForeign(client);
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where usename = 'pupitre_app' and datname = current_database() and pid <> pg_backend_pid()`,
  );
  if (rows[0] && rows[0].count > 0) throw new BackupFault('target.in_use', { connections: rows[0].count });
  const hasDocuments = (await readdir(documents).catch(() => [])).length > 0;
  if (!replace && (hasDocuments || !(await isEmpty(client)))) throw new BackupFault('target.not_empty');
}

/** Tables of another product, or of another owner: not ours to drop. */
async function refuseForeign(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        and (to_regclass('public.schema_migration') is null or not pg_has_role(c.relowner, 'USAGE'))
      limit 1`,
    [productSchemas],
  );
  if (rows[0]) throw new BackupFault('target.foreign', { table: rows[0].name });
}

/** Nobody was ever entered: no schema yet, or one without a practice and without an account. */
export async function isEmpty(client: ClientBase): Promise<boolean> {
  for (const table of ['public.practice', 'app.account']) {
    const found = await client.query('select to_regclass($1) is not null as there', [table]);
    if (!found.rows[0].there) continue;
    const { rows } = await client.query(`select exists (select from ${table}) as some`);
    if (rows[0].some) return false;
  }
  return true;
}

/** Takes away everything of the product, in the caller's transaction. Extensions stay. */
export async function dropEverything(client: ClientBase): Promise<void> {
  for (const schema of productSchemas.filter((each) => each !== 'public')) {
    await client.query(`drop schema if exists ${quote(schema)} cascade`);
  }
  const ours = `n.nspname = 'public' and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;
  const tables = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, o.relname as name from pg_class o join pg_namespace n on n.oid = o.relnamespace
      where o.relkind in ('r', 'p') and not o.relispartition and ${ours}`,
  );
  if (tables.rows.length > 0) await client.query(`drop table ${tables.rows.map(quoted).join(', ')} cascade`);
  const rest = await client.query<{ statement: string }>(
    `select format('drop routine %s cascade', o.oid::regprocedure) as statement
       from pg_proc o join pg_namespace n on n.oid = o.pronamespace where ${ours} and pg_has_role(o.proowner, 'USAGE')
     union all
     select format('drop type %s cascade', o.oid::regtype) from pg_type o join pg_namespace n on n.oid = o.typnamespace
      where o.typtype in ('e', 'd') and ${ours} and pg_has_role(o.typowner, 'USAGE')
     union all
     select format('drop sequence %s cascade', o.oid::regclass)
       from pg_class o join pg_namespace n on n.oid = o.relnamespace where o.relkind = 'S' and ${ours}`,
  );
  for (const { statement } of rest.rows) await client.query(statement);
}
