/**
 * Everything a command has opened closes here, in the reverse order, exactly once: the API before its database, the
 * temporary folder last. Children run in their own process group, so Ctrl-C reaches this file alone and the order holds.
 */
import { examine, isAlive, parentOf } from '../postgres/processes.mjs';
import { say } from './say.mjs';

const closers = [];
let closing = null;

/** Registers what must be closed; returns a function that forgets it (it closed by itself). */
export function onShutdown(close) {
  closers.push(close);
  return () => {
    const index = closers.indexOf(close);
    if (index !== -1) closers.splice(index, 1);
  };
}

export const isShuttingDown = () => closing !== null;

/** Closes everything. A closer that fails does not keep the others open. */
export function shutDown() {
  closing ??= (async () => {
    while (closers.length > 0) {
      try {
        await closers.pop()();
      } catch (error) {
        console.error(error.message);
      }
    }
  })();
  return closing;
}

/**
 * Ctrl-C, a polite kill and a closed terminal all end in order. npm repeats the signal to its child, so a second one is
 * no order to hurry; every closer has its own time limit instead.
 */
export function stopOnSignals({ exitCode }) {
  const stop = async () => {
    if (isShuttingDown()) return;
    say('Arrêt en cours…');
    await shutDown();
    say('Arrêté. Les données restent.');
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  stopWithNpm(stop);
}

/** When npm itself is killed with -9 nobody tells its child: without this the desk would go on unseen. */
function stopWithNpm(stop) {
  const npm = process.env.npm_lifecycle_event ? npmAbove() : null;
  if (npm === null) return;
  setInterval(() => {
    if (!isAlive(npm)) stop();
  }, 500).unref();
}

/** npm's number: our parent, or its parent when a shell stands between. */
function npmAbove() {
  for (let pid = process.ppid, level = 0; pid > 1 && level < 2; pid = parentOf(pid), level += 1) {
    if (/\bnpm\b/.test(examine(pid).command)) return pid;
  }
  return null;
}
