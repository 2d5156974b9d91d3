/** `npm run worker`: does the background jobs of an outside database, beside the processes that serve the desks. */
import { childEnv, launchNode } from '../boot/children.mjs';
import { migrate } from '../boot/database.mjs';
import { checkOutside } from '../boot/outside-database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { readSettings } from '../boot/settings.mjs';
import { isShuttingDown } from '../boot/shutdown.mjs';
import { makeFolder } from '../postgres/folders.mjs';

export async function main() {
  const settings = readSettings();
  if (!settings.databaseUrl && !settings.appUrl) {
    throw new Refusal(
      'npm run worker sert une base extérieure : donnez DATABASE_APP_URL (ou DATABASE_URL). Avec la base embarquée, npm start fait déjà ce travail.',
    );
  }
  if (settings.databaseUrl) await checkOutside(settings);
  await install();
  await build(['api', 'migrations']);
  const child = launchNode([inRoot('apps/api/dist/worker.js')], {
    env: childEnv({
      DATABASE_APP_URL: await appUrlOf(settings),
      DATABASE_URL: undefined,
      DATA_DIR: settings.home,
      PUPITRE_WORKER: 'on',
    }),
  });
  say('Les tâches de fond tournent. Ctrl-C pour arrêter.');
  throw await new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      if (isShuttingDown()) return;
      resolve(new Refusal(`Les tâches de fond se sont arrêtées d’elles-mêmes (${signal ?? `code ${code}`}).`));
    });
  });
}

/** The application's own address; the owner's is used to bring the schema up to date, and not passed on. */
async function appUrlOf({ databaseUrl, appUrl, home }) {
  if (!databaseUrl) return appUrl;
  if (appUrl === null) makeFolder(home);
  return migrate({ ownerUrl: databaseUrl, home, appUrl });
}
