import type { ClientBase } from 'pg';

export const productSchemas = ['public', 'app', 'pgboss'];
export const backupRole = 'pupitre_backup';

/** Tables whose rows are not taken, each with its reason. Every other one is, without being named anywhere. */
export const leftOut: Readonly<Record<string, string>> = {
  'public.schema_migration': 'the manifest lists the migrations, and the restore runs them',
  'public.live_event': 'news of the last minutes, told by transaction numbers that another server does not share',
  'app.invitation': 'a link that was used since would work again',
  'app.session': 'nobody is signed in after a restore',
  'app.sign_in_failure': 'counts of the last minutes',
  'app.worker_secret': 'made from the password of the application’s role, which another server does not share',
  'pgboss.archive': 'jobs that ended',
  'pgboss.queue': 'made by the migrations',
  'pgboss.schedule': 'set again by the worker when it starts',
  'pgboss.subscription': 'set again by the worker when it starts',
  'pgboss.version': 'made by the migrations',
};

export interface CatalogueTable {
  readonly schema: string;
  readonly name: string;
  /** Those that are stored: a generated column is computed again. */
  readonly columns: readonly string[];
  readonly isReadable: boolean;
  readonly isHidden: boolean;
}

/** The tables whose rows are taken, by name; of a partitioned table the parent stands for its parts. */
export async function listTables(client: ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(
    `with policy as (
       select * from pg_policy where polcmd in ('r', '*')
          and polroles && array[0::oid, (select oid from pg_roles where rolname = $3)])
     select n.nspname as schema, c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            has_schema_privilege($3, n.oid, 'usage') and has_table_privilege($3, c.oid, 'select') as "isReadable",
            c.relrowsecurity and (
              exists (select from policy p where p.polrelid = c.oid and not p.polpermissive)
              or not exists (select from policy p where p.polrelid = c.oid and p.polpermissive
                and pg_get_expr(p.polqual, p.polrelid) = 'true')) as "isHidden"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname || '.' || c.relname <> all ($2)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by 1, 2`,
    [productSchemas, Object.keys(leftOut), backupRole],
  );
  return rows;
}

export interface SequenceState {
  readonly schema: string;
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Sequences, but for those of the tables left out. Read outside any snapshot: a sequence only grows. */
export async function listSequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind = 'S' and not exists (
        select from pg_depend d join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
         where d.objid = c.oid and d.deptype in ('a', 'i') and tn.nspname || '.' || t.relname = any ($2))
      order by 1, 2`,
    [productSchemas, Object.keys(leftOut)],
  );
  const states: SequenceState[] = [];
  for (const sequence of rows) {
    const state = await client.query(`select last_value, is_called from ${quoted(sequence)}`);
    states.push({ ...sequence, lastValue: String(state.rows[0].last_value), isCalled: state.rows[0].is_called });
  }
  return states;
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const quoted = ({ schema, name }: { schema: string; name: string }) => `${quote(schema)}.${quote(name)}`;
export const columnList = (columns: readonly string[]) => columns.map(quote).join(', ');
