import { benchSize } from '@pupitre/seeds/load';
import { prepareLoad } from './bench-database.js';
import { compare, record } from './comparison.js';
import { runGrowth } from './growth-run.js';
import { holdPlaces } from './held-places.js';
import { runImport } from './import-run.js';
import { runLive } from './live-run.js';
import { type Pair, report } from './report.js';
import { scenariosOf } from './scenarios.js';
import { runSlots } from './slots-run.js';

const clientCounts = [1, 16];

/**
 * `npm run bench [-- 1000]`: every operation beside its floor; `npm run bench -- growth`: the same as the base grows;
 * `npm run bench -- live`: two hundred desks that listen; `npm run bench -- import`: a file of patients moving in;
 * `npm run bench -- slots`: the next free place in a year without one.
 */
async function run(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  if (first === 'live') return runLive(Number(second ?? 300));
  if (first === 'import') return runImport(Number(second ?? 20_000));
  if (first === 'slots') return runSlots(Number(second ?? 200));
  if (first === 'growth') return runGrowth(Number(second ?? 200));
  const operations = Number(first ?? 400);
  console.log('Filling the database…');
  const load = await prepareLoad();
  await holdPlaces(load, load.days.at(-1) ?? load.today, 24);
  const scenarios = scenariosOf(load);
  console.log('Recording the statements of each operation…');
  const recording = await record(load, scenarios, operations);
  const pairs: Pair[] = [];
  for (const clients of clientCounts) {
    console.log(`Measuring with ${clients} client(s)…`);
    pairs.push(...(await compare(load, scenarios, recording, { clients, operations })));
  }
  console.log(report(pairs, sizeInWords()));
}

function sizeInWords(): string {
  const { practitioners, pastDays, futureDays, unpaidDays, perDay, patients } = benchSize;
  const visits = practitioners * (pastDays + futureDays) * perDay;
  const invoices = practitioners * (pastDays - unpaidDays) * perDay;
  return `${practitioners} practitioners, ${visits} visits, ${invoices} invoices, ${patients} patients`;
}

run().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
