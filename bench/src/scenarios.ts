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
  /** Part of the run's operations it makes: 1 unless said. */
  readonly share?: number;
  readonly call: (api: ApiUnderTest, index: number) => Promise<boolean>;
}

/** Ten beginnings as they are typed. */
const beginnings = ['dup', 'mar', 'le', 'ben am', 'durand p', 'garc', 'petit', 'nguy', 'roux s', 'mor'];
/** Nine to noon, by quarters. */
const placesAMorning = 12;

export function scenariosOf(load: Load): Scenario[] {
  return [
    dayOf(load),
    heldOn(load),
    searchIn(load),
    nextFreeSlot(load),
    bookIn(load),
    issueIn(load),
    exportMonth(load),
  ];
}

const rootOf = ({ practiceId }: Load) => `/practices/${practiceId}`;

function dayOf(load: Load): Scenario {
  return {
    name: 'day of 10 columns',
    aim: 3,
    marker: /a\.local_day = \$2/,
    call: async (api, index) =>
      (await api.call('GET', `${rootOf(load)}/days/${load.days[index % load.days.length]}`)) === 200,
  };
}

/** Read beside the day at each opening, and at each place somebody begins or ceases to speak about. */
function heldOn(load: Load): Scenario {
  return {
    name: 'places held on a day (24)',
    aim: 5,
    marker: /from hold/i,
    call: async (api) => (await api.call('GET', `${rootOf(load)}/days/${load.days.at(-1)}/holds`)) === 200,
  };
}

function searchIn(load: Load): Scenario {
  return {
    name: 'patient search',
    aim: 5,
    marker: /patient_search_key/,
    call: async (api, index) => {
      const body = { text: beginnings[index % beginnings.length], limit: 8 };
      return (await api.call('POST', `${rootOf(load)}/patients/search`, body)) === 200;
    },
  };
}

/** Twelve months, every column; the agenda is full for the first six, so nothing is found early. */
function nextFreeSlot(load: Load): Scenario {
  return {
    name: 'next free half-hour, 12 months',
    aim: 1.5,
    marker: /from claim/i,
    share: 0.25,
    call: async (api) => {
      const body = { durationMin: 30, motifId: load.motifId, fromDay: load.today, toDay: addDays(load.today, 365) };
      return (await api.call('POST', `${rootOf(load)}/free-slots`, body)) === 200;
    },
  };
}

function bookIn(load: Load): Scenario {
  const place = placesOf(load);
  return {
    name: 'book',
    aim: 3,
    marker: /insert into claim/i,
    call: async (api, index) =>
      (await api.call('POST', `${rootOf(load)}/appointments`, place(index), { 'idempotency-key': randomUUID() })) ===
      201,
  };
}

/** One euro paid, the rest owed with its reason: right for every patient, whoever pays what. */
function issueIn(load: Load): Scenario {
  const body = { payments: [{ method: 'card', cents: 100 }], outstandingReason: 'Attend son virement' };
  return {
    name: 'issue a numbered invoice',
    aim: 6,
    marker: /insert into invoice /i,
    call: async (api, index) => {
      const target = `${rootOf(load)}/appointments/${load.unpaidIds[index]}/invoice`;
      const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
      return (await api.call('POST', target, body, headers)) === 201;
    },
  };
}

function exportMonth(load: Load): Scenario {
  return {
    name: 'export of a month, 6 000 invoices',
    aim: 1.5,
    marker: /month_rows/,
    share: 0.05,
    call: async (api) => {
      const headers = { cookie: `__Host-pupitre=${load.adminToken}` };
      const target = `${rootOf(load)}/exports/${load.month}/factures.csv`;
      return (await api.call('GET', target, undefined, headers)) === 200;
    },
  };
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
