/** What happens to a backup on its way: each damage is found before anything is written. */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { startPostgres } from '../postgres/start.mjs';
import { afterTheFile, afterwards } from '../testing/afterwards.mjs';
import { asked, migrateBare, newDatabase } from '../testing/commands.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { sentences } from './sentences.mjs';
import { inBackup } from './workspace.mjs';

const key = crypto.randomBytes(32);
const otherKey = crypto.randomBytes(32);
/** Folders of one plain and one encrypted backup, and an empty database to restore into. */
let plain;
let sealed;
let target;
let home;

const wholeFile = afterTheFile();

before(async () => {
  const folder = temporaryFolder(wholeFile);
  home = path.join(folder, 'home');
  const documents = path.join(folder, 'documents');
  fs.mkdirSync(documents);
  fs.writeFileSync(path.join(documents, 'lettre.txt'), 'Chère consœur');
  const postgres = await startPostgres({ home, durable: false, port: 0 });
  afterwards(wholeFile, postgres.stop);
  await migrateAndFound(postgres.ownerUrl);
  target = await newDatabase(postgres, 'target');
  const order = { ownerUrl: postgres.ownerUrl, to: folder, documents, productVersion: '0.1.0' };
  plain = (await inBackup('take-backup', 'takeBackup', { ...order, key: null })).folder;
  sealed = (await inBackup('take-backup', 'takeBackup', { ...order, key })).folder;
});

/** The schema and one practice: its name is long enough to be several bytes of a file. */
async function migrateAndFound(ownerUrl) {
  await migrateBare(ownerUrl);
  await asked(
    ownerUrl,
    `insert into practice (practice_id, name, city, zone, holiday_zone)
     select gen_random_uuid(), 'Cabinet ' || n || ' des Tilleuls', 'Lyon', 'Europe/Paris', 'metropole'
       from generate_series(1, 500) n`,
  );
}

const restore = (from, changes = {}) =>
  inBackup('restore-backup', 'restoreBackup', {
    ownerUrl: target.ownerUrl,
    home: path.join(home, 'restored'),
    from,
    key: null,
    replace: false,
    ...changes,
  });

async function assertRefused(attempt, sentence) {
  await assert.rejects(attempt, (error) => {
    assert.match(error.message, sentence);
    return error.name === 'Refusal';
  });
  const left = await asked(target.ownerUrl, `select relname from pg_class where relnamespace = 'public'::regnamespace`);
  assert.deepEqual(left, [], 'nothing was written');
}

/** A copy of a backup that `change` may spoil. */
function spoiled(t, folder, change) {
  const copy = path.join(temporaryFolder(t), path.basename(folder));
  fs.cpSync(folder, copy, { recursive: true });
  change(copy);
  return copy;
}

function flip(file, at = Math.floor(fs.statSync(file).size / 2)) {
  const bytes = fs.readFileSync(file);
  bytes[at] ^= 1;
  fs.writeFileSync(file, bytes);
}

const kinds = ['manifest.json', 'manifest.seal', 'public.practice.copy.gz', 'documents.pack.gz'];
for (const kind of kinds) {
  test(`one flipped bit in ${kind}`, async (t) => {
    await assertRefused(restore(spoiled(t, plain, (copy) => flip(path.join(copy, kind)))), /abîmé|n’est plus tel/);
    const file = kind.endsWith('.gz') ? `${kind}.sealed` : kind;
    const copy = spoiled(t, sealed, (folder) => flip(path.join(folder, file)));
    await assertRefused(restore(copy, { key }), /abîmé|n’est plus tel|Cette clé/);
  });
}

test('every single byte of a small file counts', async (t) => {
  const file = 'documents.pack.gz.sealed';
  const backup = await inBackup(
    'check-backup',
    'openBackup',
    spoiled(t, sealed, () => {}),
    key,
  );
  const whole = path.join(backup.storage.folder, file);
  const bytes = fs.readFileSync(whole);
  for (let at = 0; at < bytes.length; at += 1) {
    flip(whole, at);
    await assert.rejects(inBackup('check-backup', 'unpackDocuments', backup, null), /n’est plus tel/, `byte ${at}`);
    fs.writeFileSync(whole, bytes);
  }
  await inBackup('check-backup', 'checkBackup', backup);
});

test('a file cut short, a file missing, a file longer', async (t) => {
  for (const [folder, name, given] of [
    [plain, 'public.practice.copy.gz', null],
    [sealed, 'public.practice.copy.gz.sealed', key],
  ]) {
    const cut = spoiled(t, folder, (copy) => fs.truncateSync(path.join(copy, name), 1000));
    await assertRefused(restore(cut, { key: given }), /n’est plus tel/);
    const longer = spoiled(t, folder, (copy) => fs.appendFileSync(path.join(copy, name), 'x'));
    await assertRefused(restore(longer, { key: given }), /n’est plus tel/);
    const missing = spoiled(t, folder, (copy) => fs.rmSync(path.join(copy, name)));
    await assertRefused(restore(missing, { key: given }), /Il manque public\.practice/);
  }
});

test('two files that took each other’s name', async (t) => {
  for (const [folder, end, given] of [
    [plain, 'copy.gz', null],
    [sealed, 'copy.gz.sealed', key],
  ]) {
    const swapped = spoiled(t, folder, (copy) => {
      const [one, other] = [`public.practice.${end}`, `public.site.${end}`].map((name) => path.join(copy, name));
      fs.renameSync(one, `${one}.away`);
      fs.renameSync(other, one);
      fs.renameSync(`${one}.away`, other);
    });
    await assertRefused(restore(swapped, { key: given }), /n’est plus tel/);
  }
});

test('whoever rewrites manifest and hashes without the key is found out', async (t) => {
  const forged = spoiled(t, sealed, (copy) => {
    const manifest = path.join(copy, 'manifest.json');
    fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace('"rows": 500', '"rows": 499'));
    const sha256 = crypto.createHash('sha256').update(fs.readFileSync(manifest)).digest('hex');
    const seal = JSON.parse(fs.readFileSync(path.join(copy, 'manifest.seal'), 'utf8'));
    fs.writeFileSync(path.join(copy, 'manifest.seal'), JSON.stringify({ ...seal, sha256 }));
  });
  await assertRefused(restore(forged, { key }), /sommaire.*abîmé/);
});

test('a backup that nobody signed does not pass for one of the key’s', async () => {
  await assertRefused(restore(plain, { key }), /n’est pas chiffrée, alors qu’une clé est donnée/);
});

test('a sealed file opens under its own name only, whole and in order', async () => {
  const secret = new (await load('backup-key')).BackupSecret(key, crypto.randomBytes(16));
  const { sealStream, openStream } = await load('sealed-stream');
  for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
    const content = crypto.randomBytes(size);
    const bytes = await through(content, sealStream(secret, 'one'));
    assert.deepEqual(await through(bytes, openStream(secret, 'one')), content);
    await assert.rejects(through(bytes, openStream(secret, 'two')));
    await assert.rejects(through(bytes.subarray(0, -1), openStream(secret, 'one')));
  }
  const bytes = await through(crypto.randomBytes(3 * 65_536), sealStream(secret, 'one'));
  const chunk = (n) => bytes.subarray(24 + n * 65_552, 24 + (n + 1) * 65_552);
  for (const order of [[1, 0, 2], [0, 1], [0, 2], [0, 0, 1, 2], []]) {
    const shuffled = Buffer.concat([bytes.subarray(0, 24), ...order.map(chunk)]);
    await assert.rejects(through(shuffled, openStream(secret, 'one')), `chunks ${order}`);
  }
});

const load = (file) => import(`../../backup/dist/${file}.js`);

async function through(content, stream) {
  const pieces = [];
  stream.on('data', (piece) => pieces.push(piece));
  const ended = new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
  for (let at = 0; at < content.length; at += 10_000) stream.write(content.subarray(at, at + 10_000));
  stream.end();
  await ended;
  return Buffer.concat(pieces);
}

test('the key: wrong, missing, malformed, unreadable, kept beside the backups', async (t) => {
  await assertRefused(restore(sealed, { key: otherKey }), /Cette clé n’est pas celle/);
  await assertRefused(restore(sealed), /est chiffrée.*--key-file/);
  const parse = (written) => inBackup('backup-key', 'parseKey', written);
  for (const written of [key.toString('hex'), `${key.toString('base64')}\n`, key.toString('base64url')]) {
    assert.deepEqual(await parse(written), key);
  }
  for (const written of ['', 'abcd', key.toString('hex').slice(1), `${key.toString('hex')}0`, 'motdepasse']) {
    await assert.rejects(parse(written), /32 octets.*openssl rand/);
  }
  const folder = temporaryFolder(t);
  const read = (file) => inBackup('backup-key', 'readKeyFile', path.join(folder, file), path.join(folder, 'backups'));
  fs.mkdirSync(path.join(folder, 'backups'));
  fs.writeFileSync(path.join(folder, 'pupitre.cle'), key.toString('hex'));
  fs.writeFileSync(path.join(folder, 'backups', 'pupitre.cle'), key.toString('hex'));
  assert.deepEqual(await read('pupitre.cle'), key);
  await assert.rejects(read('backups/pupitre.cle'), /rangée avec les sauvegardes/);
  await assert.rejects(read('nowhere'), /ne peut pas être lue \(ENOENT\)/);
  for (const file of fs.readdirSync(sealed)) {
    const content = fs.readFileSync(path.join(sealed, file), 'latin1');
    assert.ok(!content.includes(key.toString('hex')) && !content.includes(key.toString('latin1')), file);
    assert.ok(!content.includes('Tilleuls') && !content.includes('consœur'), file);
  }
});

test('a backup of a newer version, of a newer format, of nothing, or unfinished', async (t) => {
  const rewritten = (change) =>
    spoiled(t, plain, (copy) => {
      const manifest = JSON.parse(fs.readFileSync(path.join(copy, 'manifest.json'), 'utf8'));
      const content = JSON.stringify(change(manifest));
      const sha256 = crypto.createHash('sha256').update(content).digest('hex');
      fs.writeFileSync(path.join(copy, 'manifest.json'), content);
      fs.writeFileSync(path.join(copy, 'manifest.seal'), JSON.stringify({ sha256, hmac: null }));
    });
  const newerSchema = rewritten((manifest) => ({ ...manifest, migrations: [...manifest.migrations, 'Later1999'] }));
  await assertRefused(restore(newerSchema), /version plus récente de Pupitre \(Later1999\)/);
  await assertRefused(restore(rewritten((manifest) => ({ ...manifest, format: 2 }))), /version plus récente/);
  const elsewhere = rewritten((manifest) => ({
    ...manifest,
    tables: manifest.tables.map((table) => ({ ...table, file: { ...table.file, name: '../../etc/passwd' } })),
  }));
  await assertRefused(restore(elsewhere), /sommaire.*abîmé/);
  await assertRefused(restore(temporaryFolder(t)), /ne contient pas de sauvegarde/);
  await assertRefused(restore(`${plain}.partial`), /sauvegarde interrompue/);
});

test('rows that read back otherwise than they were are found by their checksum, and everything is taken back', async (t) => {
  const { readManifest, writeManifest } = await load('manifest');
  const copy = spoiled(t, plain, () => {});
  const { manifest } = await readManifest(copy, null);
  for (const name of ['manifest.json', 'manifest.seal']) fs.rmSync(path.join(copy, name));
  const tables = manifest.tables.map((table) => (table.name === 'practice' ? { ...table, rowChecksum: '1' } : table));
  await writeManifest(copy, { ...manifest, tables }, null);
  await assertRefused(restore(copy), /lignes relues de practice ne sont pas celles/);
});

test('each refusal has its sentence', async () => {
  const { faultCodes } = await load('backup-fault');
  assert.deepEqual(Object.keys(sentences).sort(), [...faultCodes].sort());
});
