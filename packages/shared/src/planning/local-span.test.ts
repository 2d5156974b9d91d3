import { expect, test } from '@jest/globals';
import { localSpan } from './local-span.js';

const paris = 'Europe/Paris';

test.each([
  ['an ordinary visit', '2026-03-02T08:00:00Z', '2026-03-02T08:15:00Z', '2026-03-02', paris, [540, 555]],
  ['cut at both midnights', '2026-03-01T12:00:00Z', '2026-03-04T12:00:00Z', '2026-03-02', paris, [0, 1440]],
  ['ending at midnight', '2026-03-02T21:00:00Z', '2026-03-02T23:00:00Z', '2026-03-02', paris, [1320, 1440]],
  ['seen from the next day', '2026-03-02T21:00:00Z', '2026-03-02T23:00:00Z', '2026-03-03', paris, null],
  ['empty', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z', '2026-03-02', paris, null],
  ['a minute begun', '2026-03-02T08:00:30Z', '2026-03-02T08:15:30Z', '2026-03-02', paris, [540, 556]],
  ['over the missing hour', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-03-29', paris, [90, 210]],
  ['in the first of the two hours', '2026-10-25T00:10:00Z', '2026-10-25T00:40:00Z', '2026-10-25', paris, [130, 160]],
  ['across the doubled hour', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25', paris, [120, 180]],
  ['before, through and after it', '2026-10-24T23:30:00Z', '2026-10-25T03:00:00Z', '2026-10-25', paris, [90, 240]],
  ['another zone', '2026-03-02T04:00:00Z', '2026-03-02T05:00:00Z', '2026-03-02', 'Indian/Reunion', [480, 540]],
  ['the day before in UTC', '2026-03-01T21:00:00Z', '2026-03-01T22:00:00Z', '2026-03-02', 'Pacific/Noumea', [480, 540]],
])('%s', (_name, startsAt, endsAt, day, zone, expected) => {
  const span = localSpan(startsAt, endsAt, day, zone);
  expect(span && [span.startMin, span.endMin]).toEqual(expected);
});
