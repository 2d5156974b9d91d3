import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { Desk } from '../../../../test/desk.js';
import { AgendaMover, type CalendarText, calendarOf, inShort } from '../../../../test/given-agenda.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

async function cabinet() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  await t.given.patient(practice, { birthName: 'DUPONT', firstName: 'Marie', sex: 'F' });
  return { practice, lea, sonia, mover: new AgendaMover(sonia) };
}

type Cabinet = Awaited<ReturnType<typeof cabinet>>;

function check({ practice, mover }: Cabinet, ...events: CalendarText[]) {
  return mover.checkFor(calendarOf(...events), practice.martin.resourceId, practice.consultation);
}

async function cards(desk: Desk, day: string): Promise<AppointmentCard[]> {
  return (await desk.get(`/days/${day}`).expect(200)).body.appointments;
}

const unknown: CalendarText = {
  uid: 'u@old',
  start: '20260303T090000',
  summary: 'Mme BERNARD Zoé',
  more: ['RRULE:FREQ=WEEKLY;COUNT=3'],
};

describe('a doubt', () => {
  test('left alone writes nothing', async () => {
    const its = await cabinet();
    const view = await check(its, unknown, { uid: 'm@old', start: '20260303T100000' });
    expect(view.counts).toMatchObject({ create: 1, doubtful: 3 });
    expect((await its.mover.mover.commit(view.id)).written).toEqual({ created: 1, changed: 0 });
    expect(await cards(its.lea, '2026-03-03')).toHaveLength(1);
  });

  test('is settled once for all that say the same: a new patient is made by the rules for new files, then linked', async () => {
    const its = await cabinet();
    const { mover, lea, sonia } = its;
    const view = await check(its, unknown);
    const [first] = await mover.visits(view.id);
    expect(first).toMatchObject({
      verdict: 'doubtful',
      person: { familyName: 'BERNARD', firstName: 'Zoé', sex: 'F', birthDate: null, phone: null },
      candidates: [],
    });
    const form = { birthName: 'BERNARD', firstName: 'Zoé', sex: 'F', birthDate: '1992-02-02', phone: '06 39 98 44 55' };
    const made = await sonia.post('/patients', form).expect(201);
    const decided = await mover.decide(view.id, 1, 'link', { patientId: made.body.id, alike: true }).expect(200);
    expect(decided.body).toMatchObject({
      decided: 3,
      visit: { decision: 'link', patient: { patientId: made.body.id } },
    });
    expect((await mover.mover.read(view.id)).counts.decided).toEqual({ same: 3, create: 0, skip: 0 });
    expect((await mover.mover.commit(view.id)).written).toEqual({ created: 3, changed: 0 });
    expect((await cards(lea, '2026-03-17'))[0]?.patient).toMatchObject({ id: made.body.id, usedName: 'BERNARD' });
  });

  test('may block the time: an absence with the old title, and the leave of a whole day', async () => {
    const its = await cabinet();
    const { practice, mover, lea } = its;
    const leave = [
      'BEGIN:VEVENT',
      'UID:l@old',
      'DTSTART;VALUE=DATE:20260803',
      'DTEND;VALUE=DATE:20260817',
      'SUMMARY:Vacances',
      'END:VEVENT',
    ];
    const meeting = calendarOf({ uid: 'r@old', start: '20260303T140000', minutes: 90, summary: 'Réunion' });
    const file = meeting.replace('END:VCALENDAR', [...leave, 'END:VCALENDAR'].join('\r\n'));
    const view = await mover.checkFor(file, practice.martin.resourceId, practice.consultation);
    expect((await mover.visits(view.id)).map(inShort)).toEqual([
      '2026-03-03 14:00 90 Réunion doubtful block_proposed',
      '2026-08-03 Vacances doubtful absence_proposed',
    ]);
    for (const line of [1, 2]) await mover.decide(view.id, line, 'block').expect(200);
    await mover.mover.commit(view.id);
    const { absences } = (await lea.get('/setup').expect(200)).body;
    expect(absences).toEqual([
      expect.objectContaining({
        reason: 'meeting',
        note: 'Réunion',
        startsAt: '2026-03-03T13:00:00.000Z',
        endsAt: '2026-03-03T14:30:00.000Z',
      }),
      expect.objectContaining({
        reason: 'leave',
        note: 'Vacances',
        startsAt: '2026-08-02T22:00:00.000Z',
        endsAt: '2026-08-16T22:00:00.000Z',
      }),
    ]);
  });

  test('a decision is kept when the columns are chosen again, and can be taken back', async () => {
    const its = await cabinet();
    const { practice, mover } = its;
    const view = await check(its, unknown);
    await mover.decide(view.id, 2, 'skip').expect(200);
    await mover
      .choose(view.id, { defaultResourceId: practice.leroy.resourceId, defaultMotifId: practice.consultation })
      .expect(200);
    await mover.mover.settled(view.id);
    const [, second] = await mover.visits(view.id);
    expect(second).toMatchObject({ decision: 'skip', resourceId: practice.leroy.resourceId });
    expect((await mover.visits(view.id, { undecided: true })).map(({ line }) => line)).toEqual([1, 3]);
    await mover.decide(view.id, 2, null).expect(200);
    expect((await mover.agenda(view.id)).counts.decided).toEqual({ link: 0, block: 0, skip: 0 });
  });

  test.each([
    ['a line without a doubt', 1, 'skip', 409, 'import.line_not_doubtful'],
    ['a line that is not there', 9, 'skip', 404, 'resource.not_found'],
    ['a link to nobody', 2, 'link', 422, 'request.invalid'],
  ])('cannot be settled: %s', async (_, line, decision, status, code) => {
    const its = await cabinet();
    const view = await check(its, { uid: 'm@old', start: '20260303T100000' }, unknown);
    const refused = await its.mover.decide(view.id, line, decision).expect(status);
    expect(refused.body.code).toBe(code);
  });

  test('a patient of another practice is nobody', async () => {
    const its = await cabinet();
    const other = await t.given.practice();
    const stranger = await t.given.patient(other);
    const view = await check(its, unknown);
    await its.mover.decide(view.id, 1, 'link', { patientId: stranger.id }).expect(404);
  });
});

describe('who may', () => {
  test.each([
    ['secretary', 403],
    ['remote_secretary', 403],
    ['practitioner', 403],
    ['nurse', 403],
    ['accountant', 403],
    ['admin', 200],
    ['coordinator', 200],
  ] as const)('%s gets %i', async (role, status) => {
    const its = await cabinet();
    const view = await check(its, unknown);
    const desk = await t.given.desk(its.practice, [role]);
    await desk.get(`/imports/${view.id}/agenda`).expect(status);
    await desk.post(`/imports/${view.id}/visits`, {}).expect(status);
    await desk.put(`/imports/${view.id}/visits/1/decision`, { decision: 'skip' }).expect(status);
    const choice = {
      assigned: [],
      defaultResourceId: its.practice.martin.resourceId,
      defaultMotifId: its.practice.consultation,
    };
    await desk.put(`/imports/${view.id}/agenda`, choice).expect(status);
  });

  test('another practice sees no such import; an import of patients is no agenda', async () => {
    const its = await cabinet();
    const view = await check(its, unknown);
    const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
    await stranger.get(`/imports/${view.id}/agenda`).expect(404);
    await stranger.post(`/imports/${view.id}/visits`, {}).expect(404);
    const patients = await its.mover.mover.upload('Nom;Prénom\r\nDUPONT;Marie\r\n');
    await its.sonia.get(`/imports/${patients}/agenda`).expect(404);
  });

  test('columns and motifs are those of the practice', async () => {
    const its = await cabinet();
    const other = await t.given.practice();
    const view = await check(its, unknown);
    const { martin, consultation } = its.practice;
    for (const wrong of [{ defaultResourceId: other.martin.resourceId }, { defaultMotifId: other.consultation }]) {
      const body = { defaultResourceId: martin.resourceId, defaultMotifId: consultation, ...wrong };
      await its.mover.choose(view.id, body).expect(404);
    }
  });

  test('who read the lines stands in the journal', async () => {
    const its = await cabinet();
    const view = await check(its, unknown);
    await its.mover.visits(view.id);
    const { rows } = await t.given.within(its.practice, () =>
      t.owner.query(
        `select action from audit_event where practice_id = $1 and subject_id = $2 and action = 'import.read_lines'`,
        [its.practice.id, view.id],
      ),
    );
    expect(rows).toHaveLength(1);
  });
});
