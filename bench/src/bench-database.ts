import { migrate } from '@pupitre/migrations/migrate';
import { benchSize, type LoadSize, type SeededLoad, seedLoad } from '@pupitre/seeds/load';
import pg from 'pg';

const database = 'pupitre_bench';

export interface Load {
  readonly practiceId: string;
  /** Cookie of somebody at the desk. */
  readonly sessionToken: string;
  /** Cookie of an administrator who typed her password again. */
  readonly adminToken: string;
  readonly columns: SeededLoad['columns'];
  readonly motifId: string;
  /** Days with visits, in order. */
  readonly days: readonly string[];
  readonly patientIds: readonly string[];
  /** Visits that wait at the till. */
  readonly unpaidIds: readonly string[];
  /** The demo clock's day. */
  readonly today: string;
  /** The month before the demo clock's, `2026-02`. */
  readonly month: string;
}

function urlOf(name: 'TEST_SUPERUSER_URL' | 'TEST_OWNER_URL', role?: { user: string; password: string }): string {
  const url = new URL(process.env[name] ?? '');
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role.user, password: role.password });
  return url.toString();
}

export const appUrl = () => urlOf('TEST_OWNER_URL', { user: 'pupitre_app', password: 'bench-app-role' });

export const ownerUrl = () => urlOf('TEST_OWNER_URL');

export const superuserUrl = () => urlOf('TEST_SUPERUSER_URL');

export async function asSuperuser<T>(act: (client: pg.Client) => Promise<T>, url?: string): Promise<T> {
  const client = new pg.Client({ connectionString: url ?? urlOf('TEST_SUPERUSER_URL') });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** A fresh database with the load, and fresh statistics. */
export async function prepareLoad(size: LoadSize = benchSize): Promise<Load> {
  await asSuperuser(async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} owner pupitre_owner`);
  }, process.env.TEST_SUPERUSER_URL);
  await migrate(ownerUrl(), 'bench-app-role');
  const seeded = await seedLoad(ownerUrl(), size);
  const admin = seeded.accounts.at(-1);
  return asSuperuser(async (client) => {
    await client.query('vacuum analyze');
    // Nobody types during a measure: without this the desks would lock in the middle of a long one.
    await client.query(`update app.session set last_input_at = now() + interval '9 hours',
                          stepped_up_at = now() + interval '9 hours'`);
    const read = async (sql: string) =>
      (await client.query(sql, [seeded.practiceId])).rows.map((row) => String(row.value));
    return {
      ...seeded,
      adminToken: admin?.token ?? '',
      today: seeded.day,
      month: monthBefore(seeded.day),
      days: await read('select distinct local_day::text as value from appointment where practice_id = $1 order by 1'),
      patientIds: await read('select id as value from patient where practice_id = $1 order by number limit 2000'),
      unpaidIds: await read(
        `select id as value from appointment where practice_id = $1 and status = 'to_collect' order by starts_at, id`,
      ),
    };
  });
}

/** Takes away what the measures wrote, so that the same places and the same bills can be used again. */
export async function forgetWrites(load: Load): Promise<void> {
  await asSuperuser(async (client) => {
    await forgetBookings(client, load);
    await forgetInvoices(client, load);
    for (const table of ['idempotent_request', 'audit_seal', 'audit_chain', 'audit_head', 'audit_event']) {
      await client.query(`delete from ${table} where practice_id = $1`, [load.practiceId]);
    }
    await client.query('vacuum analyze');
  });
}

async function forgetBookings(client: pg.Client, { practiceId, days }: Load): Promise<void> {
  const lastDay = days.at(-1) ?? '';
  const mine = 'select id from appointment where practice_id = $1 and local_day > $2';
  for (const table of ['claim', 'appointment_event', 'undoable_act']) {
    await client.query(`delete from ${table} where practice_id = $1 and appointment_id in (${mine})`, [
      practiceId,
      lastDay,
    ]);
  }
  await client.query('delete from appointment where practice_id = $1 and local_day > $2', [practiceId, lastDay]);
}

async function forgetInvoices(client: pg.Client, { practiceId, unpaidIds }: Load): Promise<void> {
  const mine = 'select id from invoice where practice_id = $1 and appointment_id = any ($2)';
  for (const sql of [
    `delete from payment where practice_id = $1 and invoice_id in (${mine})`,
    `delete from invoice_line where practice_id = $1 and invoice_id in (${mine})`,
    'delete from invoice where practice_id = $1 and appointment_id = any ($2)',
    `delete from appointment_event where practice_id = $1 and appointment_id = any ($2) and kind <> 'booked'`,
    'delete from undoable_act where practice_id = $1 and appointment_id = any ($2)',
    `update appointment set status = 'to_collect', done_at = null, version = 1
      where practice_id = $1 and id = any ($2)`,
  ]) {
    await client.query(sql, [practiceId, unpaidIds]);
  }
  await client.query(
    `update practice_counter c set last_number = i.last
       from (select 'invoice:' || billing_entity_id || ':' || year as series, max(sequence) as last
               from invoice where practice_id = $1 group by 1) i
      where c.practice_id = $1 and c.series = i.series`,
    [practiceId],
  );
}

function monthBefore(day: string): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 1);
  return first.toISOString().slice(0, 7);
}
