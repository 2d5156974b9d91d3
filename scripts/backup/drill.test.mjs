/** The drill: a practice is lost with its machine, and opens again elsewhere from its backup. */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { startApi } from '../boot/api.mjs';
import { childEnv, run, stopChild } from '../boot/children.mjs';
import { inRoot } from '../boot/root.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { afterwards } from '../testing/afterwards.mjs';
import { asked, command, urlOf } from '../testing/commands.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { rowStates, statesOf } from '../testing/row-states.mjs';
import { inBackup } from './workspace.mjs';

const databaseOf = (postgres) => urlOf(postgres.superuserUrl, 'pupitre');
const key = crypto.randomBytes(32);

async function runNode(file, env) {
  const { code, output } = await run(process.execPath, [inRoot(file)], { env: childEnv(env) });
  assert.equal(code, 0, output);
}

test('a demo practice: backed up while it is written to, restored on another cluster, opened, signed in to', async (t) => {
  const [here, there, to, keys] = [temporaryFolder(t), temporaryFolder(t), temporaryFolder(t), temporaryFolder(t)];
  const keyFile = path.join(keys, 'pupitre.cle');
  fs.writeFileSync(keyFile, `${key.toString('hex')}\n`);
  const first = await startPostgres({ home: here, durable: false, port: 0 });
  afterwards(t, first.stop);
  const env = { DATABASE_URL: first.ownerUrl, DATA_DIR: here, PUPITRE_DEMO_DATE: '2026-03-02' };
  await runNode('migrations/dist/run.js', env);
  await runNode('seeds/dist/run.js', env);
  writeDocuments(path.join(here, 'documents'));

  const writers = keepWriting(databaseOf(first));
  const taken = await command(t, ['backup', '--to', to, '--key-file', keyFile], { DATA_DIR: here });
  const written = await writers.stop();
  assert.equal(taken.code, 0, taken.output);
  assert.match(taken.output, /Pupitre est ouvert : la sauvegarde se fait sans l’arrêter/);
  assert.match(taken.output, /Sauvegarde complète/);
  await first.stop();

  const restored = await command(t, ['restore', '--from', to, '--key-file', keyFile], { DATA_DIR: there });
  assert.equal(restored.code, 0, restored.output);
  const { manifest } = await inBackup('check-backup', 'openBackup', to, key);
  const second = await startPostgres({ home: there, durable: false, port: 0 });
  afterwards(t, second.stop);
  assert.deepEqual(await rowStates(databaseOf(second)), statesOf(manifest));
  await assertOneMoment(databaseOf(second), written);
  assert.deepEqual(readDocuments(path.join(there, 'documents')), readDocuments(path.join(here, 'documents')));
  assert.deepEqual(await asked(databaseOf(second), 'select from app.session'), [], 'nobody is signed in');
  await assertDoctorReadsHerDay(t, second, there);
});

/** Pairs of rows of one transaction each: whoever sees one of a pair must see the other. */
function keepWriting(url) {
  let isOn = true;
  let pairs = 0;
  const write = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select practice_id, created_by from patient limit 1');
    const values = [rows[0].practice_id, rows[0].created_by];
    for (; isOn; pairs += 1) {
      const id = crypto.randomUUID();
      await client.query('begin');
      await client.query(
        `insert into patient (practice_id, id, number, birth_name, used_name, first_name, sex, birth_date, created_by,
           created_at) values ($1, $3, 1e6 + random() * 1e9, 'ÉCRITE', '', E'pen\\tdant\\n', 'U', '1990-01-01', $2, now())`,
        [...values, id],
      );
      await client.query(
        `insert into patient_event (practice_id, id, patient_id, at, account_id, actor_name, kind)
         values ($1, $3, $3, now(), $2, '', 'drill')`,
        [...values, id],
      );
      await client.query('commit');
    }
    await client.end();
  };
  const both = Promise.all([write(), write()]);
  return {
    async stop() {
      isOn = false;
      await both;
      return pairs;
    },
  };
}

async function assertOneMoment(url, written) {
  const [seen] = await asked(
    url,
    `select (select count(*)::int from patient where birth_name = 'ÉCRITE') as patients,
            (select count(*)::int from patient_event where kind = 'drill') as events`,
  );
  assert.equal(seen.patients, seen.events);
  assert.ok(seen.patients > 0 && seen.patients < written, `${seen.patients} of ${written}: taken while they wrote`);
}

async function assertDoctorReadsHerDay(t, postgres, home) {
  const { appPassword } = JSON.parse(fs.readFileSync(path.join(home, 'secrets.json'), 'utf8'));
  const appUrl = postgres.ownerUrl.replace(/\/\/[^@]+@/, `//pupitre_app:${appPassword}@`);
  const api = await startApi({ appUrl, host: '127.0.0.1', port: 0, home });
  afterwards(t, () => stopChild(api.child));
  const signedIn = await fetch(`${api.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'helene.martin@tilleuls.demo', password: 'pupitre-demo' }),
  });
  assert.equal(signedIn.status, 200, await signedIn.clone().text());
  const cookie = signedIn.headers.get('set-cookie').split(';')[0];
  const { memberships } = await signedIn.json();
  const day = await fetch(`${api.address}/api/practices/${memberships[0].practiceId}/my-day/2026-03-02`, {
    headers: { cookie },
  });
  assert.equal(day.status, 200);
  assert.ok((await day.json()).appointments.length > 10);
  await stopChild(api.child);
}

function writeDocuments(root) {
  fs.mkdirSync(path.join(root, 'cabinet', 'vide'), { recursive: true });
  fs.writeFileSync(path.join(root, 'cabinet', 'ordonnance « é ».pdf'), crypto.randomBytes(300_000), { mode: 0o640 });
  fs.writeFileSync(path.join(root, 'vide.txt'), '', { mode: 0o600 });
  fs.writeFileSync(path.join(root, 'lignes.txt'), '{"end":0}\n\n', { mode: 0o600 });
  fs.utimesSync(path.join(root, 'vide.txt'), 1_700_000_000, 1_700_000_000);
}

const readDocuments = (root) =>
  fs
    .readdirSync(root, { recursive: true })
    .sort()
    .map((name) => {
      const { mode, mtimeMs, size } = fs.statSync(path.join(root, name));
      const isFile = fs.statSync(path.join(root, name)).isFile();
      const content = isFile ? fs.readFileSync(path.join(root, name), 'base64') : null;
      return { name, mode, at: Math.floor(mtimeMs / 1000), content, ...(isFile ? { size } : {}) };
    });
