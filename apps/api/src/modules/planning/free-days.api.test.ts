import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { addDays } from '@pupitre/shared/time/zone';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { FreeDaysUpkeep } from './free-days.upkeep.js';

let t: TestApp;
// Without the worker: its own upkeep would mend what a story planted.
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const monday = '2026-03-02';
const tuesday = '2026-03-03';
const night = new Date('2026-03-03T03:20:00+01:00');

/** What the worker does by the clock: in the day for columns that are not kept yet, at night for all of them. */
const upkeep = (practice: GivenPractice) => t.app.get(FreeDaysUpkeep).run(practice.id);

/** Every day of every column computed again: how many were not true. */
async function untrueDays(practice: GivenPractice): Promise<number> {
  const before = t.clock.now();
  t.clock.moveTo(night);
  return upkeep(practice).finally(() => t.clock.moveTo(before));
}

function rows<Row>(practice: GivenPractice, sql: string, ...parameters: unknown[]): Promise<Row[]> {
  return t.given.within(practice, async () => (await t.owner.query(sql, [practice.id, ...parameters])).rows as Row[]);
}

async function find(desk: Desk, question: object = {}): Promise<FreeSlotView[]> {
  const reply = await desk.post('/free-slots', { durationMin: 15, fromDay: monday, ...question });
  expect(reply.status).toBe(200);
  return reply.body.slots;
}

function visit(practice: GivenPractice, patientId: string, overrides: object = {}) {
  const { martin, consultation } = practice;
  const place = { resourceId: martin.resourceId, day: tuesday, startMin: 480, durationMin: 15 };
  return { ...place, motifId: consultation, patientId, ...overrides };
}

/** Both columns taken whole from a day on, by visits of four hours. */
async function fill(practice: GivenPractice, desk: Desk, days: number): Promise<void> {
  const patients = [await t.given.patient(practice), await t.given.patient(practice)] as const;
  for (let ahead = 0; ahead < days; ahead += 1) {
    for (const [at, { resourceId }] of [practice.martin, practice.leroy].entries()) {
      const { id } = patients[at === 0 ? 0 : 1];
      for (const startMin of [480, 840]) {
        const place = { resourceId, day: addDays(monday, ahead), startMin, durationMin: 240 };
        await desk.post('/appointments', visit(practice, id, place)).expect(201);
      }
    }
  }
}

describe('the search', () => {
  const questions = [
    {},
    { durationMin: 240, limit: 5 },
    { partOfDay: 'afternoon', limit: 4 },
    { partOfDay: 'morning', fromDay: monday, fromMin: 900 },
    { durationMin: 120, weekdays: [3, 5], limit: 8 },
    { noticeMin: 3 * 24 * 60 },
    { fromDay: '2026-03-27', limit: 30, skip: 7 },
    { fromDay: '2028-02-28', limit: 30 },
    { toDay: '2026-03-06', limit: 30 },
    { durationMin: 300 },
  ];

  test('answers the same whether days are kept or computed', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await fill(practice, lea, 4);
    const absence = { fromDay: '2026-03-09', fromMin: 0, toDay: '2026-03-13', toMin: 720, reason: 'leave', note: '' };
    await lea.post('/absences', { resourceId: practice.martin.resourceId, ...absence }).expect(201);
    const computed = [];
    for (const question of questions) computed.push(await find(lea, question));
    await upkeep(practice);
    const [kept] = await rows<{ n: number }>(
      practice,
      'select count(*)::int as n from free_day where practice_id = $1',
    );
    expect(kept?.n).toBeGreaterThan(2 * 730);
    for (const [at, question] of questions.entries()) expect(await find(lea, question)).toEqual(computed[at]);
    expect(computed.map(({ length }) => length)).toEqual([3, 5, 4, 3, 8, 3, 30, expect.any(Number), 30, 0]);
  });

  test('weekdays, halves of the day and the notice are respected', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await upkeep(practice);
    const wednesdays = await find(lea, { weekdays: [3], partOfDay: 'afternoon', limit: 2 });
    expect(wednesdays.map(({ day, startMin }) => `${day} ${startMin}`)).toEqual(['2026-03-04 840', '2026-03-04 840']);
    const [first] = await find(lea, { noticeMin: 26 * 60, limit: 1 });
    expect(first).toMatchObject({ day: tuesday, startMin: 660 });
    await lea.post('/free-slots', { durationMin: 15, fromDay: monday, weekdays: [8] }).expect(422);
    await lea.post('/free-slots', { durationMin: 15, fromDay: monday, noticeMin: -1 }).expect(422);
  });

  test('offers nothing that somebody holds, though the day is kept as free', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await fill(practice, lea, 2);
    await upkeep(practice);
    const [first] = await find(lea, { limit: 1 });
    expect(first).toMatchObject({ day: '2026-03-04', startMin: 480 });
    await rows(
      practice,
      `update free_day set longest = 600, morning = 300, afternoon = 300
        where practice_id = $1 and local_day = '2026-03-03'`,
    );
    expect(await find(lea, { limit: 1 })).toEqual([first]);
  });
});

describe('what is kept', () => {
  test('forty desks ask for the place on offer of a full agenda: one has it, and the next search passes it over', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    await fill(practice, lea, 4);
    await upkeep(practice);
    const { id } = await t.given.patient(practice);
    const [offer] = await find(lea, { durationMin: 240, limit: 1 });
    const { day, startMin, resourceId } = offer as FreeSlotView;
    expect(day).toBe('2026-03-06');
    const body = visit(practice, id, { day, startMin, resourceId, durationMin: 240 });
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? lea : sonia).post('/appointments', body)),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(39);
    const [kept] = await rows<{ morning: number; afternoon: number }>(
      practice,
      'select morning, afternoon from free_day where practice_id = $1 and resource_id = $2 and local_day = $3',
      resourceId,
      day,
    );
    expect(kept).toEqual({ morning: 0, afternoon: 240 });
    const next = await find(lea, { durationMin: 240, limit: 1 });
    expect(next).not.toEqual([offer]);
    expect(await untrueDays(practice)).toBe(0);
  });

  test('what is not true is mended at night, counted, and days that are over are forgotten', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await upkeep(practice);
    await rows(practice, `update free_day set longest = 0 where practice_id = $1 and local_day = '2026-03-04'`);
    expect(await upkeep(practice)).toBe(0);
    expect(await untrueDays(practice)).toBe(2);
    expect(await untrueDays(practice)).toBe(0);
    const [over] = await rows<{ n: number }>(
      practice,
      `select count(*)::int as n from free_day where practice_id = $1 and local_day < $2`,
      tuesday,
    );
    expect(over?.n).toBe(0);
    expect((await find(lea, { fromDay: tuesday, limit: 1 }))[0]?.day).toBe(tuesday);
  });

  test('stays true through a storm of bookings, moves, cancellations, undos, absences and hours', async () => {
    const its = await t.given.deskWithTwoSecretaries();
    await upkeep(its.practice);
    const storm = new Storm(its.practice, [its.lea, its.sonia], await t.given.patient(its.practice));
    for (let wave = 0; wave < 12; wave += 1) await Promise.all(Array.from({ length: 6 }, () => storm.act()));
    expect(storm.done.size).toBe(7);
    expect(await untrueDays(its.practice)).toBe(0);
  });
});

/** Acts without order, several at once; refusals are part of it, faults are not. */
class Storm {
  readonly done = new Set<string>();
  private readonly acts: string[] = [];
  private readonly absences: string[] = [];
  private turn = 0;
  private seed = 20_260_302;

  constructor(
    private readonly practice: GivenPractice,
    private readonly desks: readonly Desk[],
    private readonly patient: { id: string },
  ) {}

  async act(): Promise<void> {
    const kinds = ['book', 'book', 'move', 'cancel', 'undo', 'absent', 'back', 'hours'] as const;
    const kind = kinds[this.turn % kinds.length] ?? 'book';
    this.turn += 1;
    const reply = await this[kind]();
    if (!reply) return;
    expect([200, 201, 204, 404, 409, 412]).toContain(reply.status);
    if (reply.status < 300) this.done.add(kind);
    if (reply.body?.act) this.acts.push(reply.body.act.id);
    if (reply.body?.absence) this.absences.push(reply.body.absence.id);
  }

  private book() {
    return this.desk.post('/appointments', visit(this.practice, this.patient.id, this.place()));
  }

  private async move() {
    const card = await this.card();
    return card && this.desk.act(`/appointments/${card.id}/move`, card.version, this.place());
  }

  private async cancel() {
    const card = await this.card();
    return card && this.desk.act(`/appointments/${card.id}/cancel`, card.version, { by: 'patient' });
  }

  private async undo() {
    const act = this.acts.splice(this.dice(this.acts.length), 1)[0];
    if (!act) return null;
    // Each desk may take back its own: the other is refused.
    const mine = await this.desk.post(`/acts/${act}/undo`);
    return mine.status === 200 ? mine : this.desks[1]?.post(`/acts/${act}/undo`);
  }

  private absent() {
    const [fromDay, length] = [this.day(), this.dice(3)];
    const span = { fromDay, fromMin: 600, toDay: addDays(fromDay, length), toMin: 900 };
    return this.desk.post('/absences', { resourceId: this.column, ...span, reason: 'leave', note: '' });
  }

  private async back() {
    const absence = this.absences.splice(this.dice(this.absences.length), 1)[0];
    return absence ? this.desk.delete(`/absences/${absence}`) : null;
  }

  private async hours() {
    const resourceId = this.column;
    const [row] = await rows<{ version: number }>(
      this.practice,
      'select version from resource where practice_id = $1 and id = $2',
      resourceId,
    );
    const endMin = 700 + 20 * this.dice(5);
    const hours = [1, 2, 3, 4, 5].map((isodow) => ({ isodow, startMin: 480, endMin }));
    return this.desks[1]?.put(`/resources/${resourceId}/opening-hours`, { hours }, row?.version);
  }

  private async card(): Promise<AppointmentCard | undefined> {
    const { body } = await this.desk.get(`/days/${this.day()}`);
    const standing = body.appointments.filter(({ status }: AppointmentCard) => status === 'booked');
    return standing[this.dice(standing.length)];
  }

  private place() {
    const durationMin = 15 * (1 + this.dice(4));
    return { resourceId: this.column, day: this.day(), startMin: 480 + 15 * this.dice(16), durationMin };
  }

  private day = () => addDays(tuesday, this.dice(4));

  private get desk(): Desk {
    return this.desks[this.dice(2)] as Desk;
  }

  private get column(): string {
    return (this.dice(2) ? this.practice.martin : this.practice.leroy).resourceId;
  }

  private dice(sides: number): number {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return sides === 0 ? 0 : Math.floor((this.seed / 2_147_483_648) * sides);
  }
}
