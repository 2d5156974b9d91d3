/**
 * Starts after a kill -9. The other programs here run as Postgres does: to a stranger's number it pays no attention.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../boot/root.mjs';
import { afterwards } from '../testing/afterwards.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { defaultAccount } from './account.mjs';
import { diesWithin, examine } from './processes.mjs';
import { startPostgres } from './start.mjs';

const start = (home, say, durable = false) => startPostgres({ home, durable, port: 0, patienceMs: 5000, say });

/** A stopped cluster whose postmaster.pid names a program. */
async function stoppedCluster(t, pid) {
  const home = temporaryFolder(t);
  await (await start(home)).stop();
  const clusterDir = path.join(home, 'pg');
  fs.writeFileSync(path.join(clusterDir, 'postmaster.pid'), `${pid}\n${clusterDir}\n1\n5432\n\n127.0.0.1\n`);
  return home;
}

test('after a kill -9 of Postgres the rows are there', async (t) => {
  const home = temporaryFolder(t);
  const first = await start(home, () => {}, true);
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await first.stop();
  const second = await start(home);
  afterwards(t, second.stop);
  assert.deepEqual(await query(second.ownerUrl, 'select answer from kept'), [{ answer: 42 }]);
});

test('after a kill -9 of the program above it, the orphan is stopped and said', async (t) => {
  const home = temporaryFolder(t);
  const parent = spawn(process.execPath, [inRoot('scripts/testing/postgres-parent.mjs'), home], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = await once(parent.stdout.setEncoding('utf8'), 'data');
  const { postmaster } = JSON.parse(line);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  assert.ok(examine(postmaster).alive, 'the orphan lives on');

  const said = [];
  const second = await start(home, (sentence) => said.push(sentence));
  afterwards(t, second.stop);
  assert.match(said.join('\n'), /démarrage précédent tourne encore/);
  assert.ok(await diesWithin(postmaster, 1000));
  assert.equal((await query(second.ownerUrl, 'select 1 as one')).length, 1);
});

test('a number that another program has now stops nothing and is not killed', async (t) => {
  const bystander = spawn('/bin/sleep', ['60'], { ...defaultAccount(), cwd: '/' });
  afterwards(t, () => bystander.kill('SIGKILL'));
  const home = await stoppedCluster(t, bystander.pid);
  const postgres = await start(home);
  afterwards(t, postgres.stop);
  assert.ok(examine(bystander.pid).alive);
});

if (process.platform !== 'win32') {
  test('a zombie counts as dead', async (t) => {
    // The shell turns into `sleep`, which never collects the child it inherited.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...defaultAccount(),
      cwd: '/',
    });
    afterwards(t, () => parent.kill('SIGKILL'));
    const [line] = await once(parent.stdout.setEncoding('utf8'), 'data');
    const zombie = Number(line);
    assert.ok(await diesWithin(zombie, 2000));
    assert.doesNotThrow(() => process.kill(zombie, 0), 'the system still answers for it');
    const postgres = await start(await stoppedCluster(t, zombie));
    afterwards(t, postgres.stop);
  });
}
