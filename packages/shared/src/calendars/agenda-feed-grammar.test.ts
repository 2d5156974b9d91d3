import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agendaFeed, type FeedFacts } from './agenda-feed.js';

/** RFC 5545 read to the letter and by nothing of ours: what a telephone that forgives nothing would do. */
function components(text: string): Component {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
  for (const line of text.split('\r\n'))
    expect(encodeURIComponent(line).replace(/%../g, 'x').length).toBeLessThanOrEqual(75);
  const root: Component = { name: '', lines: [], inner: [] };
  const open = [root];
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, '')
    .slice(0, -2)
    .split('\r\n')) {
    const [, name = '', parameters = '', value = ''] = contentLine.exec(line) ?? [];
    expect([line, name]).not.toEqual([line, '']);
    expect(value).not.toMatch(controls);
    const current = open.at(-1) ?? root;
    if (name === 'BEGIN') open.push(inside(current, value));
    else if (name === 'END') expect(open.pop()?.name).toBe(value);
    else current.lines.push({ name, parameters, value });
  }
  expect(open).toHaveLength(1);
  expect(root.lines).toEqual([]);
  return root;
}

interface Component {
  readonly name: string;
  readonly lines: { name: string; parameters: string; value: string }[];
  readonly inner: Component[];
}

const contentLine = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/su;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ones a text may not hold
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/;
/** A text: a backslash escapes itself, a comma, a semicolon or a line, and these two are never bare. */
const textValue = /^(?:[^\\;,]|\\[\\;,nN])*$/su;
const texts: ReadonlySet<string> = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'X-WR-CALNAME', 'NAME']);

function inside(parent: Component, name: string): Component {
  const child: Component = { name, lines: [], inner: [] };
  parent.inner.push(child);
  return child;
}

const all = ({ lines }: Component, name: string) => lines.filter((line) => line.name === name);
const once = (component: Component, name: string) => {
  expect([component.name, name, all(component, name).length]).toEqual([component.name, name, 1]);
  return all(component, name)[0] ?? { name, parameters: '', value: '' };
};

const instant = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString());
const later = (startsAt: string, minutes: number) => new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
const spelt = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.constant('bell \u0007 \u0000;,\\\r\n\u007f'));
const span = fc.record({ id: fc.uuid(), startsAt: instant, minutes: fc.integer({ min: 5, max: 720 }) });

const facts: fc.Arbitrary<FeedFacts> = fc.record({
  practiceName: spelt,
  columnName: spelt,
  zone: fc.constantFrom('Europe/Paris', 'America/Martinique', 'Pacific/Noumea', 'Indian/Reunion', 'UTC'),
  visits: fc.array(
    fc
      .record({
        at: span,
        motif: spelt,
        initials: spelt,
        status: fc.constantFrom('booked' as const, 'cancelled' as const),
      })
      .map(({ at: { id, startsAt, minutes }, ...visit }) => ({
        ...{ id, startsAt, endsAt: later(startsAt, minutes), changedAt: startsAt, version: minutes },
        ...visit,
      })),
    { maxLength: 6 },
  ),
  absences: fc.array(
    span.map(({ id, startsAt, minutes }) => ({
      ...{ id, startsAt, endsAt: later(startsAt, minutes), createdAt: startsAt, reason: 'leave' as const },
    })),
    { maxLength: 3 },
  ),
  meetings: fc.array(
    fc.record({ at: span, motif: fc.option(spelt) }).map(({ at: { id, startsAt, minutes }, motif }) => ({
      ...{ id, startsAt, endsAt: later(startsAt, minutes), createdAt: startsAt, version: 1, motif },
    })),
    { maxLength: 3 },
  ),
});

test('any feed is a calendar to the letter: lines, nesting, texts, zones, and one event for each thing', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const root = components(agendaFeed(given, 2024));
      const [calendar] = root.inner;
      if (!calendar) throw new Error('no calendar');
      expect([root.inner.length, calendar.name, once(calendar, 'VERSION').value]).toEqual([1, 'VCALENDAR', '2.0']);
      expect(once(calendar, 'PRODID').value).not.toBe('');
      const zones = calendar.inner.filter(({ name }) => name === 'VTIMEZONE');
      const known = new Set(zones.map((zone) => once(zone, 'TZID').value));
      for (const zone of zones) {
        expect(zone.inner.length).toBeGreaterThan(0);
        for (const part of zone.inner) {
          expect(['STANDARD', 'DAYLIGHT']).toContain(part.name);
          expect(once(part, 'DTSTART').value).toMatch(/^\d{8}T\d{6}$/);
          for (const name of ['TZOFFSETFROM', 'TZOFFSETTO']) expect(once(part, name).value).toMatch(/^[+-]\d{4}$/);
        }
      }
      const events = calendar.inner.filter(({ name }) => name === 'VEVENT');
      expect(events).toHaveLength(given.visits.length + given.absences.length + given.meetings.length);
      for (const event of events) {
        once(event, 'UID');
        expect(once(event, 'DTSTAMP').value).toMatch(/^\d{8}T\d{6}Z$/);
        for (const name of ['DTSTART', 'DTEND']) {
          const { parameters, value } = once(event, name);
          const zone = /^;TZID=(.+)$/.exec(parameters)?.[1];
          expect(value).toMatch(zone ? /^\d{8}T\d{6}$/ : /^\d{8}T\d{6}Z$/);
          if (zone) expect([...known]).toContain(zone);
        }
        expect(all(event, 'DURATION')).toEqual([]);
      }
      for (const { lines } of [calendar, ...calendar.inner]) {
        for (const { name, value } of lines) if (texts.has(name)) expect(value).toMatch(textValue);
      }
    }),
    { numRuns: 60 },
  );
});
