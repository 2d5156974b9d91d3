/** `npm run dev`: the same desk, rebuilt at every save: compilers, API and Vite side by side. */

import { childEnv, launchNode } from '../boot/children.mjs';
import { migrate, openPostgres, seedDemo } from '../boot/database.mjs';
import { freePortFrom } from '../boot/ports.mjs';
import { build, install, product } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { Refusal, say } from '../boot/say.mjs';
import { addressOf, readSettings } from '../boot/settings.mjs';
import { isShuttingDown } from '../boot/shutdown.mjs';
import { makeFolder } from '../postgres/folders.mjs';

const compiled = {
  'packages/shared': 'tsconfig.build.json',
  migrations: 'tsconfig.json',
  seeds: 'tsconfig.json',
  'apps/api': 'tsconfig.build.json',
};

export async function main() {
  const { port: wanted, host, home, databaseUrl, appUrl: givenAppUrl, seed } = readSettings();
  makeFolder(home);
  await install();
  await build(product);
  const postgres = databaseUrl ? null : await openPostgres(home);
  const database = { ownerUrl: databaseUrl ?? postgres.ownerUrl, home };
  const appUrl = await migrate({ ...database, appUrl: givenAppUrl });
  if (seed === 'demo') await seedDemo(database);
  const port = await freePortFrom(host, wanted);
  const address = addressOf(host, port);
  postgres?.note(address);
  const children = [...compilers(), api({ appUrl, port, host, home }), vite({ address })];
  say(`Développement : l’API répond sur ${address}, l’écran à l’adresse que Vite indique. Ctrl-C arrête tout.`);
  throw await firstEnd([...children, ...(postgres ? [postgres.child] : [])]);
}

const compilers = () =>
  Object.entries(compiled).map(([workspace, project]) => {
    const tsc = inRoot('node_modules/typescript/bin/tsc');
    return launchNode([tsc, '-p', project, '--watch', '--preserveWatchOutput'], { cwd: inRoot(workspace) });
  });

const api = ({ appUrl, port, host, home }) =>
  launchNode(['--watch', inRoot('apps/api/dist/main.js')], {
    env: childEnv({
      DATABASE_APP_URL: appUrl,
      DATABASE_URL: undefined,
      PORT: String(port),
      HOST: host,
      DATA_DIR: home,
      WEB_DIR: inRoot('apps/web/dist'),
    }),
  });

const vite = ({ address }) =>
  launchNode([inRoot('node_modules/vite/bin/vite.js')], {
    cwd: inRoot('apps/web'),
    env: childEnv({ API_URL: address }),
  });

const firstEnd = (children) =>
  new Promise((resolve) => {
    for (const child of children) {
      child.once('exit', (code) => {
        if (!isShuttingDown()) resolve(new Refusal(`Un des programmes s’est arrêté (code ${code}) : tout s’arrête.`));
      });
    }
  });
