/** The cluster's files: made once, checked at every start. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileRefusal, foreignFilesRefusal, logRefusal, majorRefusal } from './refusals.mjs';
import { newSecrets, readSecrets, writeSecrets } from './secrets.mjs';

/** Postgres reads these and would start on other files, or speak another language than the one its log is read in. */
export function postgresEnv() {
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };
  for (const name of Object.keys(env)) if (name.startsWith('PG')) delete env[name];
  return env;
}

/**
 * Makes the cluster when there is none, refuses one of another major version, and returns its secrets.
 * @param {{ folder: string, clusterDir: string, account?: import('./account.mjs').Account }} place
 * @param {import('./binaries.mjs').Binaries} binaries
 * @returns {import('./secrets.mjs').ClusterSecrets}
 */
export function openCluster(place, binaries, { durable }) {
  const { folder, clusterDir } = place;
  const versionFile = path.join(clusterDir, 'PG_VERSION');
  if (fs.existsSync(versionFile)) {
    const major = Number.parseInt(fs.readFileSync(versionFile, 'utf8'), 10);
    const refusal = majorRefusal(major, binaries.major, clusterDir);
    if (refusal) throw refusal;
    return readSecrets(folder) ?? renewSecrets(place, binaries);
  }
  if (fs.existsSync(clusterDir) && fs.readdirSync(clusterDir).length > 0) throw foreignFilesRefusal(clusterDir);
  const secrets = newSecrets();
  writeSecrets(folder, secrets);
  createFiles(place, binaries, { durable, password: secrets.superuserPassword });
  return secrets;
}

/** Made aside and renamed: an initdb that was killed half-way leaves nothing that looks like a cluster. */
function createFiles({ folder, clusterDir, account }, binaries, { durable, password }) {
  const unfinished = `${clusterDir}.new`;
  const passwordFile = path.join(unfinished, 'password');
  const files = path.join(unfinished, 'pg');
  try {
    fs.rmSync(unfinished, { recursive: true, force: true });
    for (const each of [unfinished, files]) fs.mkdirSync(each, { mode: 0o700 });
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const each of [unfinished, files, passwordFile]) fs.chownSync(each, account.uid, account.gid);
    const made = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${files}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The ICU of the binaries sorts French names; the C library of the machine has no say.
        '--locale-provider=icu',
        '--icu-locale=fr-FR',
        '--locale=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account, env: postgresEnv(), cwd: unfinished, encoding: 'utf8' },
    );
    const log = `${made.stdout ?? ''}${made.stderr ?? ''}${made.error ?? ''}`;
    if (made.status !== 0) throw logRefusal('Postgres n’a pas pu créer la base', log, folder);
    if (fs.existsSync(clusterDir)) fs.rmdirSync(clusterDir);
    fs.renameSync(files, clusterDir);
  } catch (error) {
    throw fileRefusal(error, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The secrets file was lost: whoever owns the cluster's files may set a new password, with the server stopped. */
function renewSecrets({ folder, clusterDir, account }, binaries) {
  const secrets = newSecrets();
  const told = spawnSync(binaries.postgres, ['--single', '-D', clusterDir, 'postgres'], {
    ...account,
    env: postgresEnv(),
    cwd: clusterDir,
    input: `alter role postgres password '${secrets.superuserPassword}'\n`,
    encoding: 'utf8',
  });
  if (told.status !== 0)
    throw logRefusal('Les mots de passe de la base n’ont pas pu être refaits', told.stderr, folder);
  writeSecrets(folder, secrets);
  return secrets;
}
