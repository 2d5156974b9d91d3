import type { DataSource } from 'typeorm';

/**
 * What makes the server refuse to start: a role that row-level security does not bind, or a tenant table it does not
 * protect. Returns one sentence per fault.
 */
export async function databaseFaults(dataSource: DataSource): Promise<string[]> {
  const [role] = await dataSource.query(
    'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  const owned: { relname: string }[] = await dataSource.query(
    `select relname from pg_class where relkind in ('r', 'p') and relowner = (select oid from pg_roles where rolname = current_user)`,
  );
  const open: { relname: string }[] = await dataSource.query(
    `select c.relname from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
      where c.relkind in ('r', 'p')
        and (not c.relrowsecurity or not c.relforcerowsecurity
             or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
  );
  const views: { relname: string }[] = await dataSource.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
      where c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  );
  return [
    ...(role.rolsuper ? [`the database role ${role.rolname} is a superuser`] : []),
    ...(role.rolbypassrls ? [`the database role ${role.rolname} bypasses row-level security`] : []),
    ...owned.map((table) => `the database role ${role.rolname} owns the table ${table.relname}`),
    ...open.map((table) => `the table ${table.relname} is not protected by row-level security`),
    ...views.map((view) => `the view ${view.relname} does not run with its caller's rights`),
  ];
}
