import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toLocal } from '../../time/zone.js';
import type { CalendarEvent } from './calendar-event.js';
import { calendarIndex, indexEvent, isCurrent, replacedOccurrences, trustedUid } from './calendar-index.js';
import { beginCalendar, endCalendar, readCalendarLine } from './calendar-reader.js';
import { importWindow, mostOccurrences, occurrencesOf } from './occurrences.js';
import { zoneClocks } from './zone-clock.js';

const window = { fromDay: '2026-01-31', toDay: '2028-03-02' };

function read(text: string) {
  const reading = beginCalendar();
  const events: CalendarEvent[] = [];
  text.split('\n').forEach((line, at) => {
    const event = readCalendarLine(reading, { number: at + 1, text: line.trim(), cut: false });
    if (event) events.push(event);
  });
  const last = endCalendar(reading);
  return { events: last ? [...events, last] : events, zones: reading.zones };
}

/** What the secretary would see: the hour on the wall of the practice and the length, one line a visit. */
function visits(body: string, { practiceZone = 'Europe/Paris', head = '' } = {}): string[] {
  const { events, zones } = read(`BEGIN:VCALENDAR\n${head}\n${body}\nEND:VCALENDAR`);
  const clockOf = zoneClocks(practiceZone, zones);
  const index = calendarIndex();
  for (const event of events) indexEvent(index, event);
  const budget = { daysLeft: 1_000_000 };
  return events.flatMap((event) => {
    if (!isCurrent(index, event)) return [`#${event.number} superseded`];
    const replaced = replacedOccurrences(index, event, clockOf);
    const { occurrences, fault } = occurrencesOf(event, { window, clockOf, replaced, budget });
    if (fault) return [`#${event.number} ${fault}`];
    return occurrences.map(({ allDay, day, days, startsAt, durationMin }) => {
      if (allDay) return `${day} ${days}d`;
      if (!startsAt) return `${day} never`;
      const local = toLocal(startsAt, practiceZone);
      const hour = `${Math.floor(local.minutes / 60)}:${String(local.minutes % 60).padStart(2, '0')}`;
      return `${local.day} ${hour} ${durationMin}`;
    });
  });
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n');
const paris = 'DTSTART;TZID=Europe/Paris:20260302T090000';

describe('when an event takes place', () => {
  test.each([
    ['in UTC', ['DTSTART:20260302T080000Z', 'DTEND:20260302T081500Z'], '2026-03-02 9:00 15'],
    ['on the wall of the practice', ['DTSTART:20260302T090000', 'DTEND:20260302T091500'], '2026-03-02 9:00 15'],
    ['in a named zone', [paris, 'DTEND;TZID=Europe/Paris:20260302T092000'], '2026-03-02 9:00 20'],
    [
      'in a zone of Windows',
      ['DTSTART;TZID=Romance Standard Time:20260702T090000', 'DURATION:PT30M'],
      '2026-07-02 9:00 30',
    ],
    [
      'under the prefix of a program',
      ['DTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20260302T090000', 'DURATION:PT1H'],
      '2026-03-02 9:00 60',
    ],
    ['overseas', ['DTSTART;TZID=America/Martinique:20260302T090000', 'DURATION:PT15M'], '2026-03-02 14:00 15'],
    ['with seconds nobody meant', ['DTSTART:20260302T090030', 'DURATION:PT900S'], '2026-03-02 9:00 15'],
    ['without an end', ['DTSTART:20260302T090000'], '2026-03-02 9:00 0'],
    ['over midnight', ['DTSTART:20260302T233000', 'DTEND:20260303T003000'], '2026-03-02 23:30 60'],
    ['at the end of the day', ['DTSTART:20260302T233000', 'DTEND:20260302T240000'], '2026-03-02 23:30 30'],
    ['a whole day', ['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260303'], '2026-03-02 1d'],
    ['a fortnight', ['DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260817'], '2026-08-03 14d'],
    ['a day without its end', ['DTSTART;VALUE=DATE:20260302'], '2026-03-02 1d'],
    ['in the hour spring skips', ['DTSTART;TZID=Europe/Paris:20260329T023000', 'DURATION:PT15M'], '2026-03-29 never'],
    [
      'in the hour autumn doubles',
      ['DTSTART;TZID=Europe/Paris:20261025T023000', 'DURATION:PT15M'],
      '2026-10-25 2:30 15',
    ],
  ])('%s', (_, lines, expected) => {
    expect(visits(event('UID:1', ...lines))).toEqual([expected]);
  });

  test('the doubled hour is its first passing', () => {
    const { events } = read(`BEGIN:VCALENDAR\n${event('DTSTART:20261025T023000', 'DURATION:PT15M')}`);
    const [first] = events;
    if (!first) throw new Error('no event');
    const expanded = occurrencesOf(first, {
      window,
      clockOf: zoneClocks('Europe/Paris', []),
      replaced: new Set(),
      budget: { daysLeft: 10 },
    });
    expect(expanded.occurrences[0]?.startsAt?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test.each([
    ['nobody describes the zone', ['DTSTART;TZID=Cabinet:20260302T090000'], 'zone_unknown'],
    ['no start', ['SUMMARY:DUPONT Marie'], 'start_missing'],
    ['a start that is no day', ['DTSTART:20260230T090000'], 'start_unreadable'],
    ['a start in words', ['DTSTART:lundi 9h'], 'start_unreadable'],
    ['an end before the start', ['DTSTART:20260302T090000', 'DTEND:20260302T083000'], 'end_before_start'],
    ['an end in words', ['DTSTART:20260302T090000', 'DTEND:midi'], 'end_unreadable'],
    ['a length below nothing', ['DTSTART:20260302T090000', 'DURATION:-PT15M'], 'end_unreadable'],
    ['every second', ['DTSTART:20260302T090000', 'RRULE:FREQ=SECONDLY'], 'recurrence_too_frequent'],
    [
      'ten thousand a day',
      ['DTSTART:20260302T090000', `RRULE:FREQ=DAILY;BYMINUTE=${[...Array(60).keys()].join()}`],
      'too_many_occurrences',
    ],
    [
      'this one and all that follow',
      ['DTSTART:20260302T090000', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260302T090000'],
      'this_and_future',
    ],
  ])('refused: %s', (_, lines, fault) => {
    expect(visits(event('UID:1', ...lines))).toEqual([`#1 ${fault}`]);
  });
});

describe('series', () => {
  test('keep their hour on the wall over both clock changes', () => {
    const weekly = visits(event('UID:1', paris, 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY;UNTIL=20261130T080000Z'));
    expect(weekly).toHaveLength(40);
    expect(new Set(weekly.map((line) => line.slice(11)))).toEqual(new Set(['9:00 30']));
  });

  test('leave out what EXDATE says, in whatever zone it says it', () => {
    const lines = [paris, 'DURATION:PT15M', 'RRULE:FREQ=DAILY;COUNT=5'];
    const exceptions = [
      'EXDATE;TZID=Europe/Paris:20260303T090000',
      'EXDATE:20260304T080000Z,20260399T000000Z',
      'EXDATE;VALUE=DATE:20260305',
    ];
    expect(visits(event('UID:1', ...lines, ...exceptions))).toEqual(['2026-03-02 9:00 15', '2026-03-06 9:00 15']);
  });

  test('add what RDATE says, once', () => {
    const lines = [paris, 'DURATION:PT15M', 'RDATE;TZID=Europe/Paris:20260310T140000,20260302T090000'];
    expect(visits(event('UID:1', ...lines))).toEqual(['2026-03-02 9:00 15', '2026-03-10 14:00 15']);
  });

  test('a moved member takes its own hour, a cancelled one leaves no hole filled', () => {
    const series = event('UID:1', paris, 'DURATION:PT15M', 'RRULE:FREQ=DAILY;COUNT=3');
    const moved = event(
      'UID:1',
      'RECURRENCE-ID:20260303T080000Z',
      'DTSTART;TZID=Europe/Paris:20260303T110000',
      'DURATION:PT45M',
    );
    expect(visits(`${moved}\n${series}`)).toEqual(['2026-03-03 11:00 45', '2026-03-02 9:00 15', '2026-03-04 9:00 15']);
  });

  test('end with the day where UNTIL is a day, and with the hour where it is one', () => {
    const until = (text: string) => visits(event('UID:1', paris, 'DURATION:PT15M', `RRULE:FREQ=DAILY;UNTIL=${text}`));
    expect(until('20260304')).toHaveLength(3);
    expect(until('20260304T080000Z')).toHaveLength(3);
    expect(until('20260304T075959Z')).toHaveLength(2);
    expect(until('20260304T090000')).toHaveLength(3);
  });

  test('an endless one ends with the window; what is past is left', () => {
    const endless = visits(event('UID:1', 'DTSTART:20100104T090000', 'DURATION:PT15M', 'RRULE:FREQ=WEEKLY'));
    expect(endless[0]).toBe('2026-02-02 9:00 15');
    expect(endless.at(-1)).toBe('2028-02-28 9:00 15');
    expect(endless.length).toBeLessThan(mostOccurrences);
  });
});

describe('one event told several times', () => {
  const at = (hour: string, ...more: string[]) =>
    event('UID:1', `DTSTART:20260302T${hour}00`, 'DURATION:PT15M', 'SUMMARY:DUPONT Marie', ...more);

  test('the highest SEQUENCE counts, wherever it stands', () => {
    expect(visits(`${at('0900', 'SEQUENCE:2')}\n${at('1000', 'SEQUENCE:1')}`)).toEqual([
      '2026-03-02 9:00 15',
      '#2 superseded',
    ]);
  });

  test('then the latest stamp, then the last in the file', () => {
    expect(visits(`${at('0900', 'DTSTAMP:20260201T000000Z')}\n${at('1000', 'DTSTAMP:20260101T000000Z')}`)[1]).toBe(
      '#2 superseded',
    );
    expect(visits(`${at('0900')}\n${at('1000')}`)[0]).toBe('#1 superseded');
  });

  test('a UID given to different visits is not believed', () => {
    const other = event('UID:1', 'DTSTART:20260303T090000', 'DURATION:PT15M', 'SUMMARY:LEROY Paul');
    expect(visits(`${at('0900')}\n${other}`)).toEqual(['2026-03-02 9:00 15', '2026-03-03 9:00 15']);
    const { events } = read(`BEGIN:VCALENDAR\n${at('0900')}\n${other}`);
    const index = calendarIndex();
    for (const each of events) indexEvent(index, each);
    expect(new Set(events.map((each) => trustedUid(index, each))).size).toBe(2);
  });
});

describe('zones a file describes itself', () => {
  const outlook = [
    'BEGIN:VTIMEZONE',
    'TZID:(UTC+01:00) Bruxelles\\, Copenhague\\, Madrid\\, Paris',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\n');
  const inOutlook = (moment: string) =>
    event('UID:1', `DTSTART;TZID="(UTC+01:00) Bruxelles\\, Copenhague\\, Madrid\\, Paris":${moment}`, 'DURATION:PT15M');

  test.each([
    ['20260302T090000', '2026-03-02 9:00 15'],
    ['20260702T090000', '2026-07-02 9:00 15'],
    ['20260329T015900', '2026-03-29 1:59 15'],
    ['20260329T023000', '2026-03-29 never'],
    ['20261025T023000', '2026-10-25 2:30 15'],
    ['20261102T090000', '2026-11-02 9:00 15'],
  ])('%s under a name of its own', (moment, expected) => {
    expect(visits(inOutlook(moment), { head: outlook })).toEqual([expected]);
  });

  test('the description may follow the events, or only name the place', () => {
    const located = 'BEGIN:VTIMEZONE\nTZID:Cabinet\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE';
    const visit = event('UID:1', 'DTSTART;TZID=Cabinet:20260702T090000', 'DURATION:PT15M');
    expect(visits(`${visit}\n${located}`)).toEqual(['2026-07-02 9:00 15']);
  });
});

test('a daily visit at any hour of any zone keeps that hour, or is said never to come', () => {
  const zones = ['Europe/Paris', 'America/Martinique', 'America/New_York', 'Indian/Reunion', 'Australia/Lord_Howe'];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1439 }), (zone, minutes) => {
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
      const lines = visits(
        event('UID:1', `DTSTART;TZID=${zone}:20260301T${clock}00`, 'DURATION:PT5M', 'RRULE:FREQ=DAILY;COUNT=260'),
        { practiceZone: zone },
      );
      const wall = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} 5`;
      expect(lines).toHaveLength(260);
      expect(lines.filter((line) => line.slice(11) !== wall && !line.endsWith('never'))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the window: thirty days back, twenty-four months ahead', () => {
  expect(importWindow('2026-03-02')).toEqual({ fromDay: '2026-01-31', toDay: '2028-03-02' });
  expect(importWindow('2024-02-29')).toEqual({ fromDay: '2024-01-30', toDay: '2026-02-28' });
});
