import { root } from './root.mjs';
import { Refusal, spaced } from './say.mjs';
import { isShuttingDown, shutDown, stopOnSignals } from './shutdown.mjs';

const files = {
  start: 'start',
  test: 'test',
  'test:oldest': 'test-oldest',
  dev: 'dev',
  check: 'check',
  bench: 'bench',
  'admin:create': 'admin-create',
  'demo:reset': 'demo-reset',
  screens: 'screens',
  worker: 'worker',
  'audit:verify': 'audit-verify',
  backup: 'backup',
  restore: 'restore',
};

/** Servers end well on Ctrl-C; a check or a test that was interrupted proved nothing. */
const servers = ['start', 'dev', 'worker'];

const loadOf = (command) => import(`../commands/${files[command]}.mjs`);

/** Runs one command to its end, closes what it opened and sets the exit code. Never throws. */
export async function runCommand(command, load = loadOf) {
  process.chdir(root);
  stopOnSignals({ exitCode: servers.includes(command) ? 0 : 130 });
  let exitCode = 1;
  let lastLine = null;
  try {
    const { main } = await load(command);
    ({ exitCode = 0, lastLine = null } = (await main()) ?? {});
  } catch (error) {
    // A signal makes pending work fail: its own ending is already under way and says so.
    if (isShuttingDown()) return;
    console.error(error instanceof Refusal ? spaced(error.message) : error);
    if (command === 'test') lastLine = '0 passed, 1 failed';
  }
  if (isShuttingDown()) return;
  await shutDown();
  if (lastLine) console.log(lastLine);
  process.exit(exitCode);
}
