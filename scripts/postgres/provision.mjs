/** What Pupitre needs inside a new cluster: an owner that is no superuser, and a database of hers. */

const databaseName = 'pupitre';
const ownerName = 'pupitre_owner';

/** Runs `work` with a connection as superuser; `pg` is loaded here because it exists only after the install. */
async function asSuperuser(superuserUrl, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Idempotent: the secrets file is the truth, so the password is set at every start.
 * The owner may create roles (the migrations create `pupitre_app`), and is neither superuser nor above row security.
 */
export function provision(superuserUrl, ownerPassword) {
  return asSuperuser(superuserUrl, async (client) => {
    const known = await client.query('select from pg_roles where rolname = $1', [ownerName]);
    const verb = known.rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${ownerName} login createrole nosuperuser nobypassrls password ${client.escapeLiteral(ownerPassword)}`,
    );
    const there = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (there.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerName}`);
  });
}

/**
 * Whether everything in the database came from the demo seed: the installation says so, or nobody was ever entered.
 * @returns {Promise<boolean>}
 */
export function holdsOnlyTheDemo(superuserUrl) {
  const url = new URL(superuserUrl);
  url.pathname = `/${databaseName}`;
  return asSuperuser(url.href, async (client) => {
    const { rows: tables } = await client.query("select to_regclass('app.installation') as found");
    if (tables[0].found === null) return true;
    const { rows: installations } = await client.query('select mode from app.installation');
    if (installations.length > 0) return installations[0].mode === 'demo';
    const { rows: accounts } = await client.query('select exists (select from app.account) as some');
    return !accounts[0].some;
  });
}

/** Drops the database with everything in it and makes an empty one. Roles stay: they belong to the cluster. */
export function recreateDatabase(superuserUrl) {
  return asSuperuser(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName} owner ${ownerName}`);
  });
}

export const urlOf = ({ name, password, port, database }) =>
  `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
export const superuserUrlOf = (password, port) => urlOf({ name: 'postgres', password, port, database: 'postgres' });
export const ownerUrlOf = (password, port) => urlOf({ name: ownerName, password, port, database: databaseName });
