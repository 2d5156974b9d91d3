/** Restores over what is there, and those that are killed. */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import pg from 'pg';
import { startPostgres } from '../postgres/start.mjs';
import { afterTheFile, afterwards } from '../testing/afterwards.mjs';
import { asked, begin, command, migrateBare, newDatabase, until } from '../testing/commands.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { rowStates, statesOf } from '../testing/row-states.mjs';
import { settleKilledRestore } from './put-back.mjs';
import { inBackup } from './workspace.mjs';

const wholeFile = afterTheFile();
let folder;
let postgres;
/** A backup of `source`. */
let backup;
let source;

before(async () => {
  folder = temporaryFolder(wholeFile);
  postgres = await startPostgres({ home: path.join(folder, 'home'), durable: false, port: 0 });
  afterwards(wholeFile, postgres.stop);
  await migrateBare((await newDatabase(postgres, 'pristine')).ownerUrl);
  source = await migrated('source');
  await asked(source.ownerUrl, practices(3));
  await asked(source.ownerUrl, account('helene@cabinet.example'));
  backup = await take(source, path.join(folder, 'documents'));
});

const migrated = (name) => newDatabase(postgres, name, 'pristine');

const asApp = (ownerUrl) => ownerUrl.replace(/\/\/[^@]+@/, '//pupitre_app:secret-of-the-app@');
const envOf = ({ ownerUrl }, home) => ({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: asApp(ownerUrl), DATA_DIR: home });

const practices = (count) => `
  insert into practice (practice_id, name, city, zone, holiday_zone)
  select gen_random_uuid(), 'Cabinet ' || n, 'Lyon', 'Europe/Paris', 'metropole' from generate_series(1, ${count}) n`;
const account = (email) => `
  insert into app.account (id, email, password_hash, display_name, initials)
  values (gen_random_uuid(), '${email}', 'hash', 'Hélène', 'H')`;

const take = (database, documents, changes = {}) =>
  inBackup('take-backup', 'takeBackup', {
    ownerUrl: database.ownerUrl,
    to: path.join(folder, 'backups', crypto.randomUUID()),
    key: null,
    documents,
    productVersion: '0.1.0',
    ...changes,
  });

const restore = (database, home, changes = {}) =>
  inBackup('restore-backup', 'restoreBackup', {
    ownerUrl: database.ownerUrl,
    home,
    from: backup.folder,
    key: null,
    replace: false,
    ...changes,
  });

const homeOf = (t) => path.join(temporaryFolder(t), 'data');
const tablesOf = ({ superuserUrl }) =>
  asked(superuserUrl, `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);

/** What makes a schema: constraints, indexes, policies, grants, functions. */
async function shapeOf({ superuserUrl }) {
  const rows = await asked(
    superuserUrl,
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line
       from pg_constraint where connamespace::regnamespace::text in ('public', 'app', 'pgboss')
     union all select indexdef from pg_indexes where schemaname in ('public', 'app', 'pgboss')
     union all select tablename || ' ' || policyname || ' ' || coalesce(qual, '') || roles::text || permissive
       from pg_policies
     union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '')
       from pg_class where relnamespace::regnamespace::text in ('public', 'app', 'pgboss') and relkind in ('r', 'p')
     union all select oid::regprocedure || coalesce(proacl::text, '') || prosecdef
       from pg_proc where pronamespace::regnamespace::text in ('public', 'app', 'pgboss')`,
  );
  return rows.map(({ line }) => line).sort();
}

test('into an empty database: the same rows, and the very schema the migrations make', async (t) => {
  const database = await newDatabase(postgres, 'fresh');
  await restore(database, homeOf(t));
  assert.deepEqual(await rowStates(database.superuserUrl), statesOf(backup.manifest));
  assert.deepEqual(await shapeOf(database), await shapeOf(source));
});

test('a practice that is there is not written over, unless that is asked for', async (t) => {
  const database = await migrated('taken');
  await asked(database.ownerUrl, practices(1));
  const home = homeOf(t);
  const [before, said] = [await rowStates(database.superuserUrl), /contient déjà.*--replace/];
  await assert.rejects(restore(database, home), said);
  assert.deepEqual(await rowStates(database.superuserUrl), before);
  await restore(database, home, { replace: true });
  assert.deepEqual(await rowStates(database.superuserUrl), statesOf(backup.manifest));

  const empty = await newDatabase(postgres, 'documents_only');
  fs.mkdirSync(path.join(home, 'documents'), { recursive: true });
  fs.writeFileSync(path.join(home, 'documents', 'seul.txt'), 'ne me perdez pas');
  await assert.rejects(restore(empty, home), said);
});

test('a database where desks are open, and one of something else, are refused', async (t) => {
  const database = await migrated('open');
  const desk = new pg.Client({
    connectionString: asApp(database.ownerUrl),
  });
  await desk.connect();
  afterwards(t, () => desk.end());
  await assert.rejects(restore(database, homeOf(t), { replace: true }), /Pupitre est ouvert.*1 connexion\)/);

  const foreign = await newDatabase(postgres, 'blog');
  await asked(foreign.ownerUrl, 'create table post (id int)');
  await assert.rejects(restore(foreign, homeOf(t), { replace: true }), /autre chose que Pupitre \(public\.post\)/);
  assert.deepEqual(await tablesOf(foreign), [{ relname: 'post' }]);
});

test('a backup of an older version is restored as it was, then brought up to date', async (t) => {
  const { bringSchemaTo, inOneTransaction } = await import('../../backup/dist/schema-at.js');
  const old = await newDatabase(postgres, 'old');
  const names = backup.manifest.migrations.slice(0, 9);
  assert.match(names.at(-1), /1772000009000$/);
  await inOneTransaction(old.ownerUrl, (db) => bringSchemaTo(db, names));
  await asked(old.ownerUrl, `${practices(2)}; ${account('ancienne@cabinet.example')}`);
  // Its tables did not let the backup role read accounts yet.
  const taken = await take(old, path.join(folder, 'documents'));
  assert.deepEqual(taken.manifest.migrations, names);
  const database = await newDatabase(postgres, 'renewed');
  await restore(database, homeOf(t), { from: taken.folder });
  assert.deepEqual(await shapeOf(database), await shapeOf(source));
  assert.equal((await asked(database.superuserUrl, 'select from practice')).length, 2);
  assert.equal((await asked(database.superuserUrl, 'select from app.account')).length, 1);
});

/** Starts a restore and kills it with -9 while its transaction is open. */
async function killInTheMiddle(t, database, home, args = []) {
  const { child, done } = begin(t, ['restore', '--from', backup.folder, ...args], envOf(database, home));
  const watcher = new pg.Client({ connectionString: postgres.superuserUrl });
  await watcher.connect();
  const count = async (condition) => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const sql = `select from pg_stat_activity where datname = $1 and ${condition}`;
    return (await watcher.query(sql, [name])).rowCount;
  };
  const loading = `backend_xid is not null and query ~* '^(copy|select count)'`;
  await until('the restore writes rows', async () => (await count(loading)) > 0);
  child.kill('SIGKILL');
  await done;
  await until('the server noticed', async () => (await count('true')) === 0);
  await watcher.end();
}

test('kill -9 in the middle of a restore into an empty database: still empty, and the next start says why', async (t) => {
  const database = await newDatabase(postgres, 'killed_empty');
  const home = homeOf(t);
  await killInTheMiddle(t, database, home);
  assert.deepEqual(await tablesOf(database), []);
  const start = () => settleKilledRestore({ home, ownerUrl: database.ownerUrl });
  await assert.rejects(start(), /a été interrompue et la base est encore vide.*Relancez npm run restore/s);
  await assert.rejects(start(), /interrompue/);
  const again = await command(t, ['restore', '--from', backup.folder], envOf(database, home));
  assert.equal(again.code, 0, again.output);
  const { 'public.practice': restored } = await rowStates(database.superuserUrl);
  assert.deepEqual(restored, statesOf(backup.manifest)['public.practice']);
  await start();
});

test('kill -9 in the middle of a replacement: the old practice and its documents are untouched', async (t) => {
  const database = await migrated('killed_full');
  await asked(database.ownerUrl, practices(7));
  const home = homeOf(t);
  fs.mkdirSync(path.join(home, 'documents'), { recursive: true });
  fs.writeFileSync(path.join(home, 'documents', 'ancien.txt'), 'ancien');
  const before = await rowStates(database.superuserUrl);
  await killInTheMiddle(t, database, home, ['--replace']);
  assert.deepEqual(await rowStates(database.superuserUrl), before);
  await settleKilledRestore({ home, ownerUrl: database.ownerUrl });
  assert.deepEqual(fs.readdirSync(path.join(home, 'documents')), ['ancien.txt']);
  assert.ok(!fs.existsSync(path.join(home, 'restoring')));
});

test('killed between the commit and the documents: the next start puts them in place', async (t) => {
  const database = await migrated('killed_late');
  const home = homeOf(t);
  fs.mkdirSync(path.join(home, 'documents'), { recursive: true });
  fs.writeFileSync(path.join(home, 'documents', 'ancien.txt'), 'ancien');
  const id = crypto.randomUUID();
  const staged = await inBackup('staged-restore', 'openStage', home, { id, from: '/ailleurs', startedAt: '' });
  fs.writeFileSync(path.join(staged, 'nouveau.txt'), 'nouveau');
  await asked(
    database.ownerUrl,
    `insert into app.restoration (id, backup_id, taken_at, product_version) values ('${id}', '${id}', now(), '0.1.0')`,
  );
  await settleKilledRestore({ home, ownerUrl: database.ownerUrl });
  await settleKilledRestore({ home, ownerUrl: database.ownerUrl });
  assert.deepEqual(fs.readdirSync(home), ['documents']);
  assert.deepEqual(fs.readdirSync(path.join(home, 'documents')), ['nouveau.txt']);
});

test('a row whose parent is missing is found when the keys come back, and nothing is kept', async (t) => {
  const orphaned = await migrated('orphaned');
  await asked(
    orphaned.superuserUrl,
    `alter table site drop constraint site_practice_id_fkey;
     insert into site (practice_id, id, name, street, postal_code, city)
     select gen_random_uuid(), gen_random_uuid(), 'Sans cabinet', '', '', ''`,
  );
  const { folder: from } = await take(orphaned, path.join(folder, 'documents'));
  const database = await newDatabase(postgres, 'strict');
  await assert.rejects(restore(database, homeOf(t), { from }), /table site refuse les lignes.*site_practice_id_fkey/);
  assert.deepEqual(await tablesOf(database), []);
});

test('from Postgres 16 on the backup role is lent to the owner, who inherits nothing of it', async () => {
  const [lent] = await asked(
    source.ownerUrl,
    `select pg_has_role('pupitre_backup', 'SET') as "maySet", pg_has_role('pupitre_backup', 'USAGE') as inherits`,
  );
  assert.deepEqual(lent, { maySet: true, inherits: false });
});

test('a table that hides its rows from the backup is refused, not saved empty', async () => {
  const database = await migrated('hidden');
  await asked(database.ownerUrl, 'drop policy backup on patient');
  await assert.rejects(take(database, path.join(folder, 'documents')), /patient cache ses lignes/);
});
