/** Child processes: each in its own group, each stopped with the command that started it. */
import { spawn, spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './root.mjs';
import { tail } from './say.mjs';
import { onShutdown } from './shutdown.mjs';

const onWindows = process.platform === 'win32';
const quiet = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
};

/** The environment of every child: no telemetry, UTC, and `changes` on top (undefined removes a variable). */
export function childEnv(changes = {}) {
  const env = { ...process.env, ...quiet, TZ: 'UTC', ...changes };
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name];
  return env;
}

/** Sends a signal to a child and to everything it started. */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is already gone.
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

/** Asks a child to end, and insists after `patienceMs`. */
export async function stopChild(child, patienceMs = 8000) {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
  await ended;
  clearTimeout(insist);
}

/** Starts a long-lived child. `stdio` as in node:child_process; `patienceMs` until a stop insists. */
export function launch(command, args, { cwd = root, env = childEnv(), stdio = 'inherit', patienceMs } = {}) {
  const child = spawn(command, args, { cwd, env, stdio, detached: !onWindows, windowsHide: true });
  const forget = onShutdown(() => stopChild(child, patienceMs));
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/** Starts a long-lived Node script that ends when this process dies, even by kill -9. Its stdio is `[0, out, err, ipc]`. */
export function launchNode(args, { cwd, env, out = 'inherit', patienceMs } = {}) {
  const leash = pathToFileURL(inRoot('scripts/boot/leash.mjs')).href;
  return launch(process.execPath, ['--import', leash, ...args], {
    cwd,
    env,
    stdio: ['ignore', out, out, 'ipc'],
    patienceMs,
  });
}

/**
 * Runs a command to its end and keeps what it wrote (the last million characters of it).
 * @returns {Promise<{ code: number, output: string, stdout: string }>} code 1 also for a signal, a limit or no such file
 */
export function run(command, args, { cwd, env, limitMs = 0, echo = false } = {}) {
  const child = launch(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let stdout = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-1_000_000);
    if (echo) process.stdout.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout = (stdout + chunk).slice(-1_000_000);
    keep(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', keep);
  return new Promise((resolve) => {
    const limit = setTimeout(
      () => {
        keep(`\nInterrompu après ${Math.round(limitMs / 60_000)} min.\n`);
        void stopChild(child);
      },
      limitMs || 2 ** 31 - 1,
    );
    const end = (code, reason = '') => {
      clearTimeout(limit);
      resolve({ code, output: output + reason, stdout });
    };
    child.once('error', (error) => end(1, `\n${error.message}`));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** npm by the file that started us when there is one: no shell, no PATH, also on Windows. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  return onWindows ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);
}

export const runNode = (args, options) => run(process.execPath, args, options);

/** The end of a failed run, ready to be shown under a sentence. */
export const failureOf = ({ output }) => tail(output, 40);
