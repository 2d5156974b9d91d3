import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { migrate } from '@pupitre/migrations/migrate';
import pg from 'pg';

const database = 'pupitre_bench_live';
const appPassword = 'bench-app-role';
/** A person has at most eight streams. */
const people = 28;

export interface LiveBase {
  readonly practiceId: string;
  /** Hash of a session that may write, for the transactions of the measure. */
  readonly sessionHash: string;
  readonly cookies: readonly string[];
  readonly appUrl: string;
}

function urlOf(base: string | undefined, role?: { user: string; password: string }): string {
  const url = new URL(base ?? '');
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role.user, password: role.password });
  return url.toString();
}

/** A practice with nobody in its agenda and two hundred desks: what is told matters here, not what is read. */
export async function prepareLiveBase(): Promise<LiveBase> {
  const server = new pg.Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await server.connect();
  await server.query(`drop database if exists ${database} with (force)`);
  await server.query(`create database ${database} owner pupitre_owner`);
  await server.end();
  await migrate(urlOf(process.env.TEST_OWNER_URL), appPassword);
  const client = new pg.Client({ connectionString: urlOf(process.env.TEST_SUPERUSER_URL) });
  await client.connect();
  const practiceId = randomUUID();
  await client.query(
    `insert into practice (practice_id, name, city, zone, holiday_zone) values ($1, 'Deux cents postes', 'Lille', 'Europe/Paris', 'FR')`,
    [practiceId],
  );
  const tokens = [];
  for (let person = 0; person < people; person += 1) tokens.push(await signIn(client, practiceId));
  await client.query('create table bench_floor (id text not null); grant insert on bench_floor to pupitre_app');
  await client.end();
  const hash = createHash('sha256')
    .update(tokens[0] ?? '')
    .digest('hex');
  const appUrl = urlOf(process.env.TEST_OWNER_URL, { user: 'pupitre_app', password: appPassword });
  return { practiceId, sessionHash: hash, cookies: tokens.map((token) => `__Host-pupitre=${token}`), appUrl };
}

async function signIn(client: pg.Client, practiceId: string): Promise<string> {
  const [accountId, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await client.query(
    `insert into app.account (id, email, password_hash, display_name, initials) values ($1, $2, 'unset', 'Poste', 'PO')`,
    [accountId, `${accountId}@bench.demo`],
  );
  await client.query(`insert into membership (practice_id, id, account_id, roles) values ($1, $2, $3, '{secretary}')`, [
    practiceId,
    randomUUID(),
    accountId,
  ]);
  await client.query(
    `insert into app.session (token_hash, account_id, ends_at, last_input_at)
     values ($1, $2, now() + interval '10 hours', now() + interval '9 hours')`,
    [createHash('sha256').update(token).digest(), accountId],
  );
  return token;
}
