import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { addDays, isoWeekday } from '@pupitre/shared/time/zone';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { FreeDaysUpkeep } from './free-days.upkeep.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

const monday = '2026-03-02';
/** Days the oracle looks at; the agenda beyond is empty and open. */
const horizon = 21;

interface Question {
  readonly motifId: string | null;
  readonly durationMin: number | null;
  readonly otherMotifIds?: readonly string[];
  readonly resourceIds?: readonly string[];
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromMin?: number;
  readonly partOfDay?: 'morning' | 'afternoon' | null;
  readonly weekdays?: readonly number[];
  readonly timeWindows?: readonly { isodow: number | null; startMin: number; endMin: number }[];
  readonly noticeMin?: number;
  readonly limit: number;
  readonly skip?: number;
}

interface Kind {
  readonly id: string;
  readonly gridMin: number;
  readonly minutes: Readonly<Record<string, number>>;
}

/** What the oracle knows of the practice: nothing of it comes from the code it checks. */
interface World {
  readonly columns: readonly string[];
  readonly kinds: readonly Kind[];
  readonly away: readonly { resourceId: string; fromDay: string; toDay: string; fromMin: number; toMin: number }[];
  readonly free: ReadonlyMap<string, readonly boolean[]>;
}

/** Minute by minute, by no rule of the product: open 8-12 and 14-18 on working days, from nine on Monday on. */
function naiveSlots(world: World, question: Question): FreeSlotView[] {
  const { fromDay, toDay, fromMin = 0, noticeMin = 0, limit, skip = 0 } = question;
  const wanted = [question.motifId, ...(question.otherMotifIds ?? [])].filter((id) => id !== null);
  const found: FreeSlotView[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    const soonest = earliestOn(day, fromDay, fromMin, noticeMin);
    const ofDay: FreeSlotView[] = [];
    for (const resourceId of world.columns) {
      if (question.resourceIds?.length && !question.resourceIds.includes(resourceId)) continue;
      let freeFrom = soonest;
      for (let startMin = soonest; startMin < 1440; startMin += 1) {
        if (startMin < freeFrom) continue;
        const kinds = wanted.length > 0 ? wanted : ['any'];
        for (const motifId of kinds) {
          const kind = world.kinds.find(({ id }) => id === motifId);
          const minutes = minutesFor(question, motifId, kind, resourceId);
          if (minutes === null || startMin % (kind?.gridMin ?? 5) !== 0) continue;
          const span = { resourceId, day, startMin, endMin: startMin + minutes };
          if (!isFree(world, span) || !isAsked(question, span)) continue;
          ofDay.push({ ...span, ...(wanted.length > 1 && { motifId }) });
          freeFrom = span.endMin;
          break;
        }
      }
    }
    found.push(...ofDay.sort((a, b) => a.startMin - b.startMin));
  }
  return found.slice(skip, skip + limit);
}

function earliestOn(day: string, fromDay: string, fromMin: number, noticeMin: number): number {
  const now = 9 * 60 + noticeMin;
  const nowDay = addDays(monday, Math.floor(now / 1440));
  const soonest = day < nowDay ? 1440 : day === nowDay ? now % 1440 : 0;
  return day === fromDay ? Math.max(soonest, fromMin) : soonest;
}

function minutesFor({ motifId, durationMin }: Question, id: string, kind: Kind | undefined, resourceId: string) {
  if (!kind) return id === 'any' ? durationMin : null;
  const own = kind.minutes[resourceId] ?? null;
  return own !== null && id === motifId && durationMin !== null ? durationMin : own;
}

type Span = Pick<FreeSlotView, 'resourceId' | 'day' | 'startMin' | 'endMin'>;

function isFree({ free }: World, { resourceId, day, startMin, endMin }: Span): boolean {
  const minutes = free.get(`${resourceId} ${day}`) ?? [];
  for (let minute = startMin; minute < endMin; minute += 1) if (!minutes[minute]) return false;
  return true;
}

/** Each minute of each column and day: open, not taken, nobody away. */
function freeMinutes({
  columns,
  away,
  visits,
}: Pick<World, 'columns' | 'away'> & { visits: readonly AppointmentCard[] }) {
  const free = new Map<string, boolean[]>();
  const at = (day: string, minute: number) => `${day} ${String(minute).padStart(4, '0')}`;
  for (const resourceId of columns) {
    for (let n = 0; n < horizon; n += 1) {
      const day = addDays(monday, n);
      const taken = visits.filter((one) => one.resourceId === resourceId && one.day === day);
      const gone = away.filter((one) => one.resourceId === resourceId);
      const minutes = Array.from({ length: 1440 }, (_, minute) => {
        const isOpen = isoWeekday(day) <= 5 && ((minute >= 480 && minute < 720) || (minute >= 840 && minute < 1080));
        const isTaken = taken.some(({ startMin, endMin }) => startMin <= minute && minute < endMin);
        const now = at(day, minute);
        const isAway = gone.some((one) => now >= at(one.fromDay, one.fromMin) && now < at(one.toDay, one.toMin));
        return isOpen && !isTaken && !isAway;
      });
      free.set(`${resourceId} ${day}`, minutes);
    }
  }
  return free;
}

function isAsked({ partOfDay, weekdays = [], timeWindows = [] }: Question, { day, startMin, endMin }: Span): boolean {
  if (partOfDay === 'morning' && endMin > 720) return false;
  if (partOfDay === 'afternoon' && startMin < 720) return false;
  if (weekdays.length > 0 && !weekdays.includes(isoWeekday(day))) return false;
  if (timeWindows.length === 0) return true;
  for (let minute = startMin; minute < endMin; minute += 1) {
    const isIn = timeWindows.some(
      (one) => (one.isodow === null || one.isodow === isoWeekday(day)) && one.startMin <= minute && minute < one.endMin,
    );
    if (!isIn) return false;
  }
  return true;
}

/** Whole numbers without order, the same in every run. */
class Dice {
  private seed = 20_260_302;

  roll(sides: number): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.seed / 2_147_483_648) * sides);
  }

  one<T>(list: readonly T[]): T {
    return list[this.roll(list.length)] as T;
  }

  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.roll(2) === 0);
  }
}

async function find(desk: Desk, question: object): Promise<FreeSlotView[]> {
  const reply = await desk.post('/free-slots', question);
  expect(reply.status).toBe(200);
  return reply.body.slots;
}

const plain = (slots: readonly FreeSlotView[]) => slots.map(({ reasons: _, ...slot }) => slot);

/** A practice with a busy fortnight, a colleague away, and two motifs of different lengths and grids. */
async function busyPractice(dice: Dice) {
  const its = await t.given.deskWithTwoSecretaries();
  const { practice, lea, sonia } = its;
  const columns = [practice.martin.resourceId, practice.leroy.resourceId];
  const [martin = '', leroy = ''] = columns;
  const added = await sonia
    .post('/motifs', {
      ...{
        name: 'Suivi',
        shortName: 'Suivi',
        minutes: 20,
        color: 'suivi',
        place: 'practice',
        usualActs: [],
        active: true,
      },
      ...{ resourceIds: columns, gridMin: 10, durations: [{ resourceId: leroy, minutes: 40 }] },
    })
    .expect(201);
  const suivi: string = added.body.id;
  const kinds: Kind[] = [
    { id: practice.consultation, gridMin: 5, minutes: { [martin]: 15, [leroy]: 15 } },
    { id: practice.firstVisit, gridMin: 5, minutes: { [martin]: 20 } },
    { id: suivi, gridMin: 10, minutes: { [martin]: 20, [leroy]: 40 } },
  ];
  const away = { resourceId: leroy, fromDay: '2026-03-05', fromMin: 600, toDay: '2026-03-09', toMin: 930 };
  await sonia.post('/absences', { ...away, reason: 'leave', note: '' }).expect(201);
  await book(practice, lea, columns, dice);
  return { ...its, columns, kinds, away: [away] };
}

/** Refusals are part of it: what stands in the end is read from the agenda. */
async function book(practice: GivenPractice, desk: Desk, columns: readonly string[], dice: Dice): Promise<void> {
  const patients: string[] = [];
  for (let n = 0; n < 12; n += 1) patients.push((await t.given.patient(practice)).id);
  for (let wave = 0; wave < 18; wave += 1) {
    const bookings = Array.from({ length: 6 }, () => {
      const place = { resourceId: dice.one(columns), day: addDays(monday, dice.roll(10)) };
      const span = { startMin: 480 + 5 * dice.roll(110), durationMin: 5 * (2 + dice.roll(12)) };
      const who = { motifId: practice.consultation, patientId: dice.one(patients) };
      return desk.post('/appointments', { ...place, ...span, ...who });
    });
    await Promise.all(bookings);
  }
}

async function visitsOf(desk: Desk): Promise<AppointmentCard[]> {
  const days = Array.from({ length: horizon }, (_, n) => addDays(monday, n));
  const cards: AppointmentCard[] = [];
  for (const day of days) cards.push(...(await desk.get(`/days/${day}`)).body.appointments);
  return cards.filter(({ status }) => status !== 'cancelled');
}

function anyQuestion(dice: Dice, kinds: readonly Kind[], columns: readonly string[]): Question {
  const ids = kinds.map(({ id }) => id);
  const motifId = dice.one([null, ...ids]);
  const startMin = 480 + 15 * dice.roll(36);
  const window = () => ({
    isodow: dice.one([null, 1, 2, 3, 4, 5]),
    startMin,
    endMin: startMin + 30 + 30 * dice.roll(8),
  });
  const fromDay = addDays(monday, dice.roll(6));
  return {
    motifId,
    durationMin: motifId === null ? dice.one([10, 25, 60, 180]) : dice.one([null, null, 30]),
    otherMotifIds: motifId === null ? [] : dice.one([[], [], dice.some(ids.filter((id) => id !== motifId))]),
    resourceIds: dice.one([[], [dice.one(columns)], columns]),
    fromDay,
    fromMin: dice.one([0, 0, 700]),
    toDay: addDays(fromDay, dice.roll(12)),
    partOfDay: dice.one([null, null, 'morning', 'afternoon']),
    weekdays: dice.one([[], [], dice.some([1, 2, 3, 4, 5])]),
    timeWindows: dice.one([[], [window()], [window(), window()]]),
    noticeMin: dice.one([0, 0, 90, 1800]),
    limit: dice.one([1, 3, 30]),
    skip: dice.one([0, 0, 3]),
  };
}

describe('finder and grid never disagree', () => {
  test('whatever is asked, kept or computed, the answer is that of an oracle that counts minutes', async () => {
    const dice = new Dice();
    const { practice, lea, columns, kinds, away } = await busyPractice(dice);
    const visits = await visitsOf(lea);
    expect(visits.length).toBeGreaterThan(25);
    const world = { columns, kinds, away, free: freeMinutes({ columns, away, visits }) };
    const questions = Array.from({ length: 100 }, () => anyQuestion(dice, kinds, columns));
    let offers = 0;
    for (const pass of ['computed', 'kept']) {
      if (pass === 'kept') await t.app.get(FreeDaysUpkeep).run(practice.id);
      for (const question of questions) {
        const slots = await find(lea, question);
        expect({ pass, question, slots: plain(slots) }).toEqual({ pass, question, slots: naiveSlots(world, question) });
        offers += slots.length;
      }
    }
    expect(offers).toBeGreaterThan(300);
  }, 90_000);

  test('every place on offer can be booked, as long as it takes there', async () => {
    const dice = new Dice();
    const { practice, lea, columns, kinds } = await busyPractice(dice);
    for (let n = 0; n < 40; n += 1) {
      const question = { ...anyQuestion(dice, kinds, columns), motifId: dice.one(kinds).id };
      const slot = (await find(lea, question)).at(-1);
      if (!slot) continue;
      const { resourceId, day, startMin, endMin } = slot;
      const { id: patientId } = await t.given.patient(practice);
      const motifId = slot.motifId ?? question.motifId;
      const body = { resourceId, day, startMin, durationMin: endMin - startMin, motifId, patientId };
      await lea.post('/appointments', body).expect(201);
    }
  }, 90_000);

  test('every place on offer to one patient can be booked for her, and every one to move her visit can be moved to', async () => {
    const dice = new Dice();
    const { practice, lea, columns, kinds } = await busyPractice(dice);
    const { id: patientId } = await t.given.patient(practice);
    const booked: { id: string; version: number; motifId: string }[] = [];
    for (let n = 0; n < 24; n += 1) {
      const question = { ...anyQuestion(dice, kinds, columns), motifId: dice.one(kinds).id, otherMotifIds: [] };
      const moved = n % 3 === 2 ? booked.at(-1) : undefined;
      const [slot] = await find(lea, {
        ...{ ...question, motifId: moved?.motifId ?? question.motifId, skip: 0, limit: 1 },
        ...{ patientId, movingId: moved?.id ?? null },
      });
      if (!slot) continue;
      const { resourceId, day, startMin, endMin } = slot;
      const place = { resourceId, day, startMin, durationMin: endMin - startMin };
      if (moved) {
        const reply = await lea.act(`/appointments/${moved.id}/move`, moved.version, place);
        expect([reply.status, reply.body.code]).toEqual([200, undefined]);
        moved.version += 1;
      } else {
        const reply = await lea.post('/appointments', { ...place, motifId: question.motifId, patientId });
        expect([reply.status, reply.body.code]).toEqual([201, undefined]);
        booked.push({ id: reply.body.appointment.id, version: 1, motifId: question.motifId });
      }
    }
    expect(booked.length).toBeGreaterThan(5);
  }, 90_000);

  test('a patient seen elsewhere at that hour is offered the next one; a visit to be moved, every place but its own', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { id: patientId } = await t.given.patient(practice);
    const day = '2026-03-03';
    const there = { resourceId: practice.leroy.resourceId, day, startMin: 480, durationMin: 15 };
    const visit = { ...there, motifId: practice.consultation, patientId };
    const { appointment } = (await lea.post('/appointments', visit).expect(201)).body;
    const asked = { durationMin: 15, fromDay: day, limit: 1, motifId: practice.consultation };
    const here = { ...asked, resourceIds: [practice.martin.resourceId] };
    expect((await find(lea, here))[0]?.startMin).toBe(480);
    expect((await find(lea, { ...here, patientId }))[0]?.startMin).toBe(495);
    // Moved, she is no longer there; and where the visit stands is no other place for it.
    const moving = { patientId, movingId: appointment.id };
    expect((await find(lea, { ...here, ...moving }))[0]?.startMin).toBe(480);
    const own = { ...asked, ...moving, resourceIds: [practice.leroy.resourceId] };
    expect((await find(lea, own))[0]?.startMin).toBe(495);
    const refused = await lea.post('/appointments', { ...visit, resourceId: practice.martin.resourceId });
    expect(refused.body.details.alternatives[0]).toMatchObject({ startMin: 495 });
  });
});

describe('what is asked', () => {
  test('a length needs a motif or minutes; hours that end before they begin are refused', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const asked = { fromDay: monday, limit: 1 };
    await lea.post('/free-slots', { ...asked, durationMin: null }).expect(422);
    await lea.post('/free-slots', { ...asked, durationMin: null, motifId: practice.firstVisit }).expect(200);
    const window = { isodow: null, startMin: 600, endMin: 540 };
    await lea.post('/free-slots', { ...asked, durationMin: 15, timeWindows: [window] }).expect(422);
  });

  test('hours of another weekday than the one asked for: nothing, at once', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const timeWindows = [{ isodow: 2, startMin: 480, endMin: 720 }];
    expect(await find(lea, { durationMin: 15, fromDay: monday, weekdays: [1], timeWindows })).toEqual([]);
  });

  test('a motif or a column of another practice offers nothing', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const { practice: other } = await t.given.deskWithTwoSecretaries();
    expect(await find(lea, { durationMin: 15, fromDay: monday, motifId: other.consultation })).toEqual([]);
    const elsewhere = [other.martin.resourceId];
    expect(await find(lea, { durationMin: 15, fromDay: monday, resourceIds: elsewhere })).toEqual([]);
  });
});

describe('why a place is offered', () => {
  const asked = { durationMin: 15, fromDay: '2026-03-03', limit: 1 };

  test('her practitioner, the visit she comes for anyhow, the weekday she is used to', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy, consultation } = practice;
    const { id: patientId } = await t.given.patient(practice);
    const about = { motifId: consultation, patientId, durationMin: 15 };
    const held = await lea
      .post('/appointments', { ...about, resourceId: martin.resourceId, day: '2026-03-03', startMin: 480 })
      .expect(201);
    const reasons = async (more: object) => (await find(lea, { ...asked, ...more }))[0]?.reasons;

    expect(await reasons({})).toEqual([{ code: 'free', minutes: 15 }]);
    expect(await reasons({ patientId, resourceIds: [martin.resourceId] })).toEqual([
      { code: 'free', minutes: 15 },
      { code: 'after_visit', startMin: 480 },
    ]);
    await t.given.within(practice, () =>
      t.owner.query('update patient set usual_practitioner_id = $2 where practice_id = $1 and id = $3', [
        practice.id,
        martin.practitionerId,
        patientId,
      ]),
    );
    expect(await reasons({ patientId, resourceIds: [leroy.resourceId] })).toEqual([
      { code: 'free', minutes: 15 },
      { code: 'other_practitioner' },
      { code: 'after_visit', startMin: 480 },
    ]);
    const moving = { patientId, resourceIds: [martin.resourceId], movingId: held.body.appointment.id };
    expect(await reasons(moving)).toEqual([{ code: 'free', minutes: 15 }, { code: 'same_practitioner' }]);
  });

  test('the room it comes with; no place when no room is free', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy } = practice;
    const room = { id: null, kind: 'room', name: 'Salle Écho', shortName: 'Écho', active: true };
    const pool = await sonia.post('/pools', { name: 'Salles d’échographie', members: [room] }).expect(201);
    const motif = await sonia
      .post('/motifs', {
        ...{ name: 'Échographie', shortName: 'Écho', minutes: 20, color: 'acte', place: 'practice', usualActs: [] },
        ...{ active: true, resourceIds: [martin.resourceId, leroy.resourceId] },
        needs: [{ poolId: pool.body.id, beforeMin: 0, afterMin: 10 }],
      })
      .expect(201);
    const about = { motifId: motif.body.id, durationMin: 20, fromDay: '2026-03-03' };
    const [first] = await find(lea, { ...about, resourceIds: [martin.resourceId], limit: 1 });
    const companion = { code: 'with_resource', resourceId: pool.body.members[0].id };
    expect(first).toMatchObject({ startMin: 480, reasons: [{ code: 'free', minutes: 20 }, companion] });
    const { id: patientId } = await t.given.patient(practice);
    const place = { resourceId: martin.resourceId, day: '2026-03-03', startMin: 480, durationMin: 20 };
    await lea.post('/appointments', { ...place, motifId: motif.body.id, patientId }).expect(201);
    const [next] = await find(lea, { ...about, resourceIds: [leroy.resourceId], limit: 1 });
    expect(next).toMatchObject({ resourceId: leroy.resourceId, startMin: 510 });
  });

  test('a lent desk learns nothing of the other columns', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy, consultation } = practice;
    const { id: patientId } = await t.given.patient(practice);
    const place = { resourceId: martin.resourceId, day: '2026-03-03', startMin: 480, durationMin: 15 };
    await lea.post('/appointments', { ...place, motifId: consultation, patientId }).expect(201);
    const nora = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
    const [slot] = await find(nora, { ...asked, patientId });
    expect(slot).toMatchObject({ resourceId: leroy.resourceId, reasons: [{ code: 'free', minutes: 15 }] });
  });

  test('another practice’s patient gives no reason', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const { practice: other } = await t.given.deskWithTwoSecretaries();
    const { id: patientId } = await t.given.patient(other);
    expect((await find(lea, { ...asked, patientId }))[0]?.reasons).toEqual([{ code: 'free', minutes: 15 }]);
  });
});
