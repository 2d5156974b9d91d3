import { setTimeout as pause } from 'node:timers/promises';
import type { LoadSize } from '@pupitre/seeds/load';
import { addDays } from '@pupitre/shared/time/zone';
import { type ApiUnderTest, startApi } from './api-under-test.js';
import { appUrl, asSuperuser, forgetWrites, type Load, prepareLoad, superuserUrl } from './bench-database.js';
import { familyOf, postmasterOf } from './cpu.js';
import { addMotifWithRoom } from './held-places.js';
import { measure } from './measure.js';
import { NaiveSlots } from './naive-slots.js';
import { scenariosOf } from './scenarios.js';
import { seriesRows } from './series-rows.js';

/** Twelve months of open days without one free quarter of an hour. */
const fullYear: LoadSize = {
  practitioners: 20,
  pastDays: 5,
  futureDays: 255,
  unpaidDays: 1,
  perDay: 38,
  patients: 2_000,
};

/** The next free place in a full year, computed from the claims and then from the days kept; and what keeping costs a booking. */
export async function runSlots(operations: number): Promise<void> {
  console.log('Filling a year of twenty agendas…');
  const load = await prepareLoad(fullYear);
  const postmaster = await asSuperuser(async (client) =>
    postmasterOf((await client.query('select pg_backend_pid() as pid')).rows[0].pid),
  );
  const rows = [await naive(load, postmaster)];
  const withRoom = await addMotifWithRoom(load);
  for (const kept of [false, true]) {
    process.env.PUPITRE_WORKER = kept ? 'on' : 'off';
    const api = await startApi(appUrl(), load.sessionToken);
    if (kept) rows.push(await keeping(load));
    for (const { name, share, call } of questionsOf(load, withRoom)) {
      const count = Math.max(20, Math.round(operations * (kept ? 1 : share)));
      const pids = () => [api.pid, ...familyOf(postmaster)];
      const figure = await measure({ name, clients: 1, operations: count, pids, operate: (index) => call(api, index) });
      const how = kept ? 'kept' : 'computed';
      const times = `${figure.p50.toFixed(1)} | ${figure.p95.toFixed(1)} | ${figure.cpu?.toFixed(1) ?? '–'}`;
      rows.push(`| ${name} | ${how} | ${count} | ${times} | ${figure.failures} |`);
    }
    if (kept) rows.push(...(await seriesRows(api, load, () => [api.pid, ...familyOf(postmaster)])));
    await api.stop();
    // The worker has sealed what it saw: only the first round can be taken away.
    if (!kept) await forgetWrites(load);
  }
  console.log(
    ['| operation | days | n | p50 ms | p95 ms | CPU ms/op | refused |', '|---|---|---|---|---|---|---|', ...rows].join(
      '\n',
    ),
  );
}

/** What most agendas do: a month of it, once, for twelve take minutes. */
async function naive(load: Load, postmaster: number): Promise<string> {
  const slots = new NaiveSlots(superuserUrl());
  await slots.open();
  const figure = await measure({
    name: 'next half-hour, one month: none',
    clients: 1,
    operations: 1,
    pids: () => familyOf(postmaster),
    operate: () => slots.find(load, 30),
  });
  await slots.close();
  return `| ${figure.name} | naive query | 1 | ${figure.p50.toFixed(1)} | ${figure.p95.toFixed(1)} | ${figure.cpu?.toFixed(1) ?? '–'} | ${figure.failures} |`;
}

/** Waits for the worker's first round over the columns. */
async function keeping(load: Load): Promise<string> {
  const start = performance.now();
  const columnsKept = () =>
    asSuperuser(async (client) => {
      const { rows } = await client.query(
        'select count(distinct resource_id)::int as n from free_day where practice_id = $1',
        [load.practiceId],
      );
      return Number(rows[0].n);
    });
  while ((await columnsKept()) < fullYear.practitioners) {
    if (performance.now() - start > 180_000) throw new Error('the worker did not keep the days');
    await pause(100);
  }
  await asSuperuser((client) => client.query('analyze free_day'));
  return `| the worker keeps 20 columns × 2 years | kept | 1 | ${(performance.now() - start).toFixed(0)} | | | 0 |`;
}

interface Question {
  readonly name: string;
  /** Of the operations, where each is computed. */
  readonly share: number;
  readonly call: (api: ApiUnderTest, index: number) => Promise<boolean>;
}

function questionsOf(load: Load, withRoom: string): Question[] {
  const { motifId, today } = load;
  const asks = (name: string, body: object): Question => ({
    name,
    share: 0.1,
    call: async (api) =>
      (await api.call('POST', `/practices/${load.practiceId}/free-slots`, { motifId, fromDay: today, ...body })) ===
      200,
  });
  const book = scenariosOf(load).find(({ name }) => name === 'book');
  return [
    asks('next half-hour, twelve months: none', { durationMin: 30, toDay: addDays(today, 365) }),
    asks('next half-hour, two years: after twelve months', { durationMin: 30 }),
    asks('the same, with a room of three besides', { durationMin: 30, motifId: withRoom }),
    asks('next Tuesday or Thursday afternoon', {
      durationMin: 30,
      weekdays: [2, 4],
      partOfDay: 'afternoon',
      limit: 30,
    }),
    ...(book ? [{ name: book.name, share: 1, call: book.call }] : []),
  ];
}
