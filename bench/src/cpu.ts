import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor a set of processes has used, user and system. Linux only: elsewhere the figure is absent. */
export function cpuMs(pids: readonly number[]): number | null {
  if (process.platform !== 'linux') return null;
  const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * tick, 0);
}

function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** The postmaster behind a living connection's backend. */
export function postmasterOf(backendPid: number): number {
  return process.platform === 'linux' ? parentOf(backendPid) : 0;
}

/** The postmaster and every process it has now. */
export function familyOf(postmaster: number): number[] {
  if (process.platform !== 'linux') return [];
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
}

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}
