/** The API as a child: web and API on one port, connected as the application's role only. */
import fs from 'node:fs';
import path from 'node:path';
import { fileRefusal } from '../postgres/refusals.mjs';
import { childEnv, launchNode } from './children.mjs';
import { freePortFrom } from './ports.mjs';
import { inRoot } from './root.mjs';
import { Refusal, say, step, tail } from './say.mjs';
import { addressOf } from './settings.mjs';

const healthLimitMs = 90_000;
/** It gives the requests under way 25 seconds, then its jobs five. */
const stopPatienceMs = 32_000;
const journalLimitBytes = 10_000_000;

/**
 * @param {{ appUrl: string, host: string, port: number, home: string }} options
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, address: string, health: object, journal: string }>}
 * @throws {Refusal} when it ends, or does not answer, before it is healthy
 */
export async function startApi({ appUrl, host, port: wanted, home }) {
  const port = await freePortFrom(host, wanted);
  if (wanted !== 0 && port !== wanted) say(`Le port ${wanted} est pris : Pupitre prend le ${port}.`);
  const journal = openJournal(home);
  const env = childEnv({
    DATABASE_APP_URL: appUrl,
    DATABASE_URL: undefined,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    PORT: String(port),
    HOST: host,
    DATA_DIR: home,
    WEB_DIR: inRoot('apps/web/dist'),
  });
  const child = launchNode([inRoot('apps/api/dist/main.js')], {
    env,
    out: journal.descriptor,
    patienceMs: stopPatienceMs,
  });
  fs.closeSync(journal.descriptor);
  const address = addressOf(host, port);
  const health = await step('Ouverture de l’application', () => untilHealthy(child, address, journal));
  return { child, address, health, journal: journal.file };
}

/** Appends to api.log; the last one is kept when it grew large, so that a disk is never filled. */
function openJournal(home) {
  const file = path.join(home, 'api.log');
  try {
    if (fs.existsSync(file) && fs.statSync(file).size > journalLimitBytes) fs.renameSync(file, `${file}.1`);
    const descriptor = fs.openSync(file, 'a', 0o600);
    return { file, descriptor, from: fs.fstatSync(descriptor).size };
  } catch (error) {
    throw fileRefusal(error, home);
  }
}

const endOf = ({ file, from }) => tail(fs.readFileSync(file).subarray(from).toString('utf8'), 20);

async function untilHealthy(child, address, journal) {
  const until = Date.now() + healthLimitMs;
  let answer = 'aucune réponse';
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Refusal(`L’application s’est arrêtée avant d’être prête.\n${endOf(journal)}`);
    }
    try {
      const reply = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (reply.ok) return await reply.json();
      answer = `réponse ${reply.status}`;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Refusal(`L’application n’est pas prête après ${healthLimitMs / 1000} s (${answer}).\n${endOf(journal)}`);
}
