import { migrate } from '@pupitre/migrations/migrate';
import { type SeededLoad, seedLoad } from '@pupitre/seeds/load';
import pg from 'pg';

const database = 'pupitre_bench';

export const size = { practitioners: 10, days: 250, perDay: 30, patients: 20_000 };

export interface Load {
  readonly practiceId: string;
  readonly sessionToken: string;
  readonly columns: SeededLoad['columns'];
  readonly motifId: string;
  /** Days with visits, in order. */
  readonly days: readonly string[];
  readonly patientIds: readonly string[];
}

function urlOf(name: 'TEST_SUPERUSER_URL' | 'TEST_OWNER_URL', role?: { user: string; password: string }): string {
  const url = new URL(process.env[name] ?? '');
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role.user, password: role.password });
  return url.toString();
}

export const appUrl = () => urlOf('TEST_OWNER_URL', { user: 'pupitre_app', password: 'bench-app-role' });

async function asSuperuser<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** A fresh database with the load, and fresh statistics. */
export async function prepareLoad(): Promise<Load> {
  await asSuperuser(process.env.TEST_SUPERUSER_URL ?? '', async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} owner pupitre_owner`);
  });
  await migrate(urlOf('TEST_OWNER_URL'), 'bench-app-role');
  const seeded = await seedLoad(urlOf('TEST_OWNER_URL'), size);
  return asSuperuser(urlOf('TEST_SUPERUSER_URL'), async (client) => {
    await client.query('vacuum analyze');
    const read = async (sql: string) =>
      (await client.query(sql, [seeded.practiceId])).rows.map((row) => String(row.value));
    return {
      ...seeded,
      days: await read('select distinct local_day::text as value from appointment where practice_id = $1 order by 1'),
      patientIds: await read('select id as value from patient where practice_id = $1 order by number limit 2000'),
    };
  });
}

/** Takes every booking made by the bench away, so that the same places can be booked again. */
export async function forgetBookings(load: Load): Promise<void> {
  const lastDay = load.days.at(-1) ?? '';
  const mine = 'select id from appointment where practice_id = $1 and local_day > $2';
  await asSuperuser(urlOf('TEST_SUPERUSER_URL'), async (client) => {
    for (const table of ['claim', 'appointment_event', 'undoable_act']) {
      await client.query(`delete from ${table} where practice_id = $1 and appointment_id in (${mine})`, [
        load.practiceId,
        lastDay,
      ]);
    }
    await client.query('delete from appointment where practice_id = $1 and local_day > $2', [load.practiceId, lastDay]);
    for (const table of ['idempotent_request', 'audit_event']) {
      await client.query(`delete from ${table} where practice_id = $1`, [load.practiceId]);
    }
    await client.query('vacuum analyze');
  });
}
