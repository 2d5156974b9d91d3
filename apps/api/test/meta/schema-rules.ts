import type pg from 'pg';

type Rows = readonly Record<string, string>[];

/** Tables of no tenant, each with its reason. A new one is added here on purpose or not at all. */
export const tablesWithoutTenant: Readonly<Record<string, string>> = {
  'public.schema_migration': 'which migrations ran: belongs to the database',
  'public.commune': 'official communes of France: the same for all',
  'public.act': 'national tariffs: the same for all',
  'app.installation': 'one row: the mode of this installation',
  'app.account': 'a person may work for several practices; read by functions only',
  'app.invitation': 'a link to choose a password: belongs to the person; read by functions only',
  'app.session': 'belongs to the person; read by functions only',
  'app.sign_in_failure': 'counted before anybody is known; read by functions only',
  'app.access_event': 'sign-ins belong to the person; written by functions only',
  'app.restoration': 'which backups this database was made from; written by the restore',
  'app.worker_secret': 'one row: the hash of what the worker shows; read by functions only',
};

/** Functions that run with the owner's rights: a closed list, each with a fixed search path. */
export const definerFunctions: readonly string[] = [
  'accept_invitation',
  'account_by_email',
  'add_billing_entity',
  'add_member',
  'change_member',
  'current_account',
  'colleague_names',
  'current_actor',
  'current_practice',
  'demo_sign_ins',
  'end_member',
  'end_session',
  'forget_sign_in_failures',
  'feed_practice',
  'found_practice',
  'founding',
  'installation',
  'is_worker',
  'live_events_since',
  'living_sessions',
  'lock_session',
  'member_name',
  'my_memberships',
  'my_sessions',
  'name_session',
  'note_feed_read',
  'note_input',
  'note_sign_in_failure',
  'open_session',
  'orphan_tasks',
  'password_hash_of_session',
  'practices_to_seal',
  'practice_members',
  'purge_drafts',
  'purge_expired',
  'purge_imports',
  'purge_live_events',
  'purge_tasks',
  'read_agenda_feed',
  'read_invitation',
  'renew_link',
  'revoke_member_sessions',
  'revoke_other_sessions',
  'revoke_own_session',
  'save_preferences',
  'seat_founder',
  'sign_in_wait',
  'step_up_session',
  'take_back_agenda',
  'take_back_import',
  'task_counts',
  'unlock_session',
  'worker_practices',
];

const userTables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
  and c.relkind in ('r', 'p')`;
const hasTenant = `exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id')`;

interface SchemaRule {
  readonly name: string;
  readonly sql: string;
}

/** Each query lists what breaks the rule, in a column `fault`; the rules the schema grows by (docs/architecture.md). */
export const schemaRules: readonly SchemaRule[] = [
  {
    name: 'a tenant table is protected: enabled, forced, by the session-bound policy',
    sql: `select n.nspname || '.' || c.relname as fault from ${userTables}
           where ${hasTenant} and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (
             select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
               and p.qual like '%app.current_practice()%' and p.with_check like '%app.current_practice()%'))`,
  },
  {
    name: 'practice_id comes first in every key, unique or exclusion constraint of a tenant table',
    sql: `select k.conname as fault from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
           where ${hasTenant} and k.contype in ('p', 'u', 'x') and a.attname <> 'practice_id'`,
  },
  {
    name: 'a foreign key between tenant tables carries practice_id on both sides',
    sql: `select k.conname as fault from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_class f on f.oid = k.confrelid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
           where k.contype = 'f'
             and exists (select 1 from pg_attribute t where t.attrelid = f.oid and t.attname = 'practice_id')
             and (a.attname <> 'practice_id' or b.attname <> 'practice_id')`,
  },
  {
    name: 'an index of a tenant table starts with practice_id',
    sql: `select i.relname as fault from pg_index x join pg_class i on i.oid = x.indexrelid
            join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
           where ${hasTenant} and a.attname is distinct from 'practice_id'
             and i.relname <> 'membership_account'`,
  },
  {
    name: 'no column is an instant without a zone',
    sql: `select c.relname || '.' || a.attname as fault from ${userTables}
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           where a.atttypid = 'timestamp'::regtype and c.relname <> 'schema_migration'`,
  },
  {
    name: 'no money is a fraction',
    sql: `select c.relname || '.' || a.attname as fault from ${userTables}
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           where a.atttypid in ('float4'::regtype, 'float8'::regtype, 'numeric'::regtype, 'money'::regtype)`,
  },
  {
    name: 'no row trigger holds a rule or sends a notification',
    sql: `select t.tgname as fault from pg_trigger t join pg_class c on c.oid = t.tgrelid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app') where not t.tgisinternal`,
  },
  {
    name: 'a view runs with its caller’s rights',
    sql: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
             and n.nspname in ('public', 'app')
           where c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  },
  {
    name: 'a function with the owner’s rights has a fixed search path and is not for everybody',
    sql: `select p.proname as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ('public', 'app')
           where p.prosecdef and (not coalesce(array_to_string(p.proconfig, ',') like 'search_path=%pg_temp', false)
             or has_function_privilege('public', p.oid, 'execute'))`,
  },
  {
    name: 'what is issued or journalled cannot be changed or removed by the application',
    sql: `select t || ': ' || privilege as fault
            from unnest(array['invoice', 'invoice_line', 'payment', 'audit_event', 'audit_seal', 'appointment_event', 'patient_event']) t,
                 unnest(array['update', 'delete', 'truncate']) privilege
           where has_table_privilege('pupitre_app', t, privilege)`,
  },
  {
    name: 'a backup reads every row of every table, but what would be worth nothing or too much elsewhere',
    sql: `select n.nspname || '.' || c.relname as fault from ${userTables}
           where n.nspname || '.' || c.relname not in ('app.session', 'app.sign_in_failure', 'app.invitation', 'app.worker_secret')
             and (not has_table_privilege('pupitre_backup', c.oid, 'select') or c.relrowsecurity and not exists (
               select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                 and 'pupitre_backup' = any (p.roles) and p.qual = 'true'))`,
  },
  {
    name: 'the application can read no session and no account',
    sql: `select t as fault from unnest(array['app.session', 'app.account', 'app.invitation', 'app.sign_in_failure', 'app.access_event', 'app.installation', 'app.worker_secret']) t
           where has_table_privilege('pupitre_app', t, 'select') or has_table_privilege('pupitre_app', t, 'update')`,
  },
];

export async function faultsOf(client: pg.Client, rule: SchemaRule): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(rule.sql);
  return rows.map(({ fault }) => fault);
}

export async function tablesOutsideTenancy(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as name from ${userTables} where not ${hasTenant} order by 1`,
  );
  return (rows as Rows).map(({ name }) => name ?? '');
}

export async function definersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ('public', 'app')
      where p.prosecdef order by 1`,
  );
  return (rows as Rows).map(({ name }) => name ?? '');
}
