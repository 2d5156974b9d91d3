/** `npm run audit:verify`: reads every access journal again and says whether it is intact. Works beside a Pupitre that runs. */
import { childEnv, failureOf, runNode } from '../boot/children.mjs';
import { migrate, openPostgres } from '../boot/database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { readSettings } from '../boot/settings.mjs';
import { runningOn } from '../postgres/lock.mjs';
import { placeCluster } from '../postgres/place.mjs';
import { ownerUrlOf } from '../postgres/provision.mjs';
import { readSecrets } from '../postgres/secrets.mjs';

export async function main() {
  const settings = readSettings();
  await install();
  await build(['api', 'migrations']);
  const env = childEnv({ DATABASE_APP_URL: await appUrlFor(settings), DATABASE_URL: undefined });
  const done = await runNode([inRoot('apps/api/dist/audit-verify.js')], { env });
  if (done.code !== 0) throw new Refusal(`Les journaux n’ont pas pu être lus.\n${failureOf(done)}`);
  const journals = done.stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  for (const line of journals.map(sentenceOf)) say(line);
  if (journals.length === 0) say('Aucun cabinet ici : rien à vérifier.');
  return { exitCode: journals.every(({ intact }) => intact) ? 0 : 1 };
}

/** Never migrates what somebody else hosts: a verification only reads. */
async function appUrlFor({ databaseUrl, appUrl, home }) {
  if (appUrl) return appUrl;
  const { appPasswordOf, appUrlOf } = await import(inRoot('migrations/dist/app-secret.js'));
  if (databaseUrl) return appUrlOf(databaseUrl, appPasswordOf(home));
  const { folder } = placeCluster(home);
  const secrets = runningOn(folder) && readSecrets(folder);
  if (secrets?.port) return appUrlOf(ownerUrlOf(secrets.ownerPassword, secrets.port), appPasswordOf(home));
  const { ownerUrl } = await openPostgres(home);
  return migrate({ ownerUrl, home });
}

const faults = {
  row_changed: (seq) => `la ligne ${seq} n’est plus celle qui a été scellée, ou deux lignes ont changé de place`,
  row_missing: (seq) => `la ligne ${seq} a été effacée`,
  seal_missing: (seq) => `il manque un sceau avant la ligne ${seq}`,
  tail_cut: (seq) => `la fin a été coupée : la chaîne allait au moins jusqu’à la ligne ${seq}`,
  head_differs: (seq) => `le sceau ${seq} n’est pas celui que la tête de chaîne a retenu`,
};

const number = new Intl.NumberFormat('fr-FR');

/** @param {{ name: string, intact: boolean, sealed: number, unsealed: number, headHash: string, ms: number,
 *   brokenAt: { seq: number, fault: keyof typeof faults } | null }} journal */
export function sentenceOf({ name, intact, sealed, unsealed, brokenAt, headHash, ms }) {
  const time = `${number.format(Math.round(ms / 100) / 10)} s`;
  if (!intact) return `✗ ${name} : ${faults[brokenAt.fault](brokenAt.seq)} (${time}).`;
  const waiting = unsealed > 0 ? `, ${number.format(unsealed)} en attente de sceau` : '';
  const head = headHash ? `, tête ${headHash.slice(0, 16)}` : '';
  return `✓ ${name} : journal intact, ${number.format(sealed)} ${sealed > 1 ? 'lignes scellées' : 'ligne scellée'}${waiting}${head} (${time}).`;
}
