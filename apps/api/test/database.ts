import pg from 'pg';

const appRole = { user: 'pupitre_app', password: 'test-app-role' };

export function serverUrls(): { superuser: string; owner: string } {
  const superuser = process.env.TEST_SUPERUSER_URL;
  const owner = process.env.TEST_OWNER_URL;
  if (!superuser || !owner)
    throw new Error('TEST_SUPERUSER_URL and TEST_OWNER_URL are not set: run the tests by npm test');
  return { superuser, owner };
}

export function withDatabase(url: string, database: string, role?: { user: string; password: string }): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  if (role) {
    copy.username = role.user;
    copy.password = role.password;
  }
  return copy.toString();
}

export function appUrl(database: string): string {
  return withDatabase(serverUrls().owner, database, appRole);
}

export async function asSuperuser<T>(act: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, database) });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** A fresh database cloned from the migrated template. */
export async function cloneTemplate(database: string): Promise<void> {
  const template = process.env.PUPITRE_TEST_TEMPLATE;
  if (!template) throw new Error('the migrated template is missing: the global setup did not run');
  await asSuperuser(async (client) => {
    // Two files cloning at once: the template takes one at a time.
    await client.query('select pg_advisory_lock(7001)');
    await client.query(`create database ${database} template ${template} owner pupitre_owner`);
  });
}

export async function cutConnections(database: string): Promise<void> {
  await asSuperuser((client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = $2`, [
      database,
      appRole.user,
    ]),
  );
}

export async function dropDatabase(database: string): Promise<void> {
  await asSuperuser((client) => client.query(`drop database if exists ${database} with (force)`));
}
