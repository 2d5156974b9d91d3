/** The starter on the real binaries. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { Refusal } from '../boot/say.mjs';
import { afterwards } from '../testing/afterwards.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { startPostgres } from './start.mjs';

const open = async (t, home, options = {}) => {
  const said = [];
  const postgres = await startPostgres({
    home,
    durable: false,
    port: 0,
    patienceMs: 0,
    say: (line) => said.push(line),
    ...options,
  });
  afterwards(t, postgres.stop);
  return { ...postgres, said };
};

test('a fresh start gives an owner that is no superuser, and private secrets', async (t) => {
  const home = path.join(temporaryFolder(t), 'made', 'on the way');
  const postgres = await open(t, home);
  const [role] = await query(postgres.ownerUrl, 'select * from pg_roles where rolname = current_user');
  assert.equal(role.rolname, 'pupitre_owner');
  assert.deepEqual([role.rolsuper, role.rolbypassrls, role.rolcreaterole], [false, false, true]);
  const [database] = await query(postgres.ownerUrl, 'select current_database() as name, 1 as one');
  assert.equal(database.name, 'pupitre');
  await query(postgres.ownerUrl, 'create extension btree_gist');
  assert.equal(fs.statSync(path.join(home, 'cluster.json')).mode & 0o777, 0o600);
  assert.equal(fs.statSync(path.join(home, 'pg')).mode & 0o777, 0o700);
  assert.ok(!fs.existsSync(path.join(home, 'pg.new')));
});

test('rows and passwords survive a stop; a half-made cluster and lost secrets do not matter', async (t) => {
  const home = temporaryFolder(t);
  fs.mkdirSync(path.join(home, 'pg.new', 'pg'), { recursive: true });
  fs.mkdirSync(path.join(home, 'pg'));
  const first = await open(t, home);
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();

  const second = await open(t, home, { port: first.port });
  assert.equal(second.ownerUrl, first.ownerUrl);
  assert.deepEqual(await query(second.ownerUrl, 'select answer from kept'), [{ answer: 42 }]);
  await second.stop();

  fs.rmSync(path.join(home, 'cluster.json'));
  const third = await open(t, home);
  assert.deepEqual(await query(third.ownerUrl, 'select answer from kept'), [{ answer: 42 }]);
});

test('a taken port gives the next free one, and it is said', async (t) => {
  const taken = net.createServer();
  afterwards(t, () => taken.close());
  const port = await new Promise((resolve) => taken.listen(0, '127.0.0.1', () => resolve(taken.address().port)));
  const postgres = await open(t, temporaryFolder(t), { port });
  assert.ok(postgres.port > port);
  assert.deepEqual(postgres.said, [`Le port ${port} est pris : Postgres écoute sur ${postgres.port}.`]);
});

test('a second start on the same files is refused with the address of the first', async (t) => {
  const home = temporaryFolder(t);
  const first = await open(t, home);
  first.note('http://127.0.0.1:3000');
  await assert.rejects(open(t, home), /Pupitre tourne déjà/);
  assert.equal((await query(first.ownerUrl, 'select 1 as one')).length, 1);
});

test('files of a newer Postgres are refused and left alone', async (t) => {
  const home = temporaryFolder(t);
  fs.mkdirSync(path.join(home, 'pg'));
  fs.writeFileSync(path.join(home, 'pg', 'PG_VERSION'), '99\n');
  await assert.rejects(open(t, home), /viennent de Postgres 99, une version plus récente/);
  assert.deepEqual(fs.readdirSync(path.join(home, 'pg')), ['PG_VERSION']);
  assert.ok(!fs.existsSync(path.join(home, 'running.json')), 'the lock is given back');
});

test('files that are no cluster are refused and left alone', async (t) => {
  const home = temporaryFolder(t);
  fs.mkdirSync(path.join(home, 'pg', 'base'), { recursive: true });
  await assert.rejects(open(t, home), /ne forment pas une base Postgres complète/);
  assert.deepEqual(fs.readdirSync(path.join(home, 'pg')), ['base']);
});

test('a damaged cluster is refused with the end of the log', async (t) => {
  const home = temporaryFolder(t);
  const first = await open(t, home);
  await first.stop();
  fs.rmSync(path.join(home, 'pg', 'global', 'pg_control'));
  await assert.rejects(open(t, home), (error) => error instanceof Refusal && /pg_control/.test(error.message));
});
