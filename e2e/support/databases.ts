import pg from 'pg';

/** The demo as it is at 10 h 42 on Monday 2 March 2026, in a database that every test clones. */
export const demoDay = '2026-03-02';
export const frozenNow = `${demoDay}T10:42+01:00`;
export const template = 'pupitre_e2e_template';
const appPassword = 'e2e-app-role';

function url(name: 'TEST_SUPERUSER_URL' | 'TEST_OWNER_URL', database: string): string {
  const given = process.env[name];
  if (!given) throw new Error(`${name} is not set: run the browser tests by npm test`);
  const copy = new URL(given);
  copy.pathname = `/${database}`;
  return copy.toString();
}

export const ownerUrl = (database: string) => url('TEST_OWNER_URL', database);

export function appUrl(database: string): string {
  const copy = new URL(ownerUrl(database));
  copy.username = 'pupitre_app';
  copy.password = appPassword;
  return copy.toString();
}

export async function isTrueIn(database: string, condition: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url('TEST_SUPERUSER_URL', database) });
  await client.connect();
  try {
    return (await client.query<{ is: boolean }>(`select ${condition} as is`)).rows[0]?.is ?? false;
  } finally {
    await client.end();
  }
}

/** What somebody with the keys of the server could do behind the application's back. */
export async function asSuperuserOf(database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url('TEST_SUPERUSER_URL', database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url('TEST_SUPERUSER_URL', 'postgres') });
  await client.connect();
  try {
    // A template is cloned by one at a time.
    await client.query('select pg_advisory_lock(7002)');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export const dropDatabase = (database: string) => asSuperuser(`drop database if exists ${database} with (force)`);

export const cloneTemplate = (database: string) =>
  asSuperuser(`create database ${database} template ${template} owner pupitre_owner`);
