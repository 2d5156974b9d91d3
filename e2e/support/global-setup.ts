import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { appUrl, asSuperuser, demoDay, dropDatabase, ownerUrl, template } from './databases.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Migrates and seeds the template once; the application's role gets the password the servers use. */
export default async function globalSetup(): Promise<void> {
  await dropDatabase(template);
  await asSuperuser(`create database ${template} owner pupitre_owner`);
  run('migrations/dist/run.js', { DATABASE_URL: ownerUrl(template), DATABASE_APP_URL: appUrl(template) });
  run('seeds/dist/run.js', { DATABASE_URL: ownerUrl(template), PUPITRE_DEMO_DATE: demoDay });
}

function run(script: string, env: Record<string, string>): void {
  const done = spawnSync(process.execPath, [path.join(root, script)], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${script}: ${done.stderr || done.stdout}`);
}
