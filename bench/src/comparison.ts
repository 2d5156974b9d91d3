import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startApi } from './api-under-test.js';
import { appUrl, forgetWrites, type Load } from './bench-database.js';
import { familyOf, postmasterOf } from './cpu.js';
import { Floor } from './floor.js';
import { type Figure, measure, warmUpOf } from './measure.js';
import { type Operation, operationsWith, readOperations } from './recorded-operations.js';
import type { Pair } from './report.js';
import type { Scenario } from './scenarios.js';

export type Recording = ReadonlyMap<string, readonly Operation[]>;

export const countOf = (scenario: Scenario, operations: number) =>
  Math.max(5, Math.round(operations * (scenario.share ?? 1)));

/** Runs every operation once through an API that remembers what it sends, then takes what it wrote away. */
export async function record(load: Load, scenarios: readonly Scenario[], operations: number): Promise<Recording> {
  const recording = new Map<string, Operation[]>();
  for (const scenario of scenarios) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pupitre-bench-'));
    const statements = path.join(folder, 'statements');
    const api = await startApi(appUrl(), load.sessionToken, statements);
    const count = countOf(scenario, operations);
    for (let index = 0; index < warmUpOf(count) + count; index += 1) {
      if (!(await scenario.call(api, index))) throw new Error(`${scenario.name}: operation ${index} was refused`);
    }
    await api.stop();
    recording.set(scenario.name, operationsWith(readOperations(statements), scenario.marker));
    rmSync(folder, { recursive: true });
  }
  await forgetWrites(load);
  return recording;
}

/** The floor first, then the product, each from the same rows. */
export async function compare(
  load: Load,
  scenarios: readonly Scenario[],
  recording: Recording,
  { clients, operations }: { clients: number; operations: number },
): Promise<Pair[]> {
  const { floors, postmaster } = await measureFloors(scenarios, recording, clients, operations);
  await forgetWrites(load);
  const api = await startApi(appUrl(), load.sessionToken);
  const pairs: Pair[] = [];
  for (const [at, scenario] of scenarios.entries()) {
    const ours = await measure({
      name: scenario.name,
      clients,
      operations: countOf(scenario, operations),
      pids: () => [api.pid, ...familyOf(postmaster)],
      operate: (index) => scenario.call(api, index),
    });
    const statements = recording.get(scenario.name)?.at(-1)?.length ?? 0;
    pairs.push({ ours, floor: floors[at] ?? ours, aim: scenario.aim, statements });
  }
  await api.stop();
  await forgetWrites(load);
  return pairs;
}

async function measureFloors(
  scenarios: readonly Scenario[],
  recording: Recording,
  clients: number,
  operations: number,
): Promise<{ floors: Figure[]; postmaster: number }> {
  const floor = new Floor(appUrl(), clients);
  const postmaster = postmasterOf(await floor.backendPid());
  const floors: Figure[] = [];
  for (const scenario of scenarios) {
    const replays = recording.get(scenario.name) ?? [];
    const figure = await measure({
      name: `floor: ${scenario.name}`,
      clients,
      operations: countOf(scenario, operations),
      pids: () => familyOf(postmaster),
      operate: (index) => floor.replay(replays[index] ?? []),
    });
    floors.push(figure);
  }
  await floor.close();
  return { floors, postmaster };
}
