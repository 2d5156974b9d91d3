import { randomUUID } from 'node:crypto';
import type { SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import { addDays } from '@pupitre/shared/time/zone';
import type { ApiUnderTest } from './api-under-test.js';
import type { Load } from './bench-database.js';
import { type Figure, measure, warmUpOf } from './measure.js';

const previews = 40;
const writes = 20;

/** The longest series there is, over a full agenda: each visit meets somebody, and other places are looked for. */
export async function seriesRows(api: ApiUnderTest, load: Load, pids: () => readonly number[]): Promise<string[]> {
  const path = `/practices/${load.practiceId}/series`;
  const longest = seriesOf(load, 0, { from: addDays(load.today, 1), weekdays: [1, 2, 3, 4, 5], count: 104 });
  const preview = await measure({
    ...{ name: 'preview of a series of 104', clients: 1, operations: previews, pids },
    operate: async () => (await api.call('POST', `${path}/preview`, longest)) === 200,
  });
  const seen = await Promise.all(
    Array.from({ length: writes + warmUpOf(writes) }, (_, index) => seenSeries(api, load, path, index)),
  );
  const write = await measure({
    ...{ name: 'write a series of 52', clients: 1, operations: writes, pids },
    operate: async (index) => (await api.call('POST', path, seen[index], { 'idempotency-key': randomUUID() })) === 201,
  });
  return [preview, write].map(rowOf);
}

/** Half a year of Tuesdays and Thursdays past the full days, as its desk saw it: each in its own column or at its own time. */
async function seenSeries(api: ApiUnderTest, load: Load, path: string, index: number) {
  const from = addDays(load.days.at(-1) ?? load.today, 7);
  const asked = seriesOf(load, index, { from, weekdays: [2, 4], count: 52, skipHolidays: true });
  const reply = await fetch(`${api.base}${path}/preview`, {
    method: 'POST',
    headers: { cookie: `__Host-pupitre=${load.sessionToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  const { mark, visits } = (await reply.json()) as SeriesPlanView;
  const choices = visits.flatMap(({ key, isDecided }) => (isDecided ? [] : [{ key, choice: { kind: 'skip' } }]));
  if (choices.length > 0) throw new Error(`${choices.length} visits of a series meet something`);
  return { ...asked, mark };
}

function seriesOf({ columns, motifId, patientIds }: Load, index: number, rule: object) {
  const column = columns[index % columns.length];
  const startMin = 900 + 15 * Math.floor(index / columns.length);
  const patientId = patientIds[index % patientIds.length];
  return { resourceId: column?.resourceId, motifId, patientId, startMin, durationMin: 15, rule };
}

const rowOf = ({ name, operations, p50, p95, cpu, failures }: Figure) =>
  `| ${name} | kept | ${operations} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${cpu?.toFixed(1) ?? '–'} | ${failures} |`;
