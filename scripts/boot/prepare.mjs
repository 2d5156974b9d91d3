/** From a fresh clone to built packages. Each half does nothing when nothing changed. */
import crypto from 'node:crypto';
import fs from 'node:fs';
import { failureOf, runNode, runNpm } from './children.mjs';
import { inRoot } from './root.mjs';
import { Refusal, step } from './say.mjs';

/** Inside the container image everything is there, and nothing may be written. */
const isBuiltImage = process.env.PUPITRE_BUILT === '1';

const stamp = () => inRoot('node_modules', '.lock-sha');
const lockHash = () =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .digest('hex');
const stampedHash = () => (fs.existsSync(stamp()) ? fs.readFileSync(stamp(), 'utf8').trim() : null);

/** Installs exactly the lockfile when node_modules was made from another one, or by an install that never ended. */
export async function install() {
  if (isBuiltImage) return;
  if (stampedHash() === lockHash()) return;
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  await step('Installation des bibliothèques (une à deux minutes la première fois)', async () => {
    const done = await runNpm(args);
    if (done.code !== 0) throw new Refusal(`${installAdvice(done.output)}\n${npmReason(done.output)}`);
  });
  fs.writeFileSync(stamp(), lockHash());
}

/** npm gives the reason first and its manual after. */
const npmReason = (output) => output.split('\n').slice(0, 15).join('\n');

function installAdvice(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'L’installation a échoué : le disque est plein.';
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN/.test(output)) {
    return 'L’installation a échoué : le registre npm ne répond pas. Vérifiez la connexion puis relancez.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return 'L’installation a échoué : node_modules ne peut pas être écrit.';
  return 'L’installation des bibliothèques a échoué.';
}

/** turbo, without a daemon and without hiding the environment from the tasks. */
export function turbo(task, { only = [], keepGoing = false } = {}) {
  const filters = only.map((name) => `--filter=@pupitre/${name}`);
  const args = ['run', task, '--env-mode=loose', '--output-logs=errors-only', '--log-order=grouped', ...filters];
  return runNode([inRoot('node_modules/turbo/bin/turbo'), ...args, ...(keepGoing ? ['--continue'] : [])]);
}

/** Builds the named packages and what they stand on. @throws {Refusal} with the compiler's output */
export async function build(only) {
  if (isBuiltImage) return;
  await step('Construction de Pupitre', async () => {
    const done = await turbo('build', { only });
    if (done.code !== 0) throw new Refusal(`La construction a échoué.\n${failureOf(done)}`);
  });
}

/** What `start` and its relatives need. */
export const product = ['api', 'web', 'migrations', 'seeds', 'backup'];
