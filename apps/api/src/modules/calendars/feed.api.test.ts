import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarEvent } from '@pupitre/shared/import/ics/calendar-event';
import { beginCalendar, readCalendarLine } from '@pupitre/shared/import/ics/calendar-reader';
import supertest from 'supertest';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { givenVisit } from '../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { IcsLines } from '../../platform/ics/ics-lines.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const fetchFeed = (token: string, etag?: string) => {
  const request = supertest(t.app.getHttpServer()).get(`/api/calendars/${token}.ics`);
  return etag ? request.set('if-none-match', etag) : request;
};

async function makeFeed(desk: Desk, resourceId: string, label = 'Téléphone'): Promise<{ id: string; token: string }> {
  const { body } = await desk.post('/calendar-feeds', { resourceId, label }).expect(200);
  return { id: body.feed.id, token: body.token };
}

/** By the reader that imports agendas from other programs. */
function eventsOf(text: string): CalendarEvent[] {
  const lines = new IcsLines();
  const reading = beginCalendar();
  const all = [...lines.push(Buffer.from(text)), ...lines.end()];
  return all.flatMap((line) => readCalendarLine(reading, line) ?? []);
}

async function book(practice: GivenPractice, desk: Desk, startMin: number, column = practice.martin) {
  const patient = await t.given.patient(practice, { birthName: 'ZZCANARI', firstName: 'Paul' });
  const slot = { resourceId: column.resourceId, motifId: practice.consultation, patientId: patient.id };
  const { body } = await desk
    .post('/appointments', { ...slot, day: '2026-03-03', startMin, durationMin: 15, note: 'allergie ZZCANARI' })
    .expect(201);
  return body.appointment as { id: string; version: number };
}

test('an address shows one column to a telephone: initials, motif, and nothing that names anybody', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visit = await book(practice, lea, 540);
  await book(practice, lea, 540, practice.leroy);
  const { token } = await makeFeed(sonia, practice.martin.resourceId);
  const reply = await fetchFeed(token).expect(200);
  expect(reply.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, max-age=0, must-revalidate',
    'content-disposition': 'inline; filename="agenda.ics"',
  });
  const events = eventsOf(reply.text);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    uid: `${visit.id}@pupitre`,
    summary: 'PZ · Consultation',
    start: { day: '2026-03-03', minutes: 540, zoneId: 'Europe/Paris' },
    end: { day: '2026-03-03', minutes: 555, zoneId: 'Europe/Paris' },
    status: 'CONFIRMED',
    calendar: expect.stringMatching(/^Dr MARTIN · Maison de santé/),
    fault: null,
  });
  for (const word of ['ZZCANARI', 'Paul', '639981234', 'allergie']) expect(reply.text).not.toContain(word);
});

test('moved it is the same event of a higher sequence; cancelled it says so and takes no time', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const visit = await book(practice, lea, 540);
  const { token } = await makeFeed(sonia, practice.martin.resourceId);
  const seen = async () => {
    const [event] = eventsOf((await fetchFeed(token).expect(200)).text);
    return event && [event.uid.slice(0, 36), event.sequence, event.start?.minutes, event.status, event.free];
  };
  const to = { resourceId: practice.martin.resourceId, day: '2026-03-03', startMin: 600, durationMin: 15 };
  await lea.act(`/appointments/${visit.id}/move`, 1, to).expect(200);
  expect(await seen()).toEqual([visit.id, 2, 600, 'CONFIRMED', false]);
  await lea.act(`/appointments/${visit.id}/cancel`, 2, { by: 'patient' }).expect(200);
  expect(await seen()).toEqual([visit.id, 3, 600, 'CANCELLED', true]);
});

test('absences are busy time, without their note', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const absence = {
    fromDay: '2026-03-04',
    fromMin: 0,
    toDay: '2026-03-05',
    toMin: 0,
    reason: 'sick',
    note: 'ZZCANARI',
  };
  await lea.post('/absences', { resourceId: practice.martin.resourceId, ...absence }).expect(201);
  const { token } = await makeFeed(sonia, practice.martin.resourceId);
  const { text } = await fetchFeed(token).expect(200);
  expect(eventsOf(text)).toMatchObject([{ summary: 'Absence', free: false, start: { day: '2026-03-04', minutes: 0 } }]);
  expect(text).not.toContain('ZZCANARI');
});

test('a meeting is busy time of each column that sits in it, and its title stays here', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  const { body } = await lea
    .post('/staff-meetings', {
      ...{ title: 'RCP ZZCANARI', day: '2026-03-03', startMin: 540, durationMin: 60 },
      resourceIds: [martin.resourceId],
    })
    .expect(201);
  const { token } = await makeFeed(sonia, martin.resourceId);
  const other = await makeFeed(sonia, leroy.resourceId);
  const { text } = await fetchFeed(token).expect(200);
  expect(eventsOf(text)).toMatchObject([
    { uid: `${body.id}@pupitre`, summary: 'Réunion', free: false, start: { day: '2026-03-03', minutes: 540 } },
  ]);
  expect(text).not.toContain('ZZCANARI');
  expect(eventsOf((await fetchFeed(other.token)).text)).toEqual([]);
  await lea.act(`/meetings/${body.id}/cancel`, body.version, {}).expect(200);
  expect(eventsOf((await fetchFeed(token)).text)).toEqual([]);
});

test('the window is a month back and six months ahead', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  for (const day of ['2026-01-29', '2026-02-03', '2026-08-28', '2026-09-02']) {
    await givenVisit(t, practice, { column: practice.martin, day, startMin: 600 });
  }
  const { token } = await makeFeed(sonia, practice.martin.resourceId);
  const { text } = await fetchFeed(token).expect(200);
  expect(eventsOf(text).map(({ start }) => start?.day)).toEqual(['2026-02-03', '2026-08-28']);
});

test('what a program has already is not sent twice', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { token } = await makeFeed(sonia, practice.martin.resourceId);
  const first = await fetchFeed(token).expect(200);
  const etag = first.headers.etag ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const again = await fetchFeed(token, etag).expect(304);
  expect([again.text, again.headers.etag]).toEqual(['', etag]);
  await fetchFeed(token, `W/${etag}, "x"`).expect(304);
  await book(practice, lea, 540);
  expect((await fetchFeed(token, etag).expect(200)).headers.etag).not.toBe(etag);
});

describe('an address', () => {
  test('is shown once; afterwards the list tells when it was read, never what it is', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const { id, token } = await makeFeed(sonia, practice.martin.resourceId, 'Téléphone d’Hélène');
    const before = await sonia.get('/calendars').expect(200);
    expect(before.body.feeds).toMatchObject([
      { id, label: 'Téléphone d’Hélène', createdBy: 'Sonia DUBREUIL', lastReadAt: null },
    ]);
    await fetchFeed(token).expect(200);
    const after = await sonia.get('/calendars').expect(200);
    expect(after.body.feeds[0].lastReadAt).toBe(t.clock.now().toISOString());
    expect(JSON.stringify(after.body)).not.toContain(token);
  });

  test('revoked, unknown, cut short or of another practice is the same nothing', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const other = await t.given.deskWithTwoSecretaries();
    const { id, token } = await makeFeed(sonia, practice.martin.resourceId);
    const theirs = await makeFeed(other.sonia, other.practice.martin.resourceId);
    await sonia.delete(`/calendar-feeds/${id}`).expect(204);
    await sonia.delete(`/calendar-feeds/${id}`).expect(404);
    const bytes = Buffer.from(theirs.token, 'base64url');
    const mixed = Buffer.concat([Buffer.from(token, 'base64url').subarray(0, 16), bytes.subarray(16)]);
    const tried = [token, 'x', 'A'.repeat(64), `${theirs.token.slice(0, 63)}_`, mixed.toString('base64url')];
    const replies = await Promise.all(tried.map((each) => fetchFeed(each)));
    const body = { type: 'about:blank', status: 404, code: 'resource.not_found' };
    expect(replies.map((reply) => [reply.status, JSON.parse(reply.text)])).toEqual(tried.map(() => [404, body]));
    expect(replies[0]?.headers['cache-control']).toBe('no-store');
    await fetchFeed(theirs.token).expect(200);
  });

  test('is kept as a hash, and stands in no line of the log, nor in what went wrong', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const { token } = await makeFeed(sonia, practice.martin.resourceId);
    await fetchFeed(token).expect(200);
    await t.owner.query('alter table motif rename to hidden');
    const failed = await fetchFeed(token);
    await t.owner.query('alter table hidden rename to motif');
    expect(failed.status).toBe(500);
    expect(failed.text).not.toContain(token);
    await fetchFeed(`${token}x`).expect(404);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query('select f::text as feed from agenda_feed f union all select i::text from idempotent_request i'),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    const log = t.logLines.join('');
    expect(log).toContain('/api/calendars/:token.ics');
    expect(log).not.toContain(token.slice(0, 40));
  });

  test('that is asked for without end has to wait, and the others do not', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const [busy, calm] = [
      await makeFeed(sonia, practice.martin.resourceId),
      await makeFeed(sonia, practice.martin.resourceId),
    ];
    const statuses = [];
    for (let reads = 0; reads < 61; reads += 1) statuses.push((await fetchFeed(busy.token)).status);
    expect([statuses.indexOf(429), statuses.filter((status) => status === 200).length]).toEqual([60, 60]);
    const refused = await fetchFeed(busy.token).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await fetchFeed(calm.token).expect(200);
  });
});

describe('who gives addresses', () => {
  test('a practitioner of her own column, a coordinator of any, a secretary of none', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const { martin, leroy } = practice;
    const doctor = await t.given.desk(practice, ['practitioner'], { practitionerId: martin.practitionerId });
    await makeFeed(doctor, martin.resourceId);
    const theirs = await makeFeed(sonia, leroy.resourceId);
    await doctor.post('/calendar-feeds', { resourceId: leroy.resourceId, label: 'x' }).expect(404);
    await doctor.delete(`/calendar-feeds/${theirs.id}`).expect(404);
    await lea.post('/calendar-feeds', { resourceId: martin.resourceId, label: 'x' }).expect(403);
    expect((await doctor.get('/calendars')).body).toMatchObject({ resourceIds: [martin.resourceId], feeds: [{}] });
    expect((await sonia.get('/calendars')).body).toMatchObject({
      resourceIds: [martin.resourceId, leroy.resourceId],
      feeds: [{}, {}],
    });
  });

  test('a practitioner who is tied to no column has none', async () => {
    const practice = await t.given.practice();
    const nobody = await t.given.desk(practice, ['practitioner']);
    expect((await nobody.get('/calendars')).body).toEqual({ resourceIds: [], feeds: [], outside: [] });
    await nobody.post('/calendar-feeds', { resourceId: practice.martin.resourceId, label: 'x' }).expect(404);
  });

  test('nobody of another practice, and what is done is in the journal', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
    const { id } = await makeFeed(sonia, practice.martin.resourceId);
    await stranger.post('/calendar-feeds', { resourceId: practice.martin.resourceId, label: 'x' }).expect(404);
    await stranger.delete(`/calendar-feeds/${id}`).expect(404);
    await sonia.delete(`/calendar-feeds/${id}`).expect(204);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query('select action, subject_id from audit_event where practice_id = $1 order by at, id', [practice.id]),
    );
    expect(rows).toEqual([
      { action: 'calendar.add_feed', subject_id: id },
      { action: 'calendar.revoke_feed', subject_id: id },
    ]);
  });

  test('twenty a column, and no more', async () => {
    const { practice, sonia } = await t.given.deskWithTwoSecretaries();
    for (let made = 0; made < 20; made += 1) await makeFeed(sonia, practice.martin.resourceId);
    const refused = await sonia.post('/calendar-feeds', { resourceId: practice.martin.resourceId, label: 'x' });
    expect([refused.status, refused.body.code]).toEqual([409, 'calendar.too_many']);
  });
});

describe('the database', () => {
  test('reads nothing by a secret’s hash alone, nor by a forged one, as the application’s role', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    await book(practice, lea, 540);
    await makeFeed(sonia, practice.martin.resourceId);
    const { rows: grants } = await t.owner.query(
      `select has_function_privilege('pupitre_app', 'app.feed_practice()', 'execute') as may`,
    );
    expect(grants[0].may).toBe(false);
    const policies = await t.owner.query(
      `select distinct unnest(roles)::text as role from pg_policies where policyname in ('feed', 'by_secret')`,
    );
    expect(policies.rows).toEqual([{ role: 'pupitre_owner' }]);
    const told = await t.owner.query('select app.read_agenda_feed($1, $2, now(), now()) as told', [
      practice.id,
      Buffer.alloc(32),
    ]);
    expect(told.rows[0].told).toBeNull();
  });
});
