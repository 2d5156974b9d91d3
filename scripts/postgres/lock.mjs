/** One Pupitre per cluster: a second one would stop the first one's Postgres as an orphan. */
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../boot/say.mjs';
import { examine } from './processes.mjs';
import { fileRefusal } from './refusals.mjs';

const heldHere = new Set();

/**
 * Takes the lock of a folder; waits `patienceMs` for a holder that is just ending.
 * @returns {Promise<{ note(address: string): void, release(): void }>}
 * @throws {Refusal} when a living program holds it, with the address it noted
 */
export async function takeLock(folder, { patienceMs = 5000 } = {}) {
  const file = path.join(folder, 'running.json');
  const until = Date.now() + patienceMs;
  for (;;) {
    const holder = holderOf(file);
    if (!holder) break;
    if (Date.now() >= until) throw alreadyRunning(folder, holder);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const mine = { pid: process.pid, command: examine(process.pid).command };
  const write = (content, flag) => fs.writeFileSync(file, `${JSON.stringify(content)}\n`, { mode: 0o600, flag });
  try {
    fs.rmSync(file, { force: true });
    write(mine, 'wx');
  } catch (error) {
    // Another start was quicker between the two lines.
    if (error.code === 'EEXIST') throw alreadyRunning(folder, holderOf(file));
    throw fileRefusal(error, folder);
  }
  heldHere.add(file);
  return {
    note: (address) => write({ ...mine, address }, 'w'),
    release: () => {
      heldHere.delete(file);
      fs.rmSync(file, { force: true });
    },
  };
}

/** The Pupitre that runs on these files, and the address it noted; null when none does. @returns {{ address?: string } | null} */
export const runningOn = (folder) => holderOf(path.join(folder, 'running.json'));

/** The living holder of a lock, or null. A number that another program has now, or that is ours again after a restart of the container, holds nothing. */
function holderOf(file) {
  if (heldHere.has(file)) return { pid: process.pid };
  let holder;
  try {
    holder = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  if (holder.pid === process.pid) return null;
  const { alive, command } = examine(holder.pid);
  return alive && command === holder.command ? holder : null;
}

/** @returns {{ pid: number, address?: string } | null} the program that runs on a folder now */
export const livingHolder = (folder) => holderOf(path.join(folder, 'running.json'));

function alreadyRunning(folder, holder) {
  const where = holder?.address ? ` à l’adresse ${holder.address}` : '';
  return new Refusal(
    `Pupitre tourne déjà sur les données de ${folder}${where} (processus ${holder?.pid ?? 'inconnu'}). ` +
      'Arrêtez-le d’abord, ou choisissez un autre DATA_DIR.',
  );
}
