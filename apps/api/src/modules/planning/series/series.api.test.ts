import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SeriesPlanView, SeriesView } from '@pupitre/shared/planning/series.contract';
import {
  booked,
  dayOf,
  deskAndPatient,
  preview,
  series,
  statesOf,
  taken,
  visitOf,
} from '../../../../test/series-story.js';
import { statementsOf } from '../../../../test/statements.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

describe('a preview', () => {
  test('says of each visit what it meets, with other places, and writes nothing', async () => {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    await taken(t, sonia, practice, '2026-03-12', 840, { durationMin: 90 });
    await taken(t, lea, practice, '2026-03-26', 885, {
      ...{ resourceId: practice.leroy.resourceId, patientId: patient.id },
    });
    const absence = {
      resourceId: practice.martin.resourceId,
      reason: 'training',
      note: 'privé',
      fromMin: 0,
      toMin: 1440,
    };
    await lea.post('/absences', { ...absence, fromDay: '2026-03-23', toDay: '2026-03-24' }).expect(201);

    const plan = await preview(lea, series(practice, { patient }));
    expect(plan.visits).toHaveLength(12);
    expect(statesOf(plan)).toEqual([
      '2026-03-12 busy',
      '2026-03-23 absence',
      '2026-03-26 patient_busy',
      '2026-04-06 holiday',
    ]);
    expect(visitOf(plan, '2026-03-12')).toMatchObject({
      ...{ takenBy: 'Sonia DUBREUIL', details: { startMin: 840, endMin: 930 }, mayOverride: true, isDecided: false },
      alternatives: [
        { day: '2026-03-12', startMin: 930 },
        { day: '2026-03-13', startMin: 870 },
        { day: '2026-03-11', startMin: 870 },
      ],
    });
    expect(visitOf(plan, '2026-03-23').details).toMatchObject({ reason: 'training' });
    expect(visitOf(plan, '2026-04-06')).toMatchObject({ mayOverride: false, details: { holiday: 'easter_monday' } });
    expect(visitOf(plan, '2026-03-30')).toMatchObject({ clockChanged: true, state: 'ok' });
    const said = JSON.stringify(plan);
    expect(said).not.toContain('MAHIEU');
    expect(said).not.toContain('privé');
    expect(await dayOf(lea, '2026-03-05')).toEqual([]);
  });

  test('offers a colleague when the week gives nothing', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const absence = { resourceId: practice.martin.resourceId, reason: 'leave', note: '', fromMin: 0, toMin: 1440 };
    await lea.post('/absences', { ...absence, fromDay: '2026-03-09', toDay: '2026-03-15' }).expect(201);
    const plan = await preview(lea, series(practice, { patient }));
    expect(visitOf(plan, '2026-03-09').alternatives).toEqual([
      { resourceId: practice.leroy.resourceId, day: '2026-03-09', startMin: 870 },
    ]);
  });

  test('a clock that skips the hour says so, a hold of a colleague too', async () => {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    const rule = { from: '2026-03-22', weekdays: [7], count: 2 };
    const night = await preview(lea, series(practice, { patient, rule, startMin: 150 }));
    expect(statesOf(night)).toEqual(['2026-03-22 closed', '2026-03-29 gap_time']);
    const hold = { resourceId: practice.martin.resourceId, motifId: practice.consultation, durationMin: 30 };
    await sonia.put(`/holds/${randomUUID()}`, { ...hold, day: '2026-03-05', startMin: 870 }).expect(200);
    const held = await preview(lea, series(practice, { patient }));
    expect(visitOf(held, '2026-03-05')).toMatchObject({ state: 'held', details: { by: 'Sonia DUBREUIL' } });
  });

  test('a staff meeting and a session are named, with their hours', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const { resourceId } = practice.martin;
    const meeting = { title: 'Réunion d’équipe', resourceIds: [resourceId], startMin: 840, durationMin: 60 };
    await lea.post('/staff-meetings', { ...meeting, day: '2026-03-09' }).expect(201);
    const session = { title: 'École du dos', resourceId, motifId: practice.consultation, capacity: 8 };
    await lea.post('/group-sessions', { ...session, day: '2026-03-12', startMin: 870, durationMin: 60 }).expect(201);
    const plan = await preview(lea, series(practice, { patient, rule: { count: 3 } }));
    expect(statesOf(plan)).toEqual(['2026-03-09 meeting', '2026-03-12 group']);
    expect(visitOf(plan, '2026-03-09')).toMatchObject({
      ...{ details: { title: 'Réunion d’équipe', startMin: 840, endMin: 900 }, takenBy: null },
    });
    expect(visitOf(plan, '2026-03-12').details).toMatchObject({ title: 'École du dos' });
  });

  test.each([
    [{ count: 10_000 }, 'series.too_many'],
    [{ count: 105 }, 'series.too_many'],
    [{ count: null, until: '2028-03-06' }, 'series.too_long'],
    [{ count: null, until: '2026-03-06', weekdays: [1] }, 'series.empty'],
  ])('%j is refused', async (rule, code) => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const reply = await lea.post('/series/preview', series(practice, { patient, rule }));
    expect([reply.status, reply.body.code]).toEqual([422, code]);
    await lea.post('/series', { ...series(practice, { patient, rule }), mark: '0'.repeat(64) }).expect(422);
  });

  test('the most there is, twice a week for a year, over a year that is half full', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const given = await t.given.patient(practice);
    await t.given.within(practice, () =>
      t.owner.query(
        `with busy as (
           insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day, start_min,
               duration_min, starts_at, ends_at, status, source, created_by, created_at)
           select $1, gen_random_uuid(), $2, $3, $4, $5, d::date, m, 30, (d::date + m * interval '1 minute') at time zone 'Europe/Paris',
               (d::date + (m + 30) * interval '1 minute') at time zone 'Europe/Paris', 'booked', 'desk', $1, now()
             from generate_series(date '2026-03-05', date '2027-04-30', '1 day') d, generate_series(480, 1050, 30) m
            where extract(isodow from d) < 6 and (m < 720 or m >= 840) and (m + extract(doy from d)::int * 30) % 60 = 0
           returning practice_id, id, resource_id, starts_at, ends_at)
         insert into claim (practice_id, id, resource_id, appointment_id, span)
         select practice_id, gen_random_uuid(), resource_id, id, tstzrange(starts_at, ends_at) from busy`,
        [practice.id, practice.martin.resourceId, practice.martin.practitionerId, practice.consultation, given.id],
      ),
    );
    const body = series(practice, { patient, rule: { from: '2026-03-05', weekdays: [1, 4], count: 104 } });
    const plan = await preview(lea, body);
    expect(plan.visits).toHaveLength(104);
    expect(statesOf(plan).length).toBeGreaterThan(30);
    expect(
      visitOf(plan, '2027-02-25').alternatives.length + visitOf(plan, '2027-02-22').alternatives.length,
    ).toBeGreaterThan(0);
  });
});

describe('booking', () => {
  test('all at once, each at the same hour of the wall, over the change of the clock; undone as one', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const choices = [{ key: '2026-04-06', choice: { kind: 'extend' } }];
    const reply = await booked(lea, series(practice, { patient, choices }));
    expect(reply.status).toBe(201);
    const { seriesId, visits, act } = reply.body;
    expect(visits).toHaveLength(12);
    expect(visits.at(-1)).toMatchObject({ day: '2026-04-16', startMin: 870 });
    expect(act).toMatchObject({ kind: 'series_booked', params: { count: '12', usedName: 'WILLEMS' } });
    const [before] = await dayOf(lea, '2026-03-26');
    const [after] = await dayOf(lea, '2026-03-30');
    expect(before).toMatchObject({
      startMin: 870,
      startsAt: '2026-03-26T13:30:00+00:00',
      seriesIndex: 7,
      seriesCount: 12,
    });
    expect(after).toMatchObject({ startMin: 870, startsAt: '2026-03-30T12:30:00+00:00', seriesIndex: 8 });
    const read: SeriesView = (await lea.get(`/series/${seriesId}`).expect(200)).body;
    expect(read.visits.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

    await lea.post(`/acts/${act.id}/undo`).expect(200);
    const undone: SeriesView = (await lea.get(`/series/${seriesId}`).expect(200)).body;
    expect(new Set(undone.visits.map(({ status }) => status))).toEqual(new Set(['cancelled']));
    expect(statesOf(await preview(lea, series(practice, { patient })))).toEqual(['2026-04-06 holiday']);
  });

  test('moved, passed over with a reason, skipped: each as it was decided', async () => {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    await taken(t, sonia, practice, '2026-03-12', 870);
    const { resourceId } = practice.leroy;
    const choices = [
      { key: '2026-03-09', choice: { kind: 'move', resourceId, day: '2026-03-10', startMin: 600 } },
      { key: '2026-03-12', choice: { kind: 'override', reason: 'Douleur' } },
      { key: '2026-04-06', choice: { kind: 'skip' } },
    ];
    const body = series(practice, { patient, choices });
    const reply = await booked(lea, body);
    expect([reply.status, reply.body.visits?.length]).toEqual([201, 11]);
    expect(await dayOf(lea, '2026-03-10')).toMatchObject([{ startMin: 600, resourceId, seriesIndex: 2 }]);
    const beside = (await dayOf(lea, '2026-03-12')).find(({ seriesIndex }) => seriesIndex === 3);
    expect(beside).toMatchObject({ rajoutReason: 'Douleur' });
    const events = (await lea.get(`/appointments/${beside?.id}`)).body.events;
    expect(events).toMatchObject([
      { kind: 'booked', details: { series: '3/11', overridden: 'appointment.slot_taken', reason: 'Douleur' } },
    ]);
  });

  test('nothing is written while a visit waits for a decision', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const reply = await booked(lea, series(practice, { patient }));
    expect([reply.status, reply.body.code, reply.body.details]).toEqual([
      ...[409, 'series.undecided', { keys: ['2026-04-06'] }],
    ]);
    expect(await dayOf(lea, '2026-03-05')).toEqual([]);
  });

  test('a place taken since the preview comes back as a new preview, and nothing is written', async () => {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    const body = series(practice, { patient, choices: [{ key: '2026-04-06', choice: { kind: 'skip' } }] });
    const { mark } = await preview(lea, body);
    await taken(t, sonia, practice, '2026-03-19', 870);
    const reply = await lea.post('/series', { ...body, mark });
    expect([reply.status, reply.body.code]).toEqual([409, 'series.changed']);
    const fresh: SeriesPlanView = reply.body.details;
    expect(fresh.mark).not.toBe(mark);
    expect(visitOf(fresh, '2026-03-19')).toMatchObject({ state: 'busy', takenBy: 'Sonia DUBREUIL', isDecided: false });
    expect(visitOf(fresh, '2026-03-19').alternatives).toHaveLength(3);
    expect(await dayOf(lea, '2026-03-05')).toEqual([]);
    const [place] = visitOf(fresh, '2026-03-19').alternatives;
    const again = { ...body, choices: [...body.choices, { key: '2026-03-19', choice: { kind: 'move', ...place } }] };
    expect((await booked(lea, again)).status).toBe(201);
  });

  test('two desks on the same visits: one has them all, the other none', async () => {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    const other = await t.given.patient(practice, { usedName: 'MAHIEU', firstName: 'Jean' });
    const choices = [{ key: '2026-04-06', choice: { kind: 'skip' } }];
    const mine = series(practice, { patient, choices });
    const hers = series(practice, { patient: other, choices, startMin: 885 });
    const [one, two] = await Promise.all([preview(lea, mine), preview(sonia, hers)]);
    const replies = await Promise.all([
      lea.post('/series', { ...mine, mark: one.mark }),
      sonia.post('/series', { ...hers, mark: two.mark }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('series.changed');
    for (const day of ['2026-03-05', '2026-03-30', '2026-04-13']) expect(await dayOf(lea, day)).toHaveLength(1);
  });

  test('forty visits are written in as many statements as two', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const statementsFor = async (count: number, startMin: number) => {
      const body = series(practice, { patient, startMin, rule: { count, skipHolidays: true } });
      const { mark } = await preview(lea, body);
      const written = await statementsOf(t.app, () => lea.post('/series', { ...body, mark }).expect(201));
      return written.length;
    };
    const two = await statementsFor(2, 600);
    expect(await statementsFor(40, 870)).toBe(two);
  });

  test('sent twice with one key it is booked once', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const body = series(practice, { patient, rule: { count: 3 } });
    const { mark } = await preview(lea, body);
    const first = await lea.post('/series', { ...body, mark }, 'series-key-1');
    const second = await lea.post('/series', { ...body, mark }, 'series-key-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.seriesId).toBe(first.body.seriesId);
    expect(await dayOf(lea, '2026-03-05')).toHaveLength(1);
  });

  test('a motif for new patients takes the whole series of one', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    await t.given.within(practice, () =>
      t.owner.query(`update motif set patients = 'new' where practice_id = $1 and id = $2`, [
        practice.id,
        practice.consultation,
      ]),
    );
    const reply = await booked(lea, series(practice, { patient, rule: { count: 3 } }));
    expect([reply.status, reply.body.visits?.length]).toEqual([201, 3]);
  });
});

describe('whose series', () => {
  test('another practice neither reads nor changes it, nor books for its patients', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const elsewhere = await t.given.deskWithTwoSecretaries();
    const { seriesId } = (await booked(lea, series(practice, { patient, rule: { count: 2 } }))).body;
    await elsewhere.lea.get(`/series/${seriesId}`).expect(404);
    const foreign = series(elsewhere.practice, { patient, rule: { count: 2 } });
    expect((await booked(elsewhere.lea, foreign)).status).toBe(404);
    const column = { ...series(practice, { patient }), resourceId: elsewhere.practice.martin.resourceId };
    await lea.post('/series/preview', column).expect(404);
  });

  test('a remote secretary works in the columns lent to her, and is offered no other', async () => {
    const { practice, lea, patient } = await deskAndPatient(t);
    const { martin, leroy } = practice;
    const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
    await remote.post('/series/preview', series(practice, { patient })).expect(404);
    const own = { ...series(practice, { patient, rule: { count: 2 } }), resourceId: leroy.resourceId };
    const absence = { resourceId: leroy.resourceId, reason: 'leave', note: '', fromMin: 0, toMin: 1440 };
    await lea.post('/absences', { ...absence, fromDay: '2026-03-02', toDay: '2026-03-08' }).expect(201);
    const plan = await preview(remote, own);
    expect(visitOf(plan, '2026-03-05')).toMatchObject({ state: 'absence', alternatives: [] });
    const away = {
      key: '2026-03-05',
      choice: { kind: 'move', ...{ resourceId: martin.resourceId, day: '2026-03-05', startMin: 600 } },
    };
    await remote.post('/series/preview', { ...own, choices: [away] }).expect(404);
    const mine = (await booked(lea, series(practice, { patient, rule: { count: 2 } }))).body;
    await remote.get(`/series/${mine.seriesId}`).expect(404);
  });
});
