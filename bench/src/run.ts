import { randomUUID } from 'node:crypto';
import { migrate } from '@pupitre/migrations/migrate';
import { type SeededLoad, seedLoad } from '@pupitre/seeds/load';
import { addDays, isoWeekday, toInstant } from '@pupitre/shared/time/zone';
import pg from 'pg';
import { type ApiUnderTest, startApi } from './api-under-test.js';
import { familyOf, postmasterOf } from './cpu.js';
import { type BookedVisit, Floor } from './floor.js';
import { measure } from './measure.js';
import { report } from './report.js';

const database = 'pupitre_bench';
const size = { practitioners: 10, days: 250, perDay: 30, patients: 20_000 };
const clientCounts = [1, 16];
const operations = Number(process.argv[2] ?? 400);
/** Nine to noon, by quarters. */
const placesAMorning = 12;
const daysEach = 180;
const floorOffset = 20_000;
const prefixes = ['dup', 'mar', 'le', 'ben am', 'durand p', 'garc', 'petit', 'nguy', 'roux s', 'mor'];

function urlOf(name: 'TEST_SUPERUSER_URL' | 'TEST_OWNER_URL', role?: { user: string; password: string }): string {
  const url = new URL(process.env[name] ?? '');
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role.user, password: role.password });
  return url.toString();
}

async function createDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  await client.query(`drop database if exists ${database} with (force)`);
  await client.query(`create database ${database} owner pupitre_owner`);
  await client.end();
}

async function run(): Promise<void> {
  console.log('Preparing the database…');
  await createDatabase();
  await migrate(urlOf('TEST_OWNER_URL'), 'bench-app-role');
  const load = await readLoad(await seedLoad(urlOf('TEST_OWNER_URL'), size));
  const cookie = `__Host-pupitre=${load.sessionToken}`;
  const api = await startApi(urlOf('TEST_OWNER_URL', { user: 'pupitre_app', password: 'bench-app-role' }), cookie);
  try {
    const pairs = [];
    for (const clients of clientCounts) {
      console.log(`Measuring with ${clients} client(s)…`);
      const floor = new Floor(urlOf('TEST_SUPERUSER_URL'), load.practiceId, clients);
      const postmaster = postmasterOf(await floor.backendPid());
      pairs.push(...(await compare(api, floor, load, clients, () => familyOf(postmaster))));
      await floor.close();
    }
    console.log(report(pairs, describe(size)));
  } finally {
    await api.stop();
  }
}

function describe({ practitioners, days, perDay, patients }: typeof size): string {
  return `${practitioners} practitioners × ${days} days × ${perDay} visits, ${patients} patients`;
}

interface Load {
  readonly practiceId: string;
  readonly sessionToken: string;
  readonly columns: SeededLoad['columns'];
  readonly motifId: string;
  readonly zone: string;
  /** Days with visits, in order. */
  readonly days: readonly string[];
  readonly patientIds: readonly string[];
}

/** What the operations ask about, read once as a superuser; statistics are fresh when the measuring starts. */
async function readLoad(seeded: SeededLoad): Promise<Load> {
  const client = new pg.Client({ connectionString: urlOf('TEST_SUPERUSER_URL') });
  await client.connect();
  await client.query('vacuum analyze');
  const one = async (sql: string) =>
    (await client.query(sql, [seeded.practiceId])).rows.map((row) => String(row.value));
  const [zone] = await one('select zone as value from practice where practice_id = $1');
  const days = await one('select distinct local_day::text as value from appointment where practice_id = $1 order by 1');
  const patientIds = await one('select id as value from patient where practice_id = $1 order by number limit 2000');
  await client.end();
  return { ...seeded, zone: zone ?? '', days, patientIds };
}

async function compare(api: ApiUnderTest, floor: Floor, load: Load, clients: number, postgres: () => number[]) {
  const { cardOf, cardTables } = await import(
    new URL('../../apps/api/dist/modules/planning/appointment-card.sql.js', import.meta.url).href
  );
  const daySql = `select coalesce(json_agg(${cardOf('$4::boolean')} order by a.starts_at, a.id), '[]') as cards from ${cardTables}
    where a.practice_id = $1 and a.local_day = $2 and ($3::uuid[] is null or a.resource_id = any ($3))`;
  const root = `/practices/${load.practiceId}`;
  const both = { pids: () => [api.pid, ...postgres()], clients, operations };
  const bare = { pids: postgres, clients, operations };
  const dayOf = (index: number) => load.days[index % load.days.length] ?? '';
  const prefixOf = (index: number) => prefixes[index % prefixes.length] ?? '';
  const places = freePlaces(load, clients);
  return [
    {
      aim: 3,
      ours: await measure({
        ...both,
        name: 'day of 10 columns',
        operate: async (n) => (await api.call('GET', `${root}/days/${dayOf(n)}`)) === 200,
      }),
      floor: await measure({ ...bare, name: 'floor: day', operate: (n) => floor.day(daySql, dayOf(n)) }),
    },
    {
      aim: 5,
      ours: await measure({
        ...both,
        name: 'patient search',
        operate: async (n) =>
          (await api.call('POST', `${root}/patients/search`, { text: prefixOf(n), limit: 8 })) === 200,
      }),
      floor: await measure({ ...bare, name: 'floor: search', operate: (n) => floor.search(prefixOf(n)) }),
    },
    {
      aim: 3,
      ours: await measure({
        ...both,
        name: 'book',
        operate: async (n) => {
          const { startsAt: _, practitionerId: __, ...body } = places(n);
          return (await api.call('POST', `${root}/appointments`, body, { 'idempotency-key': randomUUID() })) === 201;
        },
      }),
      floor: await measure({ ...bare, name: 'floor: book', operate: (n) => floor.book(places(n + floorOffset)) }),
    },
  ];
}

/** Places nobody holds: mornings past the seeded days, each asked for once; the floor has days of its own. */
function freePlaces(load: Load, clients: number): (index: number) => BookedVisit {
  const openDays = weekdaysAfter(load.days.at(-1) ?? '', 2 * daysEach);
  return (index) => {
    const ofFloor = index >= floorOffset;
    const serial = (index % floorOffset) + (clients === 1 ? 0 : floorOffset / 10);
    const column = load.columns[serial % load.columns.length];
    const perColumn = Math.floor(serial / load.columns.length);
    const day = openDays[(Math.floor(perColumn / placesAMorning) % daysEach) + (ofFloor ? daysEach : 0)];
    if (!column || !day) throw new Error('the load has no column');
    const startMin = 540 + (perColumn % placesAMorning) * 15;
    return {
      resourceId: column.resourceId,
      practitionerId: column.practitionerId,
      motifId: load.motifId,
      patientId: load.patientIds[serial % load.patientIds.length] ?? '',
      day,
      startMin,
      durationMin: 15,
      startsAt: toInstant(day, startMin, load.zone)?.toISOString() ?? '',
    };
  };
}

function weekdaysAfter(last: string, count: number): string[] {
  const days: string[] = [];
  for (let day = addDays(last, 1); days.length < count; day = addDays(day, 1)) {
    if (isoWeekday(day) <= 5) days.push(day);
  }
  return days;
}

run().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
