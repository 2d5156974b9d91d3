/**
 * The one entry of the root scripts: `node scripts/boot.mjs <command>`.
 *
 * Nothing is imported from node_modules here: on a fresh clone it does not exist yet. The Node version is checked
 * before any file that needs a recent Node is loaded, so an old Node gets a sentence instead of a syntax error.
 */
import { nodeRefusal } from './boot/node-version.mjs';

const commands = [
  'start',
  'test',
  'test:oldest',
  'dev',
  'check',
  'bench',
  'admin:create',
  'demo:reset',
  'screens',
  'backup',
  'restore',
  'audit:verify',
  'worker',
];
const command = process.argv[2] ?? '';

const refusal = commands.includes(command)
  ? nodeRefusal(process.versions.node)
  : `Commande inconnue : « ${command} ». Commandes : ${commands.join(', ')}.`;

if (refusal) {
  console.error(refusal);
  if (command === 'test') console.log('0 passed, 1 failed');
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./boot/run-command.mjs');
  await runCommand(command);
}
