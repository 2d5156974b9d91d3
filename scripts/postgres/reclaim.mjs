/** Takes back a cluster whose last run ended by kill -9. */
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../boot/say.mjs';
import { diesWithin, examine } from './processes.mjs';

/**
 * Call with the cluster's lock held: a live Postgres found here is then an orphan, nobody's.
 * - orphan Postgres: asked for a fast shutdown, then for an immediate one (its log is replayed at the next start);
 * - dead: its postmaster.pid is left to Postgres, which checks that no backend lives on;
 * - a zombie, or a number that another program has now: Postgres would take it for a live server, so the file goes.
 *   It keeps its own guard: the shared memory, keyed by the folder's inode, must be free.
 */
export async function reclaimCluster(clusterDir, say) {
  const file = path.join(clusterDir, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const { alive, command } = pid > 0 ? examine(pid) : { alive: false, command: '' };
  if (alive && isPostgresOf(clusterDir, command)) {
    say('Un Postgres d’un démarrage précédent tourne encore : il est arrêté proprement.');
    await stopOrphan(pid);
  }
  if (stillAnswers(pid)) fs.rmSync(file, { force: true });
}

const isPostgresOf = (clusterDir, command) =>
  process.platform === 'win32' ? /^postgres/i.test(command) : /postgres/.test(command) && command.includes(clusterDir);

async function stopOrphan(pid) {
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'EPERM') break;
    }
    if (await diesWithin(pid, patienceMs)) return;
  }
  throw new Refusal(
    `Un ancien Postgres (numéro ${pid}) tient encore ces données et ne s’arrête pas : arrêtez-le à la main.`,
  );
}

/** The only question Postgres asks of the number in its file. */
function stillAnswers(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
