import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { appUrl, asSuperuser, demoDay, dropDatabase, frozenNow, isTrueIn, ownerUrl, template } from './databases.ts';

const root = path.resolve(import.meta.dirname, '../..');

const chores = `exists (select from pgboss.job where name = 'chore')
  and not exists (select from pgboss.job where name in ('chore', 'task') and state < 'completed')`;
const choresMs = 60_000;

/**
 * Migrates and seeds the template once; the application's role gets the password the servers use. The worker's first
 * chores are done in it too: every server of every story would begin with them.
 */
export default async function globalSetup(): Promise<void> {
  await dropDatabase(template);
  await asSuperuser(`create database ${template} owner pupitre_owner`);
  run('migrations/dist/run.js', { DATABASE_URL: ownerUrl(template), DATABASE_APP_URL: appUrl(template) });
  run('seeds/dist/run.js', { DATABASE_URL: ownerUrl(template), PUPITRE_DEMO_DATE: demoDay });
  await doFirstChores();
}

async function doFirstChores(): Promise<void> {
  const worker = spawn(process.execPath, [path.join(root, 'apps/api/dist/worker.js')], {
    env: {
      ...process.env,
      DATABASE_URL: undefined,
      DATABASE_APP_URL: appUrl(template),
      PUPITRE_DEMO_DATE: frozenNow,
      PUPITRE_WORKER: 'on',
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  });
  const ended = once(worker, 'exit');
  const deadline = Date.now() + choresMs;
  while (!(await isTrueIn(template, chores))) {
    if (worker.exitCode !== null || Date.now() > deadline) throw new Error('the first chores were not done');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  worker.kill('SIGTERM');
  await ended;
}

function run(script: string, env: Record<string, string>): void {
  const done = spawnSync(process.execPath, [path.join(root, script)], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${script}: ${done.stderr || done.stdout}`);
}
