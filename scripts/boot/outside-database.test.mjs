/** Every way an outside Postgres can be unfit, on a real server: one sentence each, and nothing written. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startPostgres } from '../postgres/start.mjs';
import { temporaryFolder } from '../testing/folders.mjs';
import { query } from '../testing/query.mjs';
import { connectionRefusal } from './connection-refusals.mjs';
import { checkApplication, checkOutside, faultOf } from './outside-database.mjs';
import { Refusal } from './say.mjs';

let postgres;
let home;
const undo = [];
const secret = 'tres-secret';
before(async () => {
  home = temporaryFolder({ after: (end) => undo.push(end) });
  postgres = await startPostgres({ home, durable: false, port: 0, patienceMs: 0 });
});
after(async () => {
  await postgres.stop();
  for (const end of undo) await end();
});

const admin = (statement) => query(postgres.superuserUrl, statement);
const at = (change) => Object.assign(new URL(postgres.ownerUrl), change).href;
const empty = (t) => temporaryFolder(t);

/** A database of a role made for this test. */
async function madeFor(name, roleOptions = 'createrole', { owned = true } = {}) {
  await admin(`create role ${name} login password '${secret}' ${roleOptions}`);
  await admin(`create database ${name} ${owned ? `owner ${name}` : ''}`);
  return at({ pathname: `/${name}`, username: name, password: secret });
}

async function refusal(databaseUrl, options = {}) {
  const settings = { databaseUrl, appUrl: null, home, ...options };
  const error = await checkOutside(settings).then(
    () => null,
    (thrown) => thrown,
  );
  if (error === null) return null;
  assert.ok(error instanceof Refusal, error.stack);
  assert.equal(error.message.split('\n').length, 1, 'one line');
  assert.ok(!error.message.includes(new URL(databaseUrl).password), 'no password in a sentence');
  return error.message;
}

test('an owner that may create roles is welcome, and nothing was written', async () => {
  assert.equal(await refusal(await madeFor('welcome')), null);
  const [{ count }] = await query(
    at({ pathname: '/welcome' }),
    "select count(*)::int from pg_namespace where nspname = 'app'",
  );
  assert.equal(count, 0);
});

test('nobody listens, nobody has that name', async () => {
  assert.match(await refusal('postgres://a:secret@127.0.0.1:1/b'), /aucun Postgres ne répond à 127\.0\.0\.1:1\/b/);
  assert.match(await refusal('postgres://a:secret@nowhere.invalid/b'), /nowhere\.invalid:5432/);
});

test('a wrong password, an unknown base, no right to connect', async () => {
  assert.match(await refusal(at({ password: 'faux' })), /mot de passe du rôle « pupitre_owner » est refusé/);
  assert.match(await refusal(at({ pathname: '/absente' })), /la base « absente » n’existe pas/);
  await madeFor('closed');
  await admin('create role stranger login createrole password $$tres-secret$$');
  await admin('revoke connect on database closed from public');
  assert.match(
    await refusal(at({ pathname: '/closed', username: 'stranger', password: secret })),
    /« stranger » n’a pas le droit de se connecter/,
  );
});

test('TLS asked of a server without it, and a server that asks for it', async () => {
  assert.match(await refusal(at({ search: '?sslmode=verify-full' })), /ne parle pas TLS/);
  const rules = path.join(postgres.folder, 'pg', 'pg_hba.conf');
  const kept = fs.readFileSync(rules, 'utf8');
  const owner = await madeFor('tls_only');
  fs.writeFileSync(
    rules,
    `hostssl tls_only all 127.0.0.1/32 scram-sha-256\nhost tls_only all 127.0.0.1/32 reject\n${kept}`,
  );
  await admin('select pg_reload_conf()');
  try {
    // The server reads its rules a moment after it was asked to.
    const until = Date.now() + 10_000;
    let said = null;
    while (said === null && Date.now() < until) said = await refusal(owner);
    assert.match(said, /exige TLS. Ajoutez \?sslmode=verify-full/);
  } finally {
    fs.writeFileSync(rules, kept);
    await admin('select pg_reload_conf()');
  }
});

test('no right to create roles: refused, unless a hand made them and gave the address', async (t) => {
  const owner = await madeFor('modest', 'nocreaterole');
  assert.match(await refusal(owner), /ne peut pas créer de rôle.*createrole.*DATABASE_APP_URL\.$/);
  await admin(`create role pupitre_app login password 'app'`);
  await admin('create role pupitre_backup nologin');
  const appUrl = at({ pathname: '/modest', username: 'pupitre_app', password: 'app' });
  assert.equal(await refusal(owner, { appUrl }), null);
  await checkApplication(appUrl);
  await assert.rejects(
    checkApplication(at({ pathname: '/modest', username: 'pupitre_app', password: 'faux' })),
    /^Refusal: DATABASE_APP_URL : le mot de passe du rôle « pupitre_app » est refusé/,
  );
  const other = await madeFor('other');
  assert.match(await refusal(other), /pupitre_app existe et n’est pas à ce rôle/);
  await admin('grant pupitre_app to other with admin option');
  assert.match(await refusal(other, { home: empty(t) }), /DATA_DIR n’en garde pas le mot de passe/);
  const holder = empty(t);
  fs.writeFileSync(path.join(holder, 'secrets.json'), '{}');
  assert.equal(await refusal(other, { home: holder }), null);
  await admin('drop role pupitre_app');
  await admin('drop role pupitre_backup');
});

test('no right in the database, in its public schema, or to its extension', async () => {
  const guest = await madeFor('guest', 'createrole', { owned: false });
  assert.match(await refusal(guest), /ne peut pas créer de schéma/);
  await admin('grant create on database guest to guest');
  assert.match(await refusal(guest), /ne peut rien créer dans le schéma public/);
});

test('a base that holds a Pupitre of somebody else', async () => {
  const second = await madeFor('second');
  await query(second, 'create schema app');
  await admin('create role newcomer login createrole password $$tres-secret$$');
  await admin('grant create on database second to newcomer');
  assert.match(
    await refusal(at({ pathname: '/second', username: 'newcomer', password: secret })),
    /appartient à un autre rôle/,
  );
});

test('a server in read only', async () => {
  const owner = await madeFor('quiet');
  await admin('alter role quiet set default_transaction_read_only = on');
  assert.match(await refusal(owner), /lecture seule/);
});

const fit = {
  ...{ version: 15, isReplica: false, isReadOnly: false, maySchema: true, mayPublic: true, hasGist: false },
  ...{ mayGist: true, mayRoles: true, rolesExist: false, mayAlterApp: true, isForeign: false },
  ...{ appUrlGiven: false, secretKept: true },
};
test('what no server here can be: too old, a replica, without the extension', () => {
  assert.equal(faultOf(fit), null);
  assert.match(faultOf({ version: 14 }), /Postgres 14.*version 15/);
  assert.match(faultOf({ ...fit, isReplica: true }), /lecture seule/);
  assert.match(faultOf({ ...fit, mayGist: false }), /btree_gist manque/);
  assert.equal(faultOf({ ...fit, hasGist: true, mayGist: false }), null);
});

for (const [code, message, sentence] of [
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate', /certificat.*sslrootcert/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'altnames', /certificat/],
  ['28000', 'no pg_hba.conf entry for host "1.2.3.4", no encryption', /exige TLS.*sslmode=verify-full/],
  ['53300', 'sorry, too many clients already', /connexion libre/],
  ['', 'timeout expired', /ne répond pas/],
  ['XX000', 'something new', /a échoué \(XX000\)/],
]) {
  test(`« ${message} » becomes a sentence`, () => {
    const error = Object.assign(new Error(message), { code });
    assert.match(connectionRefusal('DATABASE_URL', 'postgres://a:b@h/c', error).message, sentence);
  });
}
