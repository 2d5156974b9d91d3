/** A Postgres that is not ours: asked, before anything is written, whether Pupitre can live in it. */
import fs from 'node:fs';
import path from 'node:path';
import { connectionRefusal, placeOf } from './connection-refusals.mjs';
import { Refusal } from './say.mjs';

const oldestVersion = 15;
const connectLimitMs = 10_000;

/** Runs `work` on a connection. @throws {Refusal} when there is none */
export async function withConnection(name, address, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: connectLimitMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw connectionRefusal(name, address, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * @typedef {object} Facts
 * @property {number} version major
 * @property {boolean} isReplica @property {boolean} isReadOnly
 * @property {boolean} maySchema create a schema in the database @property {boolean} mayPublic create in `public`
 * @property {boolean} hasGist @property {boolean} mayGist
 * @property {boolean} mayRoles may create roles @property {boolean} rolesExist both roles are there, one may sign in
 * @property {boolean} mayAlterApp may give `pupitre_app` a password
 * @property {boolean} isForeign a schema `app` stands that belongs to another role
 * @property {boolean} appUrlGiven DATABASE_APP_URL is set @property {boolean} secretKept DATA_DIR has the password
 */

/** @returns {Promise<Facts>} */
async function factsOf(client, { appUrl, home }) {
  const { rows: versions } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`);
  const version = versions[0].major;
  if (version < oldestVersion) return { version };
  const { rows } = await client.query(`
    select pg_is_in_recovery() as "isReplica", current_setting('transaction_read_only') = 'on' as "isReadOnly",
      has_database_privilege(current_database(), 'create') as "maySchema",
      coalesce(has_schema_privilege(to_regnamespace('public'), 'create'), false) as "mayPublic",
      exists (select from pg_extension where extname = 'btree_gist') as "hasGist",
      exists (select from pg_available_extension_versions v
               where v.name = 'btree_gist' and (v.trusted or me.rolsuper)) as "mayGist",
      me.rolcreaterole or me.rolsuper as "mayRoles",
      (select count(*) = 2 and bool_or(rolcanlogin) from pg_roles
        where rolname in ('pupitre_app', 'pupitre_backup')) as "rolesExist",
      app.oid is null or me.rolsuper or (me.rolcreaterole and (${version} < 16 or exists (
        select from pg_auth_members g where g.roleid = app.oid and g.member = me.oid and g.admin_option)))
        as "mayAlterApp",
      coalesce((select n.nspowner <> me.oid and not me.rolsuper from pg_namespace n where n.nspname = 'app'), false)
        as "isForeign",
      coalesce(app.rolcanlogin, false) as "appCanLogIn"
    from pg_roles me left join pg_roles app on app.rolname = 'pupitre_app' where me.rolname = current_user`);
  const secretKept = !rows[0].appCanLogIn || fs.existsSync(path.join(home, 'secrets.json'));
  return { version, ...rows[0], appUrlGiven: appUrl !== null, secretKept };
}

/** What stands against it, the gravest first, or null. @param {Facts} facts @returns {string | null} */
export function faultOf(facts) {
  const { version, appUrlGiven } = facts;
  if (version < oldestVersion)
    return `c’est un Postgres ${version}. Pupitre demande la version ${oldestVersion} ou une plus récente`;
  if (facts.isReplica || facts.isReadOnly)
    return 'ce serveur est en lecture seule. Donnez l’adresse du serveur principal';
  if (facts.isForeign)
    return 'cette base tient déjà un Pupitre, qui appartient à un autre rôle. Connectez-vous avec celui-là';
  if (!facts.maySchema)
    return 'ce rôle ne peut pas créer de schéma. Rendez-le propriétaire : alter database … owner to …';
  if (!facts.mayPublic)
    return 'ce rôle ne peut rien créer dans le schéma public. Accordez-le : grant create on schema public to …';
  if (!facts.hasGist && !facts.mayGist) {
    return 'l’extension btree_gist manque, et ce rôle ne peut pas l’ajouter. Demandez : create extension btree_gist';
  }
  if (!facts.mayRoles && !(facts.rolesExist && appUrlGiven)) {
    return 'ce rôle ne peut pas créer de rôle. Accordez-le (alter role … createrole), ou créez pupitre_app et pupitre_backup et donnez DATABASE_APP_URL';
  }
  if (!facts.mayAlterApp && !appUrlGiven) {
    return 'le rôle pupitre_app existe et n’est pas à ce rôle. Donnez son adresse, mot de passe compris, par DATABASE_APP_URL';
  }
  if (!facts.secretKept && !appUrlGiven) {
    return 'le rôle pupitre_app existe déjà et DATA_DIR n’en garde pas le mot de passe. Rendez secrets.json à DATA_DIR, ou donnez DATABASE_APP_URL';
  }
  return null;
}

/**
 * Refuses, before anything is written, a server Pupitre cannot live in.
 * @param {{ databaseUrl: string, appUrl: string | null, home: string }} settings
 */
export async function checkOutside({ databaseUrl, appUrl, home }) {
  const facts = await withConnection('DATABASE_URL', databaseUrl, (client) => factsOf(client, { appUrl, home }));
  const fault = faultOf(facts);
  if (fault) throw new Refusal(`DATABASE_URL (${placeOf(databaseUrl)}) : ${fault}.`);
}

/** The application's own address, once the migration has made its role. */
export const checkApplication = (appUrl) =>
  withConnection('DATABASE_APP_URL', appUrl, (client) => client.query('select 1'));
