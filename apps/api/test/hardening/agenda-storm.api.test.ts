import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
import type { Desk } from '../desk.js';
import type { GivenPatient, GivenPractice } from '../given.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { type ServerProcess, startTestApp, type TestApp } from '../test-app.js';
import { agendaInvariants, brokenInvariants } from './agenda-invariants.js';

let t: TestApp;
let twin: ServerProcess;
beforeAll(async () => {
  t = await startTestApp();
  twin = await t.startTwin();
});
afterAll(async () => {
  await twin.stop();
  await t.close();
});

/** Léa is served by one process, Sonia by the other. */
async function twoProcesses() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  return { practice, lea, sonia: sonia.at(twin.app.getHttpServer()) };
}

const monday = '2026-03-02';
const tuesday = '2026-03-03';

test('forty clients on one place, over two processes: one visit, thirty-nine refusals', async () => {
  const { practice, lea, sonia } = await twoProcesses();
  const patient = await t.given.patient(practice);
  const body = { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id };
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? lea : sonia).post('/appointments', { ...body, day: '2026-03-03', startMin: 540, durationMin: 15 }),
    ),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body: { code } }) => code))).toEqual(
    new Set(['appointment.slot_taken']),
  );
  expect(await brokenInvariants(t, practice)).toEqual([]);
});

test('one click sent twelve times over two processes is one patient, one visit, one invoice', async () => {
  const { practice, lea, sonia } = await twoProcesses();
  const leaToo = lea.at(twin.app.getHttpServer());
  const visit = await givenSeenVisit(t, practice, sonia);
  const person = { birthName: 'UNIQUE', firstName: 'Ève', sex: 'F', birthDate: '1990-01-01', withoutPhone: true };
  const paid = { payments: [{ method: 'card', cents: 3000 }] };
  const slot = { resourceId: practice.leroy.resourceId, motifId: practice.consultation, patientId: visit.patient.id };
  for (const send of [
    (desk: Desk, key: string) => desk.post('/patients', person, key),
    (desk: Desk, key: string) =>
      desk.post('/appointments', { ...slot, day: monday, startMin: 600, durationMin: 15 }, key),
    (desk: Desk, key: string) => desk.act(`${visit.path}/invoice`, 1, paid, key),
  ]) {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => send(n % 2 ? lea : leaToo, key)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
    expect(replies.filter(({ headers }) => headers['idempotency-replayed'])).toHaveLength(11);
  }
  expect(await brokenInvariants(t, practice)).toEqual([]);
});

test('a key belongs to one person in one practice, and to one request', async () => {
  const { practice, lea, sonia } = await twoProcesses();
  const elsewhere = await twoProcesses();
  const key = randomUUID();
  const person = { birthName: 'CLEF', firstName: 'Anne', sex: 'F', birthDate: '1990-01-01', withoutPhone: true };
  const hers = await lea.post('/patients', person, key);
  const twinOf = await sonia.post('/patients', { ...person, firstName: 'Berthe' }, key);
  const other = await elsewhere.lea.post('/patients', person, key);
  expect(new Set([hers.body.id, twinOf.body.id, other.body.id]).size).toBe(3);
  const changed = await lea.post('/patients', { ...person, firstName: 'Cécile' }, key);
  const elsewhereInPractice = await lea.post(
    '/absences',
    {
      resourceId: practice.martin.resourceId,
      fromDay: monday,
      fromMin: 0,
      toDay: monday,
      toMin: 60,
      reason: 'leave',
      note: '',
    },
    key,
  );
  for (const reply of [changed, elsewhereInPractice]) {
    expect([reply.status, reply.body.code]).toEqual([422, 'request.idempotency_key_reused']);
  }
});

/** Mulberry32: the same seed plays the same storm. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

interface Known {
  version: number;
  chargeVersion: number;
  lastActId: string | null;
}

/** Desks that do anything to a handful of visits on few places, each believing what it saw last. */
class Storm {
  readonly known = new Map<string, Known>();
  readonly unexpected: string[] = [];
  acknowledged = 0;

  constructor(
    private readonly practice: GivenPractice,
    private readonly patients: readonly GivenPatient[],
    private readonly random: (below: number) => number,
  ) {}

  async step(desk: Desk): Promise<void> {
    const ids = [...this.known.keys()];
    const id = this.random(5) === 0 ? undefined : ids[this.random(ids.length)];
    const known = id === undefined ? undefined : this.known.get(id);
    if (!id || !known) return this.note(await desk.post('/appointments', { ...this.place(), ...this.who() }), '');
    const path = `/appointments/${id}`;
    const { version } = known;
    const acts: (() => PromiseLike<supertest.Response>)[] = [
      () => desk.act(`${path}/move`, version, this.place()),
      () => desk.act(`${path}/cancel`, version, { by: 'patient', reason: '' }),
      () => desk.act(`${path}/status`, version, { to: 'booked' }),
      () =>
        desk.act(`${path}/status`, version, { to: this.one(['confirmed', 'arrived', 'in_consultation', 'no_show']) }),
      () => desk.act(`${path}/status`, version, { to: 'in_consultation' }),
      () => desk.act(`${path}/status`, version, { to: this.one(['to_collect', 'to_collect', 'done']) }),
      () => desk.post(`/acts/${known.lastActId ?? randomUUID()}/undo`),
      () =>
        desk.put(
          `${path}/charge`,
          { lines: this.one([[], [{ code: 'G', quantity: 1 }]]), thirdParty: 'none' },
          known.chargeVersion,
        ),
      () => desk.act(`${path}/invoice`, known.chargeVersion, { payments: [], outstandingReason: 'repasse' }),
      () => desk.put(path, { motifId: this.practice.consultation, note: 'x', urgent: this.random(2) === 1 }, version),
    ];
    await this.note(await this.one(acts)(), id);
    if (this.random(3) === 0) await this.look(desk, id);
  }

  private async look(desk: Desk, id: string): Promise<void> {
    const { body } = await desk.get(`/appointments/${id}`);
    const known = this.known.get(id);
    if (known && body.appointment) known.version = body.appointment.version;
  }

  private note({ status, body, headers }: supertest.Response, id: string): void {
    if (status >= 300) {
      if (![404, 409, 412, 422].includes(status)) this.unexpected.push(`${status} ${body.code}`);
      return;
    }
    if (!headers['idempotency-replayed']) this.acknowledged += 1;
    const known = this.known.get(body.appointment?.id ?? id) ?? { version: 0, chargeVersion: 1, lastActId: null };
    if (body.appointment) known.version = body.appointment.version;
    if (body.lines) known.chargeVersion = body.version;
    if (body.act) known.lastActId = body.act.id;
    if (body.appointment) this.known.set(body.appointment.id, known);
  }

  private place() {
    const column = this.one([this.practice.martin, this.practice.leroy]);
    return {
      resourceId: column.resourceId,
      day: this.one([monday, tuesday]),
      startMin: 540 + 10 * this.random(8),
      durationMin: this.one([10, 20]),
    };
  }

  private who() {
    return { motifId: this.practice.consultation, patientId: this.one(this.patients).id };
  }

  private one<T>(values: readonly T[]): T {
    return values[this.random(values.length)] as T;
  }
}

describe('a storm of bookings, moves, cancellations, returns, undos and invoices over two processes', () => {
  const seeds = process.env.STORM_SEED
    ? [Number(process.env.STORM_SEED)]
    : [20260302, 1 + Math.floor(Math.random() * 1e6)];

  test.each(seeds)('seed %i leaves the agenda and the books whole', async (seed) => {
    const { practice, lea, sonia } = await twoProcesses();
    const random = randomOf(seed);
    const patients = [await t.given.patient(practice), await t.given.patient(practice)];
    const storm = new Storm(practice, patients, random);
    const desks = [lea, sonia, lea.at(twin.app.getHttpServer()), sonia.at(t.app.getHttpServer())];
    for (let round = 0; round < 90; round += 1) await Promise.all(desks.map((desk) => storm.step(desk)));
    expect(storm.unexpected).toEqual([]);
    expect(storm.acknowledged).toBeGreaterThan(60);
    expect(await brokenInvariants(t, practice)).toEqual([]);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(`select outcome, count(*)::int as acts from audit_event where practice_id = $1 group by outcome`, [
        practice.id,
      ]),
    );
    expect(rows).toEqual([{ outcome: 'done', acts: storm.acknowledged }]);
  });
});

describe('the invariants are able to fail', () => {
  test('each sees its own fault', async () => {
    const { practice, lea } = await twoProcesses();
    const visit = await givenSeenVisit(t, practice, lea);
    const unpaid = await givenSeenVisit(t, practice, lea, { startMin: 600, of: visit.patient });
    await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'card', cents: 3000 }] });
    expect(await brokenInvariants(t, practice)).toEqual([]);
    const planted = [
      `update appointment set starts_at = starts_at - interval '40 minutes', ends_at = ends_at - interval '40 minutes' where id = '${unpaid.id}'`,
      `delete from claim where appointment_id = '${visit.id}'`,
      `update appointment set status = 'cancelled', version = version + 1 where id = '${visit.id}'`,
      'update invoice set sequence = 2',
      `update practice_counter set last_number = 7 where series like 'invoice:%'`,
      `update invoice_line set total_cents = total_cents + 1`,
      `update charge set appointment_id = appointment_id; update appointment set status = 'arrived' where id = '${unpaid.id}'`,
    ];
    const seen = new Set<string>();
    for (const fault of planted) {
      await t.owner.query('begin');
      await t.owner.query(`select set_config('app.session', $1, true), set_config('app.practice', $2, true)`, [
        practice.sessionHash,
        practice.id,
      ]);
      await t.owner.query(fault);
      for (const [name, sql] of Object.entries(agendaInvariants)) {
        if ((await t.owner.query(sql, [practice.id])).rowCount) seen.add(name);
      }
      await t.owner.query('rollback');
    }
    expect(Object.keys(agendaInvariants).filter((name) => !seen.has(name))).toEqual([]);
  });
});
