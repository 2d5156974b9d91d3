import { expect, test } from '@jest/globals';
import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import type { QueryKey } from '@tanstack/react-query';
import { isConcerned } from './live-topics';

const PRACTICE = '01890000-0000-7000-8000-000000000001';
const VISIT = '01890000-0000-7000-8000-0000000000a1';
const OTHER = '01890000-0000-7000-8000-0000000000a2';
const key = (...rest: unknown[]) => ['practice', PRACTICE, ...rest];
const moved: LiveEvent = { topic: 'appointment', days: ['2026-03-02', '2026-03-05'], ids: [VISIT] };

test.each<[why: string, key: QueryKey, event: LiveEvent, expected: boolean]>([
  ['a day it left', key('planning', 'day', '2026-03-02'), moved, true],
  ['the day it went to', key('planning', 'day', '2026-03-05'), moved, true],
  ['another day', key('planning', 'day', '2026-03-03'), moved, false],
  ['the visit itself', key('planning', 'appointment', VISIT), moved, true],
  ['another visit', key('planning', 'appointment', OTHER), moved, false],
  ['the till of the day', key('billing', 'till', '2026-03-02'), moved, true],
  ['a list without day', key('planning', 'free-slots'), moved, true],
  ['another domain', key('patients', 'file', OTHER), moved, false],
  ['another practice', ['practice', OTHER, 'planning', 'day', '2026-03-02'], moved, false],
  ['what is of no practice', ['session'], moved, false],
  ['an event that names no day', key('planning', 'day', '2026-03-09'), { ...moved, days: [], ids: [] }, true],
])('%s', (_why, queryKey, event, expected) => {
  expect(isConcerned(queryKey, PRACTICE, event)).toBe(expected);
});
