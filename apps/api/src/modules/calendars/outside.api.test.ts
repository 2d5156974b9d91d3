import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { calendarOf } from '../../../test/given-agenda.js';
import { givenVisit } from '../../../test/given-visits.js';
import { until } from '../../../test/job-story.js';
import { LoopbackGate } from '../../../test/loopback-gate.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { Chores } from '../../platform/jobs/chores.js';
import { OutsideGate } from '../../platform/outside/outside-gate.js';
import { OutsideReader } from './outside-reader.js';

/** A host of calendars: what it says now, how often it was asked. */
const host = { text: '', status: 200, etag: '', asked: 0 };
const server = http.createServer((request, reply) => {
  host.asked += 1;
  if (host.etag && request.headers['if-none-match'] === host.etag) return reply.writeHead(304).end();
  return reply.writeHead(host.status, host.etag ? { etag: host.etag } : {}).end(host.text);
});
let t: TestApp;
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-ZZCANARI/basic.ics`;
  t = await startTestApp({ worker: true });
  const open = new LoopbackGate();
  jest.spyOn(t.app.get(OutsideGate), 'admits').mockImplementation((url) => open.admits(url));
});
afterAll(async () => {
  await t.close();
  server.close();
});
beforeEach(() => void Object.assign(host, { text: '', status: 200, etag: '', asked: 0 }));

const tuesday = { uid: 'a', start: '20260303T090000', minutes: 60, summary: 'ZZCANARI chez le dentiste' };

/** Given as by the screen, but for an address the screen would refuse: a server of this test. */
async function add(practice: GivenPractice, desk: Desk, column = practice.martin): Promise<string> {
  const form = { resourceId: column.resourceId, name: 'Perso', address: 'https://cal.invalid/a.ics' };
  const { body } = await desk.post('/outside-calendars', form).expect(201);
  await settled(desk, body.id);
  await t.given.within(practice, () =>
    t.owner.query('update outside_calendar set address = $2 where practice_id = $1', [practice.id, address]),
  );
  return body.id;
}

async function seen(desk: Desk, id: string) {
  const { body } = await desk.get('/calendars').expect(200);
  return (body.outside as { id: string; triedAt: string; state: string }[]).find((each) => each.id === id);
}

const settled = (desk: Desk, id: string) =>
  until(
    () => seen(desk, id),
    (calendar) => calendar?.state !== 'waiting',
  );

const readNow = (practice: GivenPractice, id: string) =>
  t.app.get(OutsideReader).read(practice.id, id, new AbortController().signal);

const slot = async (practice: GivenPractice, startMin: number, column = practice.martin) => ({
  ...{ resourceId: column.resourceId, motifId: practice.consultation },
  ...{ patientId: (await t.given.patient(practice)).id, day: '2026-03-03', startMin, durationMin: 15 },
});

test('what a calendar elsewhere takes is closed here: to the grid, the finder and the booking', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  host.text = calendarOf(tuesday);
  await readNow(practice, id);
  expect(await seen(sonia, id)).toMatchObject({
    ...{ name: 'Perso', host: 'cal.invalid', state: 'read', fault: null, busyCount: 1, eventsLeft: 0, visitsMet: 0 },
    ...{ readAt: t.clock.now().toISOString(), triedAt: t.clock.now().toISOString() },
  });
  const { body: setup } = await lea.get('/setup').expect(200);
  expect(setup.absences).toEqual([]);
  const nine = Date.parse('2026-03-03T09:00:00+01:00') / 60_000;
  expect(setup.outsideBusy).toEqual([{ calendarId: id, resourceId: practice.martin.resourceId, spans: [[nine, 60]] }]);
  const refused = await lea.post('/appointments', await slot(practice, 555)).expect(409);
  expect(refused.body.code).toBe('appointment.practitioner_absent');
  await lea.post('/appointments', await slot(practice, 555, practice.leroy)).expect(201);
  await lea.post('/appointments', await slot(practice, 600)).expect(201);
  const found = await lea.post('/free-slots', {
    ...{ durationMin: 15, fromDay: '2026-03-03', resourceIds: [practice.martin.resourceId] },
  });
  const offered = (found.body.slots as { day: string; startMin: number }[]).filter(({ day }) => day === '2026-03-03');
  expect(offered.some(({ startMin }) => startMin >= 540 && startMin < 600)).toBe(false);
});

test('titles are not kept, the address is never said again, and neither stands in the log', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  host.text = calendarOf(tuesday);
  await readNow(practice, id);
  expect((await sonia.get('/calendars')).text).not.toMatch(/ZZCANARI|secret|basic\.ics/);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query('select b::text as row from outside_busy b where practice_id = $1', [practice.id]),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('ZZCANARI');
  expect(t.logLines.join('')).not.toMatch(/ZZCANARI|cal\.invalid/);
});

test('visits it meets stay, and are counted', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 555 });
  await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 570, status: 'cancelled' });
  await givenVisit(t, practice, { column: practice.leroy, day: '2026-03-03', startMin: 555 });
  host.text = calendarOf(tuesday);
  await readNow(practice, id);
  expect(await seen(sonia, id)).toMatchObject({ visitsMet: 1 });
  expect((await sonia.get('/days/2026-03-03')).body.appointments).toHaveLength(3);
});

test('one that cannot be read keeps its last busy time, and says why', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  host.text = calendarOf(tuesday);
  await readNow(practice, id);
  const readAt = t.clock.now().toISOString();
  t.clock.moveTo(new Date('2026-03-02T12:00:00+01:00'));
  for (const [change, fault] of [
    [{ status: 404 }, 'not_found'],
    [{ status: 200, text: '<html>Sign in</html>' }, 'no_calendar'],
    [{ text: '' }, 'no_calendar'],
    [{ text: 'x'.repeat(6 * 1024 * 1024) }, 'too_large'],
  ] as const) {
    Object.assign(host, change);
    await readNow(practice, id);
    expect(await seen(sonia, id)).toMatchObject({
      ...{ state: 'refused', fault, busyCount: 1, readAt, triedAt: '2026-03-02T11:00:00.000Z' },
    });
  }
  t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
});

test('a calendar that is emptied opens its time again; one that is removed too', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  host.text = calendarOf(tuesday);
  await readNow(practice, id);
  host.text = calendarOf();
  await readNow(practice, id);
  expect(await seen(sonia, id)).toMatchObject({ state: 'read', busyCount: 0 });
  await lea.post('/appointments', await slot(practice, 555)).expect(201);
  host.text = calendarOf({ ...tuesday, start: '20260303T110000' });
  await readNow(practice, id);
  await lea.post('/appointments', await slot(practice, 660)).expect(409);
  await sonia.delete(`/outside-calendars/${id}`).expect(204);
  expect((await sonia.get('/calendars')).body.outside).toEqual([]);
  await lea.post('/appointments', await slot(practice, 660)).expect(201);
  await sonia.delete(`/outside-calendars/${id}`).expect(404);
});

test('the next free place is found by days that are kept true', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const keptDays = async () => {
    const sql = 'select f::text as row from free_day f where practice_id = $1 and resource_id = $2 order by 1';
    return (await t.given.within(practice, () => t.owner.query(sql, [practice.id, resourceId]))).rows;
  };
  const upkeep = () => t.app.get(Chores).run('planning.free_days');
  await upkeep();
  const before = await keptDays();
  const id = await add(practice, sonia);
  host.text = calendarOf({ uid: 'w', start: '20260302T080000', minutes: 5 * 1440 });
  await readNow(practice, id);
  const { body } = await lea.post('/free-slots', { durationMin: 15, fromDay: '2026-03-02', resourceIds: [resourceId] });
  expect(body.slots[0].day).toBe('2026-03-09');
  const kept = await keptDays();
  expect(kept).not.toEqual(before);
  // At night all of them are computed again: nothing was wrong.
  t.clock.moveTo(new Date('2026-03-02T03:30:00+01:00'));
  await upkeep();
  expect(await keptDays()).toEqual(kept);
  t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
});

test('the clock reads those whose turn it is, and asks for no text it has', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  const begin = async () => Promise.all(await t.app.get(OutsideReader).begin(practice.id));
  Object.assign(host, { text: calendarOf(tuesday), etag: '"1"', asked: 0 });
  await begin();
  expect(host.asked).toBe(0);
  t.clock.moveTo(new Date('2026-03-02T09:30:00+01:00'));
  await begin();
  expect([host.asked, (await seen(sonia, id))?.state]).toEqual([1, 'read']);
  t.clock.moveTo(new Date('2026-03-02T10:00:00+01:00'));
  host.text = 'not asked for';
  await begin();
  expect(await seen(sonia, id)).toMatchObject({ state: 'read', busyCount: 1, readAt: '2026-03-02T09:00:00.000Z' });
  t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
});

test('a calendar of five megabytes is read while the desk is served', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const id = await add(practice, sonia);
  const events = Array.from({ length: 20_000 }, (_, at) => ({
    ...{ uid: `e${at}`, start: '20260303T090000', minutes: 15, summary: 'x'.repeat(150) },
    more: at % 10 === 0 ? ['RRULE:FREQ=DAILY;INTERVAL=3'] : [],
  }));
  host.text = calendarOf(...events);
  expect(host.text.length).toBeGreaterThan(4_000_000);
  const reading = readNow(practice, id);
  let slowest = 0;
  let isOver = false;
  void reading.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const start = performance.now();
    await lea.get('/setup').expect(200);
    slowest = Math.max(slowest, performance.now() - start);
  }
  await reading;
  expect(slowest).toBeLessThan(2_000);
  expect(await seen(sonia, id)).toMatchObject({ state: 'read' });
}, 60_000);

describe('who gives a calendar', () => {
  const form = (resourceId: string, address = 'https://cal.invalid/a.ics') => ({ resourceId, name: 'Perso', address });

  test('a practitioner her own, a coordinator any, a secretary none, another practice nothing', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy } = practice;
    const doctor = await t.given.desk(practice, ['practitioner'], { practitionerId: martin.practitionerId });
    await doctor.post('/outside-calendars', form(leroy.resourceId)).expect(404);
    await lea.post('/outside-calendars', form(martin.resourceId)).expect(403);
    await stranger.post('/outside-calendars', form(martin.resourceId)).expect(404);
    const { body } = await sonia.post('/outside-calendars', form(leroy.resourceId)).expect(201);
    for (const desk of [doctor, stranger]) {
      await desk.delete(`/outside-calendars/${body.id}`).expect(404);
      await desk.post(`/outside-calendars/${body.id}/refresh`).expect(404);
    }
    expect((await doctor.get('/calendars')).body.outside).toEqual([]);
    await doctor.post('/outside-calendars', form(martin.resourceId)).expect(201);
  });

  test.each(['http://cal.example/a.ics', 'https://me:pass@cal.example/a', 'file:///etc/passwd', 'mon agenda'])(
    'the address %s is refused, and nothing is kept',
    async (wrong) => {
      const { practice, sonia } = await t.given.deskWithTwoSecretaries();
      const refused = await sonia.post('/outside-calendars', form(practice.martin.resourceId, wrong)).expect(422);
      expect(refused.body.code).toBe('calendar.address_refused');
      expect(refused.text).not.toContain(wrong);
      expect((await sonia.get('/calendars')).body.outside).toEqual([]);
    },
  );

  test('an address that leads into a network of ours is refused when it is reached for', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const inside = form(practice.martin.resourceId, 'https://localhost/a.ics');
    const { body } = await sonia.post('/outside-calendars', inside).expect(201);
    expect(await settled(sonia, body.id)).toMatchObject({ state: 'refused', fault: 'address_forbidden', readAt: null });
  });

  test('asked for again at once, it waits a minute', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const id = await add(practice, sonia);
    const refused = await sonia.post(`/outside-calendars/${id}/refresh`).expect(429);
    expect(refused.headers['retry-after']).toBe('60');
    t.clock.moveTo(new Date('2026-03-02T09:02:00+01:00'));
    host.text = calendarOf(tuesday);
    await sonia.post(`/outside-calendars/${id}/refresh`).expect(204);
    await until(
      () => seen(sonia, id),
      (calendar) => calendar?.state === 'read',
    );
    t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
  });
});
