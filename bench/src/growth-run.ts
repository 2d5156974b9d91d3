import { benchSize, seedLoad } from '@pupitre/seeds/load';
import { asSuperuser, type Load, ownerUrl, prepareLoad } from './bench-database.js';
import { compare, record } from './comparison.js';
import { clonePractice, multiplyHistory } from './growth.js';
import { holdPlaces } from './held-places.js';
import { growthReport, type Stage } from './report.js';
import { scenariosOf } from './scenarios.js';

const smallPractice = { practitioners: 4, pastDays: 60, futureDays: 30, unpaidDays: 1, perDay: 30, patients: 500 };

/** The same practice measured as it is, beside a hundred others, and with ten times its past; one client. */
export async function runGrowth(operations: number): Promise<void> {
  console.log('Filling the database…');
  const load = await prepareLoad();
  await holdPlaces(load, load.days.at(-1) ?? load.today, 24);
  const stages: Stage[] = [await stageOf('1 practice', load, operations)];
  console.log('Ninety-nine practices more…');
  const other = await seedLoad(ownerUrl(), { ...smallPractice, domain: 'petits.demo', day: load.today });
  await clonePractice(other.practiceId, 98);
  stages.push(await stageOf('100 practices', load, operations));
  console.log('Ten times the history…');
  await multiplyHistory(load, 10);
  stages.push(await stageOf('100 practices, 10 × history', load, operations));
  console.log(growthReport(stages, await countsOf()));
  console.log(`first practice: ${benchSize.practitioners} practitioners, ${benchSize.patients} patients`);
}

async function stageOf(name: string, load: Load, operations: number): Promise<Stage> {
  console.log(`Measuring: ${name}…`);
  const scenarios = scenariosOf(load);
  const recording = await record(load, scenarios, operations);
  return { name, pairs: await compare(load, scenarios, recording, { clients: 1, operations }) };
}

function countsOf(): Promise<string> {
  return asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select (select count(distinct practice_id) from practice) as practices,
              (select count(*) from appointment) as visits, (select count(*) from invoice) as invoices,
              pg_size_pretty(pg_database_size(current_database())) as size`,
    );
    const { practices, visits, invoices, size } = rows[0];
    return `${practices} practices, ${visits} visits, ${invoices} invoices, ${size}`;
  });
}
