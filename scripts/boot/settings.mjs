/** The environment of the root scripts, read and checked once. README.md lists the variables. */
import path from 'node:path';
import { root } from './root.mjs';
import { Refusal } from './say.mjs';

/**
 * @typedef {object} Settings
 * @property {number} port wanted port, 0 = any
 * @property {string} host
 * @property {string} home absolute DATA_DIR
 * @property {string | null} databaseUrl an outside Postgres; null = the embedded one
 * @property {string | null} appUrl DATABASE_APP_URL
 * @property {'demo' | 'none'} seed
 * @property {string | null} publicUrl
 */

/** @returns {Settings} @throws {Refusal} on a value that cannot be meant */
export function readSettings(env = process.env) {
  const databaseUrl = text(env.DATABASE_URL);
  return {
    port: portOf(env.PORT),
    host: text(env.HOST) ?? '127.0.0.1',
    home: path.resolve(root, text(env.DATA_DIR) ?? '.data'),
    databaseUrl: postgresUrl('DATABASE_URL', databaseUrl),
    appUrl: postgresUrl('DATABASE_APP_URL', text(env.DATABASE_APP_URL)),
    seed: seedOf(env.PUPITRE_SEED, databaseUrl),
    publicUrl: text(env.PUBLIC_URL),
  };
}

const text = (value) => (value === undefined || value.trim() === '' ? null : value.trim());

function portOf(value) {
  const port = Number(text(value) ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Refusal(`PORT doit être un nombre entre 0 et 65535 ; reçu « ${value} ».`);
}

function postgresUrl(name, value) {
  if (value === null || /^postgres(ql)?:\/\//.test(value)) return value;
  throw new Refusal(`${name} doit commencer par postgres:// : la valeur reçue n’est pas une adresse Postgres.`);
}

function seedOf(value, databaseUrl) {
  const seed = text(value) ?? (databaseUrl ? 'none' : 'demo');
  if (seed === 'demo' || seed === 'none') return seed;
  throw new Refusal(`PUPITRE_SEED vaut « demo » ou « none » ; reçu « ${value} ».`);
}

/** The address a browser on this machine opens. */
export function addressOf(host, port) {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '': '127.0.0.1' };
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}
