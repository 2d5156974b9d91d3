import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startApi } from './api-under-test.js';
import { appUrl, forgetBookings, type Load, prepareLoad, size } from './bench-database.js';
import { familyOf, postmasterOf } from './cpu.js';
import { Floor } from './floor.js';
import { measure, warmUpOf } from './measure.js';
import { type Operation, operationsWith, readOperations } from './recorded-operations.js';
import { type Pair, report } from './report.js';
import { type Scenario, scenariosOf } from './scenarios.js';

const clientCounts = [1, 16];
const operations = Number(process.argv[2] ?? 400);

async function run(): Promise<void> {
  console.log('Filling the database…');
  const load = await prepareLoad();
  const scenarios = scenariosOf(load);
  console.log('Recording the statements of each operation…');
  const recorded = await record(load, scenarios);
  const pairs: Pair[] = [];
  for (const clients of clientCounts) {
    console.log(`Measuring with ${clients} client(s)…`);
    pairs.push(...(await compare(load, scenarios, recorded, clients)));
  }
  const { practitioners, days, perDay, patients } = size;
  console.log(report(pairs, `${practitioners} practitioners × ${days} days × ${perDay} visits, ${patients} patients`));
}

/** Runs every operation once through an API that remembers what it sends, then takes its bookings away. */
async function record(load: Load, scenarios: readonly Scenario[]): Promise<Map<string, Operation[]>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pupitre-bench-'));
  const statements = path.join(folder, 'statements');
  const api = await startApi(appUrl(), load.sessionToken, statements);
  for (const scenario of scenarios) {
    for (let index = 0; index < warmUpOf(operations) + operations; index += 1) await scenario.call(api, index);
  }
  await api.stop();
  const all = readOperations(statements);
  rmSync(folder, { recursive: true });
  await forgetBookings(load);
  return new Map(scenarios.map(({ name, marker }) => [name, operationsWith(all, marker)]));
}

async function compare(
  load: Load,
  scenarios: readonly Scenario[],
  recorded: ReadonlyMap<string, readonly Operation[]>,
  clients: number,
): Promise<Pair[]> {
  const floor = new Floor(appUrl(), clients);
  const postmaster = postmasterOf(await floor.backendPid());
  const floors = [];
  for (const { name } of scenarios) {
    const replays = recorded.get(name) ?? [];
    const operate = (index: number) => floor.replay(replays[index] ?? []);
    floors.push(
      await measure({ name: `floor: ${name}`, clients, operations, pids: () => familyOf(postmaster), operate }),
    );
  }
  await floor.close();
  await forgetBookings(load);
  const api = await startApi(appUrl(), load.sessionToken);
  const pairs: Pair[] = [];
  for (const [at, { name, aim, call }] of scenarios.entries()) {
    const pids = () => [api.pid, ...familyOf(postmaster)];
    const ours = await measure({ name, clients, operations, pids, operate: (index) => call(api, index) });
    const statements = recorded.get(name)?.at(-1)?.length ?? 0;
    pairs.push({ ours, floor: floors[at] ?? ours, aim, statements });
  }
  await api.stop();
  await forgetBookings(load);
  return pairs;
}

run().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
