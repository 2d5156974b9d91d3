/** The commands of backup and restore as children, and the databases they work on. */
import { spawn } from 'node:child_process';
import pg from 'pg';
import { childEnv } from '../boot/children.mjs';
import { inRoot } from '../boot/root.mjs';
import { afterwards } from './afterwards.mjs';

const program = inRoot('scripts', 'testing', 'prepared-command.mjs');

/**
 * Starts a command; `done` resolves when it has ended.
 * @param {import('node:test').TestContext} t @param {string[]} args @param {object} env DATA_DIR, DATABASE_URL…
 */
export function begin(t, args, env) {
  const settings = { DATABASE_URL: undefined, DATABASE_APP_URL: undefined, PUPITRE_BACKUP_KEY: undefined, ...env };
  const child = spawn(process.execPath, [program, ...args], { env: childEnv(settings) });
  afterwards(t, () => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const done = new Promise((resolve) => child.once('close', (code) => resolve({ code, output: unspaced(output) })));
  return { child, done };
}

/** Runs a command to its end. @returns {Promise<{ code: number, output: string }>} with plain spaces */
export const command = (t, args, env) => begin(t, args, env).done;

const unspaced = (text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Another database of the same server. */
export function urlOf(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/**
 * A database of the owner's: empty, or a copy of another one nobody is connected to.
 * @returns {Promise<{ ownerUrl: string, superuserUrl: string }>}
 */
export async function newDatabase(postgres, name, template = 'template1') {
  await asked(postgres.superuserUrl, `create database ${name} owner pupitre_owner template ${template}`);
  return { ownerUrl: urlOf(postgres.ownerUrl, name), superuserUrl: urlOf(postgres.superuserUrl, name) };
}

/** @returns {Promise<object[]>} rows */
export async function asked(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Asks again until the answer is true. @throws after `limitMs` */
export async function until(what, condition, limitMs = 60_000) {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`waited ${limitMs} ms in vain: ${what}`);
}

/** The schema with nothing in it: without the 37 000 communes, which cost each test a second. */
export async function migrateBare(ownerUrl) {
  const { migrate } = await import('../../migrations/dist/migrate.js');
  await migrate(ownerUrl, 'secret-of-the-app');
  await asked(ownerUrl, 'delete from commune; delete from act');
}
