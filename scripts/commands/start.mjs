/** `npm start`: from a fresh clone to an open desk; runs until Ctrl-C. */
import { settleKilledRestore } from '../backup/put-back.mjs';
import { startApi } from '../boot/api.mjs';
import { migrate, openPostgres, seedDemo } from '../boot/database.mjs';
import { inviteFirst, linkOf, modeOf } from '../boot/invitation.mjs';
import { checkApplication, checkOutside } from '../boot/outside-database.mjs';
import { build, install, product } from '../boot/prepare.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { readSettings } from '../boot/settings.mjs';
import { isShuttingDown } from '../boot/shutdown.mjs';
import { makeFolder } from '../postgres/folders.mjs';
import { logRefusal } from '../postgres/refusals.mjs';
import { welcome } from './welcome.mjs';

export async function main() {
  const settings = readSettings();
  makeFolder(settings.home);
  await install();
  if (settings.databaseUrl) await checkOutside(settings);
  await build(product);
  const postgres = settings.databaseUrl ? null : await openPostgres(settings.home);
  const database = { home: settings.home, ownerUrl: settings.databaseUrl ?? postgres.ownerUrl };
  const appUrl = await migrate({ ...database, appUrl: settings.appUrl });
  if (settings.databaseUrl) await checkApplication(appUrl);
  await settleKilledRestore(database);
  // The demonstration is the embedded base's habit; an installation in production keeps to itself.
  const mode = await modeOf(database.ownerUrl);
  if (settings.seed === 'demo' && mode !== 'production') await seedDemo(database);
  const api = await startApi({ ...settings, appUrl });
  postgres?.note(api.address);
  const token = await inviteFirst(database.ownerUrl);
  const firstLink = token && linkOf(settings.publicUrl ?? api.address, token);
  for (const line of welcome({ settings, api, firstLink, folder: postgres?.folder ?? null })) say(line);
  throw await firstEnd({ api: api.child, postgres });
}

/** Resolves when the API or the database ends without being asked to, with the sentence for it. */
function firstEnd({ api, postgres }) {
  return new Promise((resolve) => {
    const unasked = (sentence) => {
      if (!isShuttingDown()) resolve(sentence());
    };
    const how = (code, signal) => (signal ? `signal ${signal}` : `code ${code}`);
    api.once('exit', (code, signal) =>
      unasked(
        () =>
          new Refusal(
            `L’application s’est arrêtée d’elle-même (${how(code, signal)}). La base est arrêtée ; relancez npm start.`,
          ),
      ),
    );
    postgres?.child.once('exit', (code, signal) =>
      unasked(() =>
        logRefusal(
          `La base de données s’est arrêtée d’elle-même (${how(code, signal)}) ; relancez npm start`,
          postgres.log(),
          postgres.folder,
        ),
      ),
    );
  });
}
