/** What `npm run backup` and `npm run restore` are told. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../boot/root.mjs';
import { Refusal } from '../boot/say.mjs';

const backupUsage =
  'Emploi : npm run backup -- --to DOSSIER [--key-file FICHIER] [--keep N], ou npm run backup -- --check DOSSIER.';
const restoreUsage = 'Emploi : npm run restore -- --from DOSSIER [--key-file FICHIER] [--replace].';

const text = { type: 'string' };

/**
 * @typedef {{ to: string | null, check: string | null, keep: number | null, keyFile: string | null }} BackupOptions
 * @param {string[]} args @returns {BackupOptions} with absolute folders
 */
export function backupOptions(args, env = process.env) {
  const {
    to,
    check,
    verify,
    keep,
    'key-file': keyFile,
  } = parsed(args, { to: text, check: text, verify: text, keep: text, 'key-file': text }, backupUsage);
  const checked = check ?? verify;
  if ((to === undefined) === (checked === undefined)) throw new Refusal(backupUsage);
  return {
    to: absolute(to, env),
    check: absolute(checked, env),
    keep: countOf(keep),
    keyFile: absolute(keyFile, env),
  };
}

/** @param {string[]} args @returns {{ from: string, replace: boolean, keyFile: string | null }} with absolute folders */
export function restoreOptions(args, env = process.env) {
  const {
    from,
    replace,
    'key-file': keyFile,
  } = parsed(args, { from: text, replace: { type: 'boolean', default: false }, 'key-file': text }, restoreUsage);
  if (from === undefined) throw new Refusal(restoreUsage);
  return { from: absolute(from, env), replace, keyFile: absolute(keyFile, env) };
}

function parsed(args, options, usage) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new Refusal(`${error.message}\n${usage}`);
  }
}

/** Relative to where npm was called, not to the repository. */
const absolute = (given, env) => (given === undefined ? null : path.resolve(env.INIT_CWD ?? root, given));

function countOf(keep) {
  if (keep === undefined) return null;
  if (/^[1-9]\d{0,3}$/.test(keep)) return Number(keep);
  throw new Refusal(`--keep attend le nombre de sauvegardes à garder, 1 au moins ; reçu « ${keep} ».`);
}
