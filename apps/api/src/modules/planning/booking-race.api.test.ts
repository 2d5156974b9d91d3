import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SeriesView } from '@pupitre/shared/planning/series.contract';
import type { Response } from 'supertest';
import { v7 as uuid } from 'uuid';
import type { GivenPractice } from '../../../test/given.js';
import { booked, deskAndPatient, preview, series } from '../../../test/series-story.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';
const allTuesday = { fromDay: tuesday, toDay: tuesday, fromMin: 0, toMin: 1440 };

const slot = ({ martin, consultation }: GivenPractice, patientId: string, startMin: number) => ({
  ...{ resourceId: martin.resourceId, motifId: consultation, patientId, day: tuesday, startMin, durationMin: 5 },
});

/** Somebody else has the column in hand: `asked` waits its turn, `meanwhile` is written, and only then is it judged. */
async function behind(practice: GivenPractice, asked: () => PromiseLike<Response>, meanwhile: () => Promise<unknown>) {
  const { reply } = await t.given.within(practice, async () => {
    await t.owner.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [practice.martin.resourceId]);
    const reply = Promise.resolve(asked());
    while (!(await isSomebodyWaiting())) await new Promise((turn) => setImmediate(turn));
    await meanwhile();
    return { reply };
  });
  return reply;
}

async function isSomebodyWaiting(): Promise<boolean> {
  const { rowCount } = await t.owner.query(
    `select 1 from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
  );
  return rowCount !== 0;
}

const awayOn = (practice: GivenPractice, day: string) => () =>
  t.owner.query(
    `insert into absence (practice_id, id, resource_id, starts_at, ends_at, reason, created_by, created_at)
     values ($1, $2, $3, $4, $5, 'sick', $2, $4)`,
    [practice.id, uuid(), practice.martin.resourceId, `${day}T00:00:00+01:00`, `${day}T23:59:00+01:00`],
  );

const codesOf = ({ body }: Response) => (body.details?.refusals ?? []).map(({ code }: { code: string }) => code);

test('a booking that waited behind an absence being noted is refused by it', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const book = () => lea.post('/appointments', slot(practice, patient.id, 540));
  const reply = await behind(practice, book, awayOn(practice, tuesday));
  expect([reply.status, codesOf(reply)]).toEqual([409, ['appointment.practitioner_absent']]);
});

test('a visit made longer behind new hours is judged by them', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const { body } = await lea.post('/appointments', slot(practice, patient.id, 540)).expect(201);
  const { id, version } = body.appointment;
  const closingAt = (endMin: number) => () =>
    t.owner.query(
      'update opening_rule set end_min = $3 where practice_id = $1 and resource_id = $2 and start_min < $3',
      [...[practice.id, practice.martin.resourceId], endMin],
    );
  const longer = () =>
    lea.act(`/appointments/${id}/move`, version, {
      ...{ resourceId: practice.martin.resourceId, day: tuesday, startMin: 540, durationMin: 30 },
    });
  const refused = await behind(practice, longer, closingAt(560));
  expect([refused.status, codesOf(refused)]).toEqual([409, ['appointment.outside_opening_hours']]);
});

test('a series that waited behind an absence says that its days changed', async () => {
  const { practice, lea, patient } = await deskAndPatient(t);
  const asked = series(practice, { patient });
  const { mark } = await preview(lea, asked);
  const reply = await behind(practice, () => lea.post('/series', { ...asked, mark }), awayOn(practice, '2026-03-12'));
  expect([reply.status, reply.body.code]).toEqual([409, 'series.changed']);
});

test('a series moved behind an absence says so too', async () => {
  const { practice, lea, patient } = await deskAndPatient(t);
  const choices = [{ key: '2026-04-06', choice: { kind: 'skip' } }];
  const { seriesId } = (await booked(lea, series(practice, { patient, choices }))).body;
  const { visits }: SeriesView = (await lea.get(`/series/${seriesId}`).expect(200)).body;
  const body = {
    ...{ appointmentId: visits[0]?.id, scope: 'all', visits: visits.map(({ id, version }) => ({ id, version })) },
    ...{ shift: { startMin: 600 }, choices: [] },
  };
  const { mark } = (await lea.post(`/series/${seriesId}/move/preview`, body).expect(200)).body;
  const move = () => lea.post(`/series/${seriesId}/move`, { ...body, mark });
  const reply = await behind(practice, move, awayOn(practice, '2026-03-12'));
  expect([reply.status, reply.body.code]).toEqual([409, 'series.changed']);
});

test('forty bookings race an absence: it counts every visit that it meets, and none comes after', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const patient = await t.given.patient(practice);
  const book = (at: number) => (at % 2 ? lea : sonia).post('/appointments', slot(practice, patient.id, 480 + at * 5));
  const absence = { resourceId: practice.martin.resourceId, reason: 'sick', note: '', ...allTuesday };
  const first = Array.from({ length: 10 }, (_, at) => Promise.resolve(book(at)));
  const noted = Promise.resolve(sonia.post('/absences', absence));
  const others = Array.from({ length: 30 }, (_, at) => Promise.resolve(book(10 + at)));
  const replies = await Promise.all([...first, ...others]);
  const { status, body } = await noted;
  expect(status).toBe(201);
  const accepted = replies.filter((reply) => reply.status === 201);
  expect(body.appointmentsHit).toBe(accepted.length);
  const refused = replies.filter((reply) => reply.status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.flatMap(codesOf))).toEqual(new Set(['appointment.practitioner_absent']));
});
