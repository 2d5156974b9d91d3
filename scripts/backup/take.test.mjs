/** The folder of the backups: unfinished ones, old ones, full disks. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { scopes } from '../postgres/binaries.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { afterTheFile, afterwards } from '../testing/afterwards.mjs';
import { asked, begin, command, migrateBare, until } from '../testing/commands.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { backupOptions, restoreOptions } from './options.mjs';
import { inBackup } from './workspace.mjs';

const wholeFile = afterTheFile();
let postgres;
let home;

before(async () => {
  home = temporaryFolder(wholeFile);
  // The oldest Postgres that may be used: there the backup role is lent in another way.
  postgres = await startPostgres({ home, durable: false, port: 0, scope: scopes.oldest });
  afterwards(wholeFile, () => postgres.stop());
  await migrateBare(postgres.ownerUrl);
});

const outside = () => ({ DATABASE_URL: postgres.ownerUrl, DATA_DIR: path.join(home, 'elsewhere') });

test('kill -9 in the middle of a backup leaves no backup; the next one names it and clears it', async (t) => {
  const to = temporaryFolder(t);
  const { child, done } = begin(t, ['backup', '--to', to], outside());
  const partial = () => fs.readdirSync(to).find((name) => name.endsWith('.partial'));
  await until('a table is written', () => partial() && fs.readdirSync(path.join(to, partial())).length > 3);
  child.kill('SIGKILL');
  await done;
  const left = fs.readdirSync(to);
  assert.equal(left.length, 1);
  assert.match(left[0], /^pupitre-\d{8}-\d{6}\.partial$/);
  await assert.rejects(inBackup('check-backup', 'openBackup', to, null), /ne contient pas de sauvegarde/);

  const next = await command(t, ['backup', '--to', to], outside());
  assert.equal(next.code, 0, next.output);
  assert.ok(next.output.includes(`Une sauvegarde interrompue a été retirée : ${left[0]}`), next.output);
  assert.match(next.output, /n’est pas chiffrée/);
  const [name, ...others] = fs.readdirSync(to);
  assert.deepEqual(others, []);
  assert.equal(fs.statSync(path.join(to, name)).mode & 0o777, 0o700);
  const checked = await command(t, ['backup', '--check', to], {});
  assert.match(checked.output, /Chaque octet est tel qu’il a été écrit/);
});

test('Ctrl-C in the middle of a backup takes away what was begun', async (t) => {
  const to = temporaryFolder(t);
  const { child, done } = begin(t, ['backup', '--to', to], outside());
  await until('a folder is there', () => fs.readdirSync(to).length > 0);
  child.kill('SIGINT');
  assert.equal((await done).code, 130);
  assert.deepEqual(fs.readdirSync(to), []);
});

test('a backup that is being taken by a living program is left alone', async (t) => {
  const to = temporaryFolder(t);
  const sleeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  afterwards(t, () => sleeper.kill('SIGKILL'));
  const { hostname } = await import('node:os');
  const write = (name, taker) => {
    fs.mkdirSync(path.join(to, name));
    fs.writeFileSync(path.join(to, name, 'being-taken.json'), JSON.stringify(taker));
  };
  write('pupitre-20260101-000000.partial', { pid: sleeper.pid, host: hostname() });
  write('pupitre-20260102-000000.partial', { pid: sleeper.pid, host: 'another-machine' });
  fs.mkdirSync(path.join(to, 'photos.partial'));
  const { isAlive } = await import('../postgres/processes.mjs');
  const { removed, left } = await inBackup('backup-folder', 'removeUnfinished', to, isAlive);
  assert.deepEqual([removed, left.length], [[], 2]);
  assert.equal(fs.readdirSync(to).length, 3);
});

test('a mark that a power cut left empty stops no later backup', async (t) => {
  const to = temporaryFolder(t);
  const name = 'pupitre-20260101-000000.partial';
  fs.mkdirSync(path.join(to, name));
  fs.writeFileSync(path.join(to, name, 'being-taken.json'), '');
  const { removed } = await inBackup('backup-folder', 'removeUnfinished', to, () => true);
  assert.deepEqual([removed, fs.readdirSync(to)], [[name], []]);
});

test('the oldest complete backups go, and nothing else does', async (t) => {
  const to = temporaryFolder(t);
  const make = (name, isComplete) => {
    fs.mkdirSync(path.join(to, name));
    if (isComplete) fs.writeFileSync(path.join(to, name, 'manifest.json'), '{}');
  };
  for (const day of [1, 2, 3, 4]) make(`pupitre-2026010${day}-030000`, true);
  for (const name of ['pupitre-20250101-030000', 'pupitre-20260101-040000.partial', 'photos']) make(name, false);
  const gone = await inBackup('backup-folder', 'prune', to, 2);
  assert.deepEqual(gone.sort(), ['pupitre-20260101-030000', 'pupitre-20260102-030000']);
  assert.equal(fs.readdirSync(to).length, 5);
  assert.equal(await inBackup('backup-folder', 'findBackup', to), path.join(to, 'pupitre-20260104-030000'));
});

test('a full disk, and a folder that may not be written, are told in a sentence', async (t) => {
  const cause = await writeToFullDisk();
  assert.equal(cause.code, 'ENOSPC');
  const { folderFault } = await import('../../backup/dist/backup-folder.js');
  assert.equal(folderFault(cause, '/sauvegardes').code, 'folder.disk_full');
  const file = path.join(temporaryFolder(t), 'a-file');
  fs.writeFileSync(file, '');
  const refused = await command(t, ['backup', '--to', file], outside());
  assert.match(refused.output, /Impossible d’écrire dans .*a-file/);
});

/** Linux has a device that is always full; elsewhere the system's answer is made up. */
async function writeToFullDisk() {
  if (!fs.existsSync('/dev/full')) return Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const full = await fs.promises.open('/dev/full', 'w');
  const content = Readable.from([Buffer.alloc(300_000, 'x')]);
  return inBackup('stored-file', 'writeInto', full, content, null, 'x').catch((error) => error);
}

test('no database yet, one that does not answer, one without Pupitre: nothing to back up, and nothing is made', async (t) => {
  const [data, to] = [path.join(temporaryFolder(t), 'data'), path.join(temporaryFolder(t), 'to')];
  const none = await command(t, ['backup', '--to', to], { DATA_DIR: data });
  assert.match(none.output, /Il n’y a rien à sauvegarder/);
  assert.ok(!fs.existsSync(to));
  assert.ok(!fs.existsSync(path.join(data, 'pg')));
  const away = await command(t, ['backup', '--to', to], {
    DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z',
    DATA_DIR: data,
  });
  assert.match(away.output, /aucun Postgres ne répond à 127\.0\.0\.1:1/);
  assert.ok(!fs.existsSync(to));
});

test('on Postgres 15 the owner is a member of the backup role for one statement, and not after', async (t) => {
  const taken = await command(t, ['backup', '--to', temporaryFolder(t)], outside());
  assert.equal(taken.code, 0, taken.output);
  const [{ version, isMember }] = await asked(
    postgres.ownerUrl,
    `select current_setting('server_version_num')::int / 10000 as version,
            pg_has_role('pupitre_backup', 'MEMBER') as "isMember"`,
  );
  assert.deepEqual({ version, isMember }, { version: 15, isMember: false });
});

test('the folders given are read from where npm was called', () => {
  const env = { INIT_CWD: '/home/lea' };
  assert.deepEqual(backupOptions(['--to', 'copies', '--keep', '14'], env), {
    to: '/home/lea/copies',
    check: null,
    keep: 14,
    keyFile: null,
  });
  assert.equal(backupOptions(['--verify', '/mnt/nas'], env).check, '/mnt/nas');
  assert.deepEqual(restoreOptions(['--from', '/mnt/nas', '--replace', '--key-file', 'k'], env), {
    from: '/mnt/nas',
    replace: true,
    keyFile: '/home/lea/k',
  });
  for (const args of [[], ['--to', 'a', '--check', 'b'], ['--to', 'a', '--keep', '0'], ['--too', 'a'], ['a']]) {
    assert.throws(() => backupOptions(args, env), { name: 'Refusal' });
  }
  assert.throws(() => restoreOptions(['--replace'], env), /--from DOSSIER/);
});
