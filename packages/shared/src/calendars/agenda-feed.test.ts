import { describe, expect, test } from '@jest/globals';
import type { CalendarEvent } from '../import/ics/calendar-event.js';
import { beginCalendar, readCalendarLine } from '../import/ics/calendar-reader.js';
import { parseContentLine } from '../import/ics/content-line.js';
import { offsetsOfBlock } from '../import/ics/zone-block.js';
import { zoneClocks } from '../import/ics/zone-clock.js';
import { toInstant } from '../time/zone.js';
import { agendaFeed, type FeedFacts } from './agenda-feed.js';
import { escapeText, foldLine } from './content-lines.js';
import { zoneLines } from './zone-lines.js';

const facts: FeedFacts = {
  practiceName: 'Maison de santé; « les Tilleuls », Lille',
  columnName: 'Dr MARTIN',
  zone: 'Europe/Paris',
  visits: [
    {
      ...{ id: '0190a000-0000-7000-8000-000000000001', status: 'booked', version: 3, initials: 'PD' },
      ...{ startsAt: '2026-03-02T08:00:00Z', endsAt: '2026-03-02T08:15:00Z', changedAt: '2026-02-27T10:00:00.123Z' },
      motif: 'Consult, suivi; été \\ hiver, le très très long nom 👩‍⚕️ d’un motif qui ne tient sur aucune ligne',
    },
    {
      ...{ id: '0190a000-0000-7000-8000-000000000002', status: 'cancelled', version: 2, initials: 'MC' },
      ...{ startsAt: '2026-07-02T08:00:00Z', endsAt: '2026-07-02T08:15:00Z', changedAt: '2026-02-27T10:00:00Z' },
      motif: 'Contrôle',
    },
  ],
  absences: [
    {
      ...{ id: '0190a000-0000-7000-8000-000000000003', reason: 'leave', createdAt: '2026-01-01T10:00:00Z' },
      ...{ startsAt: '2026-04-05T22:00:00Z', endsAt: '2026-04-12T22:00:00Z' },
    },
  ],
  meetings: [
    {
      ...{ id: '0190a000-0000-7000-8000-000000000004', version: 2, createdAt: '2026-01-01T10:00:00Z', motif: null },
      ...{ startsAt: '2026-03-03T12:00:00Z', endsAt: '2026-03-03T13:00:00Z' },
    },
  ],
};

const octets = (line: string) => encodeURIComponent(line).replace(/%../g, 'x').length;

/** As a strict reader would: CRLF and nothing else, 75 octets, then unfolded. */
function contentLines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
}

function readBack(text: string): { events: CalendarEvent[]; calendar: string; zones: number } {
  const reading = beginCalendar();
  const events = contentLines(text).flatMap(
    (line, at) => readCalendarLine(reading, { text: line, number: at + 1, cut: false }) ?? [],
  );
  return { events, calendar: events[0]?.calendar ?? '', zones: reading.zones.length };
}

describe('the feed of a column', () => {
  const text = agendaFeed(facts, 2026);

  test('is read back as it was meant, by our own reader', () => {
    const { events, calendar, zones } = readBack(text);
    expect(calendar).toBe('Dr MARTIN · Maison de santé; « les Tilleuls », Lille');
    expect(zones).toBe(1);
    expect(
      events.map(({ uid, sequence, status, free, fault }) => [uid.slice(34), sequence, status, free, fault]),
    ).toEqual([
      ['01@pupitre', 3, 'CONFIRMED', false, null],
      ['02@pupitre', 2, 'CANCELLED', true, null],
      ['03@pupitre', 0, 'CONFIRMED', false, null],
      ['04@pupitre', 2, 'CONFIRMED', false, null],
    ]);
    expect(events[0]?.summary).toBe(`PD · ${facts.visits[0]?.motif}`);
    expect(events[0]).toMatchObject({
      start: { day: '2026-03-02', minutes: 540, zoneId: 'Europe/Paris' },
      end: { day: '2026-03-02', minutes: 555, zoneId: 'Europe/Paris' },
      stamp: '20260227T100000Z',
    });
    expect(events[2]).toMatchObject({
      summary: 'Congés',
      start: { day: '2026-04-06', minutes: 0 },
      end: { day: '2026-04-13', minutes: 0 },
    });
  });

  test('holds what every program asks of a calendar and of an event', () => {
    const names = contentLines(text).map((line) => parseContentLine(line)?.name);
    expect(names.slice(0, 4)).toEqual(['BEGIN', 'VERSION', 'PRODID', 'CALSCALE']);
    const count = (name: string) => names.filter((each) => each === name).length;
    for (const name of ['UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'SUMMARY', 'STATUS', 'TRANSP']) {
      expect([name, count(name)]).toEqual([name, 4]);
    }
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n');
    expect([...text.matchAll(/\r\nBEGIN:(\w+)/g)].length + 1).toBe([...text.matchAll(/\r\nEND:(\w+)/g)].length);
  });

  test('is the same text for the same facts', () => {
    expect(agendaFeed(facts, 2026)).toBe(text);
  });

  test('says in UTC the second time of an hour that comes twice', () => {
    const [first] = facts.visits;
    const at = (startsAt: string) =>
      agendaFeed({ ...facts, visits: first ? [{ ...first, startsAt }] : [], absences: [], meetings: [] }, 2026);
    expect(at('2026-10-25T00:30:00Z')).toContain('DTSTART;TZID=Europe/Paris:20261025T023000\r\n');
    expect(at('2026-10-25T01:30:00Z')).toContain('DTSTART:20261025T013000Z\r\n');
  });
});

test.each([
  ['Europe/Paris', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']],
  ['America/Miquelon', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']],
  ['Indian/Reunion', []],
  ['America/Martinique', []],
  ['Pacific/Marquesas', []],
])('the block of %s follows its rules', (zone, rules) => {
  expect(zoneLines(zone, 2026).filter((line) => line.startsWith('RRULE'))).toEqual(rules);
});

test.each(['Europe/Paris', 'America/Miquelon', 'Indian/Reunion', 'Africa/Casablanca', 'Pacific/Marquesas'])(
  'the block of %s alone gives the instants of the zone',
  (zone) => {
    const reading = beginCalendar();
    for (const text of zoneLines(zone, 2026)) {
      readCalendarLine(reading, { text: text.replace(`TZID:${zone}`, 'TZID:Nowhere'), number: 1, cut: false });
    }
    expect(offsetsOfBlock(reading.zones[0] ?? { id: '', location: '', observances: [] })).not.toBeNull();
    const clock = zoneClocks('UTC', reading.zones)('Nowhere');
    for (let month = 1; month <= 12; month += 1) {
      for (const date of ['01', '09', '15', '22', '28']) {
        const day = `2026-${String(month).padStart(2, '0')}-${date}`;
        expect([day, clock?.(day, 600)?.toISOString()]).toEqual([day, toInstant(day, 600, zone)?.toISOString()]);
      }
    }
  },
);

test('text is escaped once, and a line is folded between characters', () => {
  expect(escapeText('a,b;c\\d\r\ne\nf')).toBe('a\\,b\\;c\\\\d\\ne\\nf');
  const folded = foldLine(`SUMMARY:${'é'.repeat(80)}😀😀`);
  for (const line of folded.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
  expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'é'.repeat(80)}😀😀`);
});
