import type pg from 'pg';
import { asSuperuser, type Load } from './bench-database.js';

/** Copies stand this many days earlier each: more than the past days span, and whole weeks. */
const generationDays = 378;

const historyTables: readonly { table: string; ids: readonly string[]; shifts: readonly string[] }[] = [
  {
    table: 'appointment',
    ids: ['id'],
    shifts: ['local_day', 'starts_at', 'ends_at', 'arrived_at', 'called_at', 'seen_at', 'done_at', 'created_at'],
  },
  { table: 'claim', ids: ['id', 'appointment_id'], shifts: [] },
  { table: 'appointment_event', ids: ['id', 'appointment_id'], shifts: ['at'] },
  { table: 'charge', ids: ['appointment_id'], shifts: [] },
  { table: 'invoice', ids: ['id', 'appointment_id'], shifts: ['issued_at', 'issued_on', 'visit_on'] },
  { table: 'invoice_line', ids: ['invoice_id'], shifts: [] },
  { table: 'payment', ids: ['id', 'invoice_id'], shifts: ['received_at', 'received_on'] },
];

/** The past of the practice, as many times as asked in all: older visits with their papers, copied by the database. */
export async function multiplyHistory(load: Load, times: number): Promise<void> {
  await asSuperuser(async (client) => {
    // Copies of sound rows: the checks of foreign keys would only tell again what is known.
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(
      `create temporary table past_visit as select id from appointment where practice_id = $1 and status = 'done'`,
      [load.practiceId],
    );
    await client.query('analyze past_visit');
    for (let generation = 1; generation < times; generation += 1) await copyPast(client, load, generation);
    await client.query('vacuum analyze');
  });
}

async function copyPast(client: pg.Client, { practiceId }: Load, generation: number): Promise<void> {
  const days = generation * generationDays;
  for (const { table, ids, shifts } of historyTables) {
    const columns = await columnsOf(client, table);
    const values = columns.map((column) => {
      if (ids.includes(column)) return `md5(t.${column}::text || '${generation}')::uuid`;
      if (column === 'span')
        return `tstzrange(lower(t.span) - interval '${days} days', upper(t.span) - interval '${days} days')`;
      if (column === 'year' && table === 'invoice') return `extract(year from t.issued_on - ${days})`;
      // Two years that fall into one keep apart.
      if (column === 'sequence') return `t.sequence + ${1_000_000 * generation} + 500000 * (t.year % 2)`;
      if (['local_day', 'issued_on', 'visit_on', 'received_on'].includes(column)) return `t.${column} - ${days}`;
      return shifts.includes(column) ? `t.${column} - interval '${days} days'` : `t.${column}`;
    });
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} t
        where t.practice_id = $1 and ${pastOf(table)}`,
      [practiceId],
    );
  }
}

const pastOf = (table: string) =>
  ({
    appointment: 't.id in (select id from past_visit)',
    invoice_line: 't.invoice_id in (select i.id from invoice i join past_visit v on v.id = i.appointment_id)',
    payment: 't.invoice_id in (select i.id from invoice i join past_visit v on v.id = i.appointment_id)',
  })[table] ?? 't.appointment_id in (select id from past_visit)';

/** As many practices as asked beside the first, each a copy of `source`: ids are unique within a practice only. */
export async function clonePractice(source: string, count: number): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query(`set session_replication_role = 'replica'`);
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind = 'r' and c.relname not in ('membership')
          and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id')`,
    );
    for (let copy = 1; copy <= count; copy += 1) {
      for (const { name } of rows) await cloneTable(client, name, source, copy);
    }
    await client.query('vacuum analyze');
  });
}

async function cloneTable(client: pg.Client, table: string, source: string, copy: number): Promise<void> {
  const columns = (await columnsOf(client, table)).filter((column) => column !== 'practice_id');
  await client.query(
    `insert into ${table} (practice_id, ${columns.join(', ')})
     select md5($1 || '${copy}')::uuid, ${columns.join(', ')} from ${table} where practice_id = $1::uuid`,
    [source],
  );
}

const known = new Map<string, string[]>();

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const before = known.get(table);
  if (before) return before;
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  known.set(table, columns);
  return columns;
}
