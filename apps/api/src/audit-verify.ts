import { workerSecretIn } from '@pupitre/migrations/worker-secret';
import pg from 'pg';
import { verifyPractice } from './platform/audit/audit-verification.js';

/**
 * `DATABASE_APP_URL=… node dist/audit-verify.js`: reads every journal of the installation and prints one line of JSON a
 * practice. It writes nothing; each practice is read in one snapshot, while its desks go on working.
 */
async function main(): Promise<void> {
  const url = process.env.DATABASE_APP_URL;
  if (!url) throw new Error('DATABASE_APP_URL is not set');
  const client = new pg.Client({ connectionString: url, application_name: 'pupitre audit:verify' });
  await client.connect();
  try {
    for (const practiceId of await practicesOf(client, workerSecretIn(url) ?? '')) {
      const started = performance.now();
      await client.query('begin isolation level repeatable read read only');
      await show(client, workerSecretIn(url) ?? '', practiceId);
      const { rows } = await client.query('select name from practice where practice_id = $1', [practiceId]);
      const found = await verifyPractice(async (sql, values) => (await client.query(sql, values)).rows, practiceId);
      await client.query('commit');
      const ms = Math.round(performance.now() - started);
      console.log(JSON.stringify({ practiceId, name: rows[0]?.name ?? '', ms, ...found }));
    }
  } finally {
    await client.end();
  }
}

async function show(client: pg.Client, secret: string, practiceId: string): Promise<void> {
  await client.query(`select set_config('app.worker', $1, true), set_config('app.practice', $2, true)`, [
    secret,
    practiceId,
  ]);
}

async function practicesOf(client: pg.Client, secret: string): Promise<string[]> {
  await client.query('begin read only');
  await show(client, secret, '');
  const { rows: bound } = await client.query('select app.is_worker() as bound');
  if (!bound[0].bound) {
    throw new Error('DATABASE_APP_URL does not carry the password of pupitre_app that the last migration was given');
  }
  const { rows } = await client.query('select practice_id from app.worker_practices() practice_id');
  await client.query('commit');
  return rows.map(({ practice_id }) => practice_id);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
