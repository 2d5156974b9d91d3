import { describe, expect, test } from '@jest/globals';
import { calendarIndex, indexEvent } from '../import/ics/calendar-index.js';
import { beginCalendar, endCalendar, readCalendarLine } from '../import/ics/calendar-reader.js';
import { zoneClocks } from '../import/ics/zone-clock.js';
import { busySpansOf, changedSpans, mergeSpans } from './busy-spans.js';

const zone = 'Europe/Paris';

/** What a calendar of these events takes from 1 March to the end of 2026, in Paris time; `left` when one cannot be read. */
function busy(...events: readonly string[][]): string[] {
  const lines = ['BEGIN:VCALENDAR', ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT'])];
  const reading = beginCalendar();
  const read = lines.flatMap((text, at) => readCalendarLine(reading, { text, number: at + 1, cut: false }) ?? []);
  const last = endCalendar(reading);
  if (last) read.push(last);
  const index = calendarIndex();
  for (const event of read) indexEvent(index, event);
  const question = {
    ...{ zone, fromDay: '2026-03-01', toDay: '2026-12-31', index, budget: { daysLeft: 100_000 } },
    clockOf: zoneClocks(zone, reading.zones),
  };
  const found = read.map((event) => busySpansOf(event, question));
  const said = (at: number) =>
    new Date(at).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return [
    ...mergeSpans(found.flatMap((spans) => spans ?? [])).map(
      ({ startsAt, endsAt }) => `${said(startsAt)} ${said(endsAt).slice(11)}`,
    ),
    ...(found.includes(null) ? ['left'] : []),
  ];
}

describe('busy time of a calendar kept elsewhere', () => {
  test('an event in its own zone, one in UTC, one on the wall', () => {
    expect(
      busy(
        ['UID:1', 'DTSTART;TZID=Europe/London:20260303T090000', 'DTEND;TZID=Europe/London:20260303T100000'],
        ['UID:2', 'DTSTART:20260304T080000Z', 'DURATION:PT30M'],
        ['UID:3', 'DTSTART:20260305T080000', 'DTEND:20260305T081500'],
      ),
    ).toEqual(['2026-03-03 10:00 11:00', '2026-03-04 09:00 09:30', '2026-03-05 08:00 08:15']);
  });

  test('free, cancelled and superseded ones take none, nor one without length', () => {
    expect(
      busy(
        ['UID:1', 'DTSTART:20260303T090000', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'],
        ['UID:2', 'DTSTART:20260303T110000', 'DURATION:PT1H', 'STATUS:CANCELLED'],
        ['UID:3', 'SUMMARY:a', 'SEQUENCE:1', 'DTSTART:20260303T130000', 'DURATION:PT1H'],
        ['UID:3', 'SUMMARY:a', 'SEQUENCE:2', 'DTSTART:20260303T150000', 'DURATION:PT1H'],
        ['UID:4', 'DTSTART:20260303T170000'],
        ['UID:5', 'DTSTART:20260303T180000', 'DURATION:PT1H', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
      ),
    ).toEqual(['2026-03-03 15:00 16:00']);
  });

  test('a series keeps its hour over the clock change; an exception is out, a moved member is where it went', () => {
    expect(
      busy(
        [
          ...['UID:s', 'DTSTART;TZID=Europe/Paris:20260320T090000', 'DURATION:PT1H'],
          ...['RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Paris:20260327T090000'],
        ],
        ['UID:s', 'RECURRENCE-ID;TZID=Europe/Paris:20260403T090000', 'DTSTART:20260403T120000', 'DURATION:PT1H'],
      ),
    ).toEqual(['2026-03-20 09:00 10:00', '2026-04-03 12:00 13:00', '2026-04-10 09:00 10:00']);
  });

  test('a cancelled member of a series opens its hour', () => {
    expect(
      busy(
        ['UID:s', 'DTSTART:20260303T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'],
        ['UID:s', 'RECURRENCE-ID:20260304T090000', 'DTSTART:20260304T090000', 'DURATION:PT1H', 'STATUS:CANCELLED'],
      ),
    ).toEqual(['2026-03-03 09:00 10:00', '2026-03-05 09:00 10:00']);
  });

  test('whole days are days of the practice, one of 23 hours too', () => {
    expect(busy(['UID:1', 'DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'])).toEqual([
      '2026-03-28 00:00 00:00',
    ]);
  });

  test('what began before the window is cut to it; what touches is one', () => {
    expect(
      busy(
        ['UID:1', 'DTSTART:20260226T100000', 'DTEND:20260301T080000'],
        ['UID:2', 'DTSTART:20260301T080000', 'DTEND:20260301T090000'],
        ['UID:3', 'DTSTART:20251201T080000', 'DTEND:20251201T090000'],
      ),
    ).toEqual(['2026-03-01 00:00 09:00']);
  });

  test('an event nobody can place is left, and the others are read', () => {
    expect(
      busy(
        ['UID:1', 'DTSTART;TZID=Nowhere/Land:20260303T090000', 'DURATION:PT1H'],
        ['UID:2', 'DTSTART:20260303T090000', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY'],
        ['UID:3', 'DTSTART:20260303T090000', 'DURATION:PT1H'],
      ),
    ).toEqual(['2026-03-03 09:00 10:00', 'left']);
  });
});

test('what changed is what only one of two lists has', () => {
  const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt });
  expect(changedSpans([span(1, 2), span(5, 9)], [span(1, 2), span(5, 8), span(20, 21)])).toEqual([
    span(5, 9),
    span(20, 21),
  ]);
  expect(changedSpans([span(1, 2)], [span(1, 2)])).toEqual([]);
});
