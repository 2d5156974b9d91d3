/** `admin:create` as it is typed: on a fresh installation, beside a server, and on the oldest Postgres there is. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { inRoot } from '../boot/root.mjs';
import { scopes } from '../postgres/binaries.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { afterwards } from '../testing/afterwards.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { readArguments } from './admin-create.mjs';

/** PUPITRE_BUILT: the suites run on what was built before them. */
function adminCreate(args, env) {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, PUBLIC_URL: ___, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inRoot('scripts/boot.mjs'), 'admin:create', ...args], {
      env: { ...inherited, PUPITRE_BUILT: '1', PORT: '3456', HOST: '', PUPITRE_SEED: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => resolve({ code, output, token: /\/bienvenue#([\w-]{43})$/m.exec(output)?.[1] }));
  });
}

const claire = ['--email', 'Claire@Cabinet.fr', '--name', 'Claire MOREAU'];
const openLinks = `select encode(i.token_hash, 'hex') as hash, a.email, a.founding_name from app.invitation i
  join app.account a on a.id = i.account_id where i.used_at is null and i.expires_at > now()`;
const hashOf = (token) => createHash('sha256').update(token).digest('hex');

test('on a fresh installation: made, migrated, stopped again; the link works in its hash', {
  timeout: 180_000,
}, async (t) => {
  const home = temporaryFolder(t);
  const first = await adminCreate(claire, { DATA_DIR: home });
  assert.equal(first.code, 0, first.output);
  assert.match(first.output, /claire@cabinet\.fr créera son cabinet\./);
  assert.match(first.output, /http:\/\/127\.0\.0\.1:3456\/bienvenue#/);

  const postgres = await startPostgres({ home, durable: false, port: 0, patienceMs: 0 });
  afterwards(t, postgres.stop);
  const row = { email: 'claire@cabinet.fr', founding_name: '' };
  assert.deepEqual(await query(postgres.ownerUrl, openLinks), [{ hash: hashOf(first.token), ...row }]);
  const [{ mode }] = await query(postgres.ownerUrl, 'select mode from app.installation');
  assert.equal(mode, 'production');

  // The cluster runs, in this very test: the second link comes from beside it.
  const second = await adminCreate(claire, { DATA_DIR: home, PUBLIC_URL: 'https://pupitre.cabinet.fr/' });
  assert.equal(second.code, 0, second.output);
  assert.match(second.output, /https:\/\/pupitre\.cabinet\.fr\/bienvenue#/);
  assert.deepEqual(await query(postgres.ownerUrl, openLinks), [{ hash: hashOf(second.token), ...row }]);
});

test('on an outside Postgres, the oldest there may be', { timeout: 180_000 }, async (t) => {
  const postgres = await startPostgres({
    home: temporaryFolder(t),
    durable: false,
    port: 0,
    patienceMs: 0,
    scope: scopes.oldest,
  });
  afterwards(t, postgres.stop);
  const [{ version }] = await query(
    postgres.ownerUrl,
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  assert.equal(version, 15);
  const env = { DATABASE_URL: postgres.ownerUrl, DATA_DIR: temporaryFolder(t) };
  const founding = await adminCreate([...claire, '--practice', 'Cabinet du Port'], env);
  assert.equal(founding.code, 0, founding.output);
  assert.match(founding.output, /créera « Cabinet du Port »/);

  const demo = await query(postgres.ownerUrl, `update app.installation set mode = 'demo' returning mode`);
  assert.equal(demo.length, 1);
  const refused = await adminCreate(claire, env);
  assert.equal(refused.code, 1);
  assert.match(refused.output, /démonstration/);
});

test('a server that cannot be reached is one sentence', async (t) => {
  const { code, output } = await adminCreate(claire, {
    DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c',
    DATA_DIR: temporaryFolder(t),
  });
  assert.equal(code, 1);
  assert.match(output.trim(), /^DATABASE_URL\u00a0: aucun Postgres ne répond à 127\.0\.0\.1:1\/c\. .*$/);
});

test('what is typed wrongly is told with the right way', () => {
  assert.deepEqual(readArguments(['--email', ' a@b.fr ']), { email: 'a@b.fr', name: null, practice: null });
  assert.throws(() => readArguments([]), /Il manque --email.*npm run admin:create/);
  assert.throws(() => readArguments(['--mail', 'a@b.fr']), /Usage/);
});
