/** Folders that Postgres, or we, may not enter. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { afterwards } from '../testing/afterwards.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { isRoot } from './account.mjs';
import { placeCluster } from './place.mjs';
import { discardPostgres, startPostgres } from './start.mjs';

test('below a folder that only its owner can enter', async (t) => {
  const closed = temporaryFolder(t, 0o700);
  const home = path.join(closed, 'cabinet', '.data');
  const said = [];
  const options = { home, durable: false, port: 0, say: (line) => said.push(line) };
  const postgres = await startPostgres(options);
  afterwards(t, () => discardPostgres(postgres, home));
  await query(postgres.ownerUrl, 'create table kept as select 42 as answer');
  // Root lends Postgres another account, which the folder keeps out; a user runs it as herself.
  assert.equal(postgres.folder === home, !isRoot());
  assert.equal(said.join('\n').includes(`rangée dans ${postgres.folder}`), isRoot());
  await postgres.stop();

  // Opening the folder later must not make the data seem lost.
  fs.chmodSync(closed, 0o755);
  const again = await startPostgres({ ...options, say: () => {} });
  afterwards(t, again.stop);
  assert.equal(again.folder, postgres.folder);
  assert.deepEqual(await query(again.ownerUrl, 'select answer from kept'), [{ answer: 42 }]);
});

test('a parent that was closed after the first start is named, and no empty base is made elsewhere', async (t) => {
  const parent = temporaryFolder(t);
  const home = path.join(parent, '.data');
  fs.mkdirSync(path.join(home, 'pg'), { recursive: true });
  fs.writeFileSync(path.join(home, 'pg', 'PG_VERSION'), '18\n');
  fs.chmodSync(parent, 0o700);
  if (isRoot()) assert.throws(() => placeCluster(home), /un dossier parent a été fermé/);
  else assert.equal(placeCluster(home).folder, home);
});

test('what root makes on the way is open to walk through, whatever the umask', (t) => {
  const parent = temporaryFolder(t);
  const before = process.umask(0o077);
  afterwards(t, () => process.umask(before));
  const { moved } = placeCluster(path.join(parent, 'a', 'b'));
  assert.equal(moved, false);
  assert.equal(fs.statSync(path.join(parent, 'a')).mode & 0o777, isRoot() ? 0o755 : 0o700);
});

test('a folder we may not write to is named', (t) => {
  const folder = temporaryFolder(t, 0o555);
  const place = () => placeCluster(path.join(folder, '.data'));
  assert.throws(() => asNobody(place), /Impossible d’écrire dans .*droits insuffisants/);
});

// Only root can make another account's files.
if (isRoot()) {
  test('files of another account are named, not taken over', (t) => {
    const home = temporaryFolder(t);
    fs.mkdirSync(path.join(home, 'pg'), { mode: 0o700 });
    fs.chownSync(home, 65_534, 65_534);
    assert.throws(() => asNobody(() => placeCluster(home)), /appartiennent à un autre compte/);
  });
}

test('a file where a folder should be is named', (t) => {
  const file = path.join(temporaryFolder(t), 'file');
  fs.writeFileSync(file, '');
  assert.throws(() => placeCluster(file), /n’est pas un dossier/);
  assert.throws(() => placeCluster(path.join(file, '.data')), /n’est pas un dossier/);
});

/** Root may write anywhere: for one call it acts as `nobody`. */
function asNobody(act) {
  if (!isRoot()) return act();
  process.seteuid(65_534);
  try {
    return act();
  } finally {
    process.seteuid(0);
  }
}
