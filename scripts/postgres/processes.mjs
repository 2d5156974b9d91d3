/** What the system knows of another program. /proc on Linux only; `ps` or `tasklist` elsewhere. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * @returns {{ alive: boolean, command: string }} a zombie counts as dead: in a container without an init nobody
 *   collects a killed Postgres, yet the system still answers for its number
 */
export function examine(pid) {
  if (!exists(pid)) return { alive: false, command: '' };
  if (process.platform === 'linux') return examineLinux(pid);
  if (process.platform === 'win32') return examineWindows(pid);
  const [state = '', ...command] = spawnSync('ps', ['-p', String(pid), '-o', 'stat=', '-o', 'command='], {
    encoding: 'utf8',
  })
    .stdout.trim()
    .split(/\s+/);
  return { alive: state !== '' && !state.startsWith('Z'), command: command.join(' ') };
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function examineLinux(pid) {
  try {
    // "pid (name) state …": the name may hold spaces and brackets, so the state is read after the last one.
    const state = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()[0];
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { alive: state !== 'Z' && state !== 'X', command };
  } catch {
    return { alive: false, command: '' };
  }
}

function examineWindows(pid) {
  const { stdout } = spawnSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], { encoding: 'utf8' });
  const command = /^"([^"]+)"/.exec(stdout ?? '')?.[1] ?? '';
  return { alive: command !== '', command };
}

/** Cheap enough to be asked every second. */
export const isAlive = (pid) => (process.platform === 'linux' ? examine(pid).alive : exists(pid));

/** The number of a program's parent; 0 when it is unknown. */
export function parentOf(pid) {
  if (process.platform === 'win32') return 0;
  if (process.platform !== 'linux') {
    return Number(spawnSync('ps', ['-p', String(pid), '-o', 'ppid='], { encoding: 'utf8' }).stdout);
  }
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Waits until a program is dead. @returns {Promise<boolean>} false when it still lives after `limitMs` */
export async function diesWithin(pid, limitMs) {
  const until = Date.now() + limitMs;
  while (examine(pid).alive) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
