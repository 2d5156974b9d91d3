import { randomUUID } from 'node:crypto';
import { addDays, isoWeekday } from '@pupitre/shared/time/zone';
import type { ApiUnderTest } from './api-under-test.js';
import type { Load } from './bench-database.js';

export interface Scenario {
  readonly name: string;
  /** Processor of the product ÷ processor of the floor, at most. */
  readonly aim: number;
  /** What tells this scenario's transactions from others. */
  readonly marker: RegExp;
  readonly call: (api: ApiUnderTest, index: number) => Promise<boolean>;
}

/** Ten beginnings as they are typed. */
const beginnings = ['dup', 'mar', 'le', 'ben am', 'durand p', 'garc', 'petit', 'nguy', 'roux s', 'mor'];
/** Nine to noon, by quarters. */
const placesAMorning = 12;

export function scenariosOf(load: Load): Scenario[] {
  const root = `/practices/${load.practiceId}`;
  const place = placesOf(load);
  return [
    {
      name: 'day of 10 columns',
      aim: 3,
      marker: /a\.local_day = \$2/,
      call: async (api, index) =>
        (await api.call('GET', `${root}/days/${load.days[index % load.days.length]}`)) === 200,
    },
    {
      name: 'patient search',
      aim: 5,
      marker: /patient_search_key/,
      call: async (api, index) => {
        const body = { text: beginnings[index % beginnings.length], limit: 8 };
        return (await api.call('POST', `${root}/patients/search`, body)) === 200;
      },
    },
    {
      name: 'book',
      aim: 3,
      marker: /insert into claim/i,
      call: async (api, index) =>
        (await api.call('POST', `${root}/appointments`, place(index), { 'idempotency-key': randomUUID() })) === 201,
    },
  ];
}

/** Places nobody holds: mornings past the seeded days, each asked for once. */
function placesOf(load: Load): (index: number) => object {
  const openDays = weekdaysAfter(load.days.at(-1) ?? '', 200);
  return (index) => {
    const column = load.columns[index % load.columns.length];
    const perColumn = Math.floor(index / load.columns.length);
    return {
      resourceId: column?.resourceId,
      motifId: load.motifId,
      patientId: load.patientIds[index % load.patientIds.length],
      day: openDays[Math.floor(perColumn / placesAMorning)],
      startMin: 540 + (perColumn % placesAMorning) * 15,
      durationMin: 15,
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
