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

describe('hours', () => {
  test('a weekly visit keeps its hour over the change of clocks; the hour that never comes is refused, and said', async () => {
    const its = await cabinet();
    const { mover } = its;
    const weekly: CalendarText = { uid: 'w@old', start: '20260322T090000', more: ['RRULE:FREQ=WEEKLY;COUNT=2'] };
    const night: CalendarText = { uid: 'n@old', start: '20260329T023000' };
    const view = await check(its, weekly, night);
    expect((await mover.visits(view.id)).map(inShort)).toEqual([
      '2026-03-22 9:00 15 DUPONT Marie create new motif_by_default',
      '2026-03-29 9:00 15 DUPONT Marie create new motif_by_default',
      '2026-03-29 DUPONT Marie refuse never_comes',
    ]);
    await mover.mover.commit(view.id);
    expect((await cards(its.lea, '2026-03-29'))[0]).toMatchObject({
      startMin: 540,
      startsAt: '2026-03-29T07:00:00+00:00',
    });
  });

  test('a floating hour is one of the practice, wherever the server stands', async () => {
    const practice = await t.given.practice({ zone: 'America/Martinique', holidayZone: 'FR-MQ' });
    await t.given.patient(practice, { birthName: 'DUPONT', firstName: 'Marie' });
    const mover = new AgendaMover(await t.given.desk(practice, ['coordinator']));
    const file = calendarOf({ uid: 'f@old', start: '20260303T090000' }, { uid: 'z@old', start: '20260303T130000Z' });
    const view = await mover.checkFor(file, practice.martin.resourceId, practice.consultation);
    expect((await mover.visits(view.id)).map(({ day, startMin }) => [day, startMin])).toEqual([
      ['2026-03-03', 540],
      ['2026-03-03', 540],
    ]);
  });
});

describe('files that were not shaped for us', () => {
  test('a line of five megabytes costs one event, not the file', async () => {
    const its = await cabinet();
    const long = calendarOf({
      uid: 'l@old',
      start: '20260303T090000',
      summary: `DUPONT Marie ${'x'.repeat(5_000_000)}`,
    });
    const note = calendarOf({ uid: 'd@old', start: '20260303T100000', more: [`DESCRIPTION:${'y'.repeat(5_000_000)}`] });
    const view = await its.mover.checkFor(long + note, its.practice.martin.resourceId, its.practice.consultation);
    expect((await its.mover.visits(view.id)).map(({ verdict, reasons }) => [verdict, reasons[0]?.code])).toEqual([
      ['refuse', 'line_too_long'],
      ['create', 'new'],
    ]);
  });

  test('a file cut short says which event it lost; alarms, tasks and a second calendar do no harm', async () => {
    const its = await cabinet();
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'SUMMARY:Rappel', 'DTSTART:20200101T000000', 'END:VALARM'];
    const whole = calendarOf({ uid: 'a@old', start: '20260303T090000', more: alarm });
    const task =
      'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:t@old\r\nDTSTART:20260303T090000\r\nEND:VTODO\r\nEND:VCALENDAR\r\n';
    const cut = calendarOf({ uid: 'c@old', start: '20260303T100000' }).split('END:VEVENT')[0] ?? '';
    const view = await its.mover.checkFor(
      whole + task + cut,
      its.practice.martin.resourceId,
      its.practice.consultation,
    );
    expect((await its.mover.visits(view.id)).map(inShort)).toEqual([
      '2026-03-03 9:00 15 DUPONT Marie create new motif_by_default',
      '2026-03-03 DUPONT Marie refuse unfinished',
    ]);
  });

  test('a bomb of recurrences is refused event by event', async () => {
    const its = await cabinet();
    const minutes = Array.from({ length: 60 }, (_, minute) => minute).join();
    const hours = Array.from({ length: 24 }, (_, hour) => hour).join();
    const bomb = (uid: string, rule: string): CalendarText => ({
      uid,
      start: '20260303T090000',
      more: [`RRULE:${rule}`],
    });
    const view = await check(
      its,
      bomb('1@old', 'FREQ=SECONDLY'),
      bomb('2@old', `FREQ=DAILY;BYHOUR=${hours};BYMINUTE=${minutes}`),
      bomb('3@old', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      { uid: '4@old', start: '20260303T100000' },
    );
    expect((await its.mover.visits(view.id)).map(({ verdict, reasons }) => [verdict, reasons[0]?.code])).toEqual([
      ['refuse', 'recurrence_too_frequent'],
      ['refuse', 'too_many_occurrences'],
      ['create', 'new'],
      ['create', 'new'],
    ]);
  });

  test('one event told twice is one visit, whichever line comes first', async () => {
    const its = await cabinet();
    const newer: CalendarText = { uid: 'a@old', start: '20260303T100000', more: ['SEQUENCE:4'] };
    const view = await check(its, newer, { ...newer, start: '20260303T090000', more: ['SEQUENCE:3'] });
    expect((await its.mover.visits(view.id)).map(inShort)).toEqual([
      '2026-03-03 10:00 15 DUPONT Marie create new motif_by_default',
      '2026-03-03 DUPONT Marie refuse superseded',
    ]);
  });
});
