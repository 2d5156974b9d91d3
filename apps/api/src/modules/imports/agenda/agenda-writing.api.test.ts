import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import pg from 'pg';
import { serverUrls, withDatabase } from '../../../../test/database.js';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPractice } from '../../../../test/given.js';
import { AgendaMover, type CalendarText, calendarOf } from '../../../../test/given-agenda.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

async function cabinet() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const marie = await t.given.patient(practice, { birthName: 'DUPONT', firstName: 'Marie', sex: 'F' });
  const paul = await t.given.patient(practice, { birthName: 'LEROUX', firstName: 'Paul' });
  return { practice, lea, sonia, marie, paul, mover: new AgendaMover(sonia) };
}

type Cabinet = Awaited<ReturnType<typeof cabinet>>;

async function bring({ practice, mover }: Cabinet, ...events: CalendarText[]) {
  const view = await mover.checkFor(calendarOf(...events), practice.martin.resourceId, practice.consultation);
  return mover.mover.commit(view.id);
}

async function cards(desk: Desk, day = tuesday): Promise<AppointmentCard[]> {
  return (await desk.get(`/days/${day}`).expect(200)).body.appointments;
}

async function rows<Row>(practice: GivenPractice, sql: string): Promise<Row[]> {
  const { rows: found } = await t.given.within(practice, () => t.owner.query(sql, [practice.id]));
  return found as Row[];
}

const count = async (practice: GivenPractice, table: string) => {
  const [row] = await rows<{ n: number }>(practice, `select count(*)::int as n from ${table} where practice_id = $1`);
  return row?.n;
};

const morning: CalendarText = { uid: 'a@old', start: '20260303T090000' };

describe('the writing', () => {
  test('makes visits that say where they come from, by whom, and what the old agenda said of them', async () => {
    const its = await cabinet();
    const view = await bring(its, { ...morning, summary: 'DUPONT Marie (apporter les radios)', minutes: 20 });
    expect(view).toMatchObject({ state: 'committed', failure: null, written: { created: 1, changed: 0 } });
    const [card] = await cards(its.lea);
    expect(card).toMatchObject({
      ...{ day: tuesday, startMin: 540, endMin: 560, status: 'booked', source: 'import', version: 1 },
      ...{ resourceId: its.practice.martin.resourceId, motifId: its.practice.consultation },
      note: 'DUPONT Marie (apporter les radios)',
    });
    expect(card?.patient.id).toBe(its.marie.id);
    const { body } = await its.lea.get(`/appointments/${card?.id}`).expect(200);
    expect(body.events).toEqual([
      expect.objectContaining({
        kind: 'imported',
        actorName: 'Sonia DUBREUIL',
        details: expect.objectContaining({ startMin: '540' }),
      }),
    ]);
  });

  test('tells the other desks the days it touched, a hundred at a time', async () => {
    const its = await cabinet();
    await bring(its, { ...morning, more: ['RRULE:FREQ=DAILY;COUNT=130'] });
    const told = await rows<{ days: string[] }>(
      its.practice,
      `select days from live_event where practice_id = $1 and topic = 'appointment' order by position`,
    );
    expect(told.map(({ days }) => days.length)).toEqual([100, 30]);
  });

  test('keeps what overlaps side by side, moves nothing, and lets nobody book into it', async () => {
    const its = await cabinet();
    const { practice, lea, paul } = its;
    const booking = {
      resourceId: practice.martin.resourceId,
      motifId: practice.consultation,
      patientId: paul.id,
      day: tuesday,
    };
    const { body } = await lea.post('/appointments', { ...booking, startMin: 545, durationMin: 15 }).expect(201);
    const view = await bring(
      its,
      morning,
      { uid: 'b@old', start: '20260303T091000' },
      { uid: 'c@old', start: '20260303T100000' },
    );
    expect(view.written).toEqual({ created: 3, changed: 0 });
    expect((await its.mover.agenda(view.id)).counts.overlapping).toBe(2);
    const claims = await rows<{ at: string; lane: number; reason: string | null }>(
      practice,
      `select to_char(lower(span) at time zone 'Europe/Paris', 'HH24:MI') as at, lane, reason from claim
        where practice_id = $1 order by span, lane`,
    );
    expect(claims).toEqual([
      { at: '09:00', lane: 1, reason: 'import' },
      { at: '09:05', lane: 0, reason: null },
      { at: '09:10', lane: 2, reason: 'import' },
      { at: '10:00', lane: 0, reason: null },
    ]);
    expect(await cards(lea)).toHaveLength(4);
    expect((await cards(lea)).find(({ id }) => id === body.appointment.id)).toMatchObject({
      startMin: 545,
      version: 1,
    });
    const refused = await lea.post('/appointments', { ...booking, startMin: 540, durationMin: 15 }).expect(409);
    expect(refused.body.code).toBe('appointment.slot_taken');
  });

  test('a visit beside another goes through its day, and back by Ctrl+Z, in the place it has', async () => {
    const its = await cabinet();
    await bring(its, morning, { ...morning, uid: 'b@old', summary: 'LEROUX Paul' });
    for (const card of await cards(its.lea)) {
      const { body } = await its.lea.act(`/appointments/${card.id}/status`, 1, { to: 'arrived' }).expect(200);
      await its.lea.post(`/acts/${body.act.id}/undo`).expect(200);
    }
    const claims = await rows<{ lane: number }>(
      its.practice,
      'select lane from claim where practice_id = $1 order by lane',
    );
    expect(claims.map(({ lane }) => lane)).toEqual([0, 1]);
  });

  test('cut in its middle leaves nothing, and is then done once', async () => {
    const its = await cabinet();
    const { practice, mover } = its;
    const view = await mover.checkFor(
      calendarOf({ ...morning, more: ['RRULE:FREQ=DAILY;COUNT=50'] }),
      practice.martin.resourceId,
      practice.consultation,
    );
    // The last table but one: visits, places and journal are written by then.
    const holder = new pg.Client({ connectionString: withDatabase(serverUrls().owner, t.database) });
    await holder.connect();
    await holder.query('begin; lock table import_external in exclusive mode');
    await mover.desk.post(`/imports/${view.id}/commit`).expect(200);
    await waitFor(async () => {
      const { rows: waiting } = await t.owner.query(
        `select 1 from pg_locks where relation = 'import_external'::regclass and not granted`,
      );
      return waiting.length > 0;
    });
    await t.cutConnections();
    expect(await count(practice, 'appointment')).toBe(0);
    await holder.end();
    const done = await mover.mover.settled(view.id);
    expect(done).toMatchObject({ state: 'committed', written: { created: 50 } });
    for (const table of ['appointment', 'claim', 'appointment_event', 'import_external']) {
      expect([table, await count(practice, table)]).toEqual([table, 50]);
    }
  });
});

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the same agenda again', () => {
  test('makes nothing new, whatever the desk did with it since', async () => {
    const its = await cabinet();
    const file: CalendarText[] = [
      { ...morning, more: ['RRULE:FREQ=WEEKLY;COUNT=4'] },
      { uid: 'b@old', start: '20260304T090000' },
    ];
    await bring(its, ...file);
    const [card] = await cards(its.lea);
    await its.lea.act(`/appointments/${card?.id}/cancel`, 1, { by: 'patient' }).expect(200);
    const again = await bring(its, ...file);
    expect(again.counts).toMatchObject({ create: 0, match: 5, doubtful: 0, refuse: 0 });
    expect(again.written).toEqual({ created: 0, changed: 0 });
    expect(await count(its.practice, 'appointment')).toBe(5);
  });

  test('what it changed or cancelled is asked, and left unless somebody acts', async () => {
    const its = await cabinet();
    const { practice, mover } = its;
    await bring(its, { ...morning, more: ['SEQUENCE:0'] }, { uid: 'b@old', start: '20260303T100000' });
    const later = calendarOf(
      { ...morning, start: '20260305T150000', more: ['SEQUENCE:1'] },
      { uid: 'b@old', start: '20260303T100000', more: ['STATUS:CANCELLED'] },
      { uid: 'c@old', start: '20260303T110000' },
    );
    const view = await mover.checkFor(later, practice.martin.resourceId, practice.consultation);
    const [changed, cancelled, fresh] = await mover.visits(view.id);
    expect(changed).toMatchObject({
      ...{ verdict: 'doubtful', decision: null, day: '2026-03-05', reasons: [{ code: 'changed_in_file' }] },
      standing: { startsAt: '2026-03-03T08:00:00+00:00' },
    });
    expect(cancelled).toMatchObject({ verdict: 'doubtful', reasons: [{ code: 'cancelled_in_file' }] });
    expect(fresh?.verdict).toBe('create');
    const refused = await mover.decide(view.id, 1, 'link', { patientId: its.marie.id }).expect(409);
    expect(refused.body.code).toBe('import.decision_not_possible');
    await mover.mover.commit(view.id);
    expect((await cards(its.lea)).map(({ startMin, status }) => [startMin, status])).toEqual([
      [540, 'booked'],
      [600, 'booked'],
      [660, 'booked'],
    ]);
    expect(await cards(its.lea, '2026-03-05')).toEqual([]);
  });

  test('two imports of one file at once: one makes the visits, the other is checked again', async () => {
    const its = await cabinet();
    const { practice, mover } = its;
    const check = () => mover.checkFor(calendarOf(morning), practice.martin.resourceId, practice.consultation);
    const [first, second] = [await check(), await check()];
    await mover.mover.commit(first.id);
    const other = await mover.mover.commit(second.id);
    expect(other).toMatchObject({ state: 'checked', counts: { create: 0, match: 1 } });
    expect(await count(practice, 'appointment')).toBe(1);
  });
});

describe('the way back', () => {
  test('takes all of it, as if it had never been', async () => {
    const its = await cabinet();
    const { practice, mover } = its;
    const file = calendarOf(
      { ...morning, more: ['RRULE:FREQ=DAILY;COUNT=3'] },
      { uid: 'b@old', start: '20260303T140000', minutes: 60, summary: 'Réunion' },
    );
    const view = await mover.checkFor(file, practice.martin.resourceId, practice.consultation);
    await mover.decide(view.id, 4, 'block').expect(200);
    expect((await mover.mover.commit(view.id)).written).toEqual({ created: 4, changed: 0 });
    expect(await count(practice, 'absence')).toBe(1);
    expect(await mover.mover.undo(view.id)).toMatchObject({ state: 'undone' });
    for (const table of ['appointment', 'claim', 'appointment_event', 'absence', 'import_external', 'import_visit']) {
      expect([table, await count(practice, table)]).toEqual([table, 0]);
    }
    const again = await mover.check(file);
    expect(again.counts).toMatchObject({ create: 3, match: 0 });
  });

  test('stops once the desk has used one of them, and says how many and how', async () => {
    const its = await cabinet();
    const { practice, lea, mover } = its;
    const view = await bring(its, { ...morning, more: ['RRULE:FREQ=DAILY;COUNT=3'] });
    const [first] = await cards(lea);
    const [second] = await cards(lea, '2026-03-04');
    await lea.act(`/appointments/${first?.id}/status`, 1, { to: 'confirmed' }).expect(200);
    const place = { resourceId: practice.leroy.resourceId, day: '2026-03-04', startMin: 660, durationMin: 15 };
    await lea.act(`/appointments/${second?.id}/move`, 1, place).expect(200);
    const refused = await mover.desk.post(`/imports/${view.id}/undo`).expect(409);
    expect(refused.body).toMatchObject({
      code: 'import.depended_on',
      details: { statusChanged: 1, moved: 1, invoiced: 0 },
    });
    expect(await count(practice, 'appointment')).toBe(3);
  });
});
