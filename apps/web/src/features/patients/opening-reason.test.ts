import { expect, test } from '@jest/globals';
import { isUnexplained } from './opening-reason';

const on = (...days: string[]) =>
  ({ appointments: days.map((day) => ({ day })) }) as Parameters<typeof isUnexplained>[0];

test.each([
  ['none at all', on(), true],
  ['today', on('2026-03-02'), false],
  ['thirty days ago', on('2026-01-31'), false],
  ['thirty-one days ago', on('2026-01-30'), true],
  ['in thirty days', on('2026-04-01'), false],
  ['in thirty-one days', on('2026-04-02'), true],
  ['one far, one near', on('2025-01-01', '2026-03-20'), false],
])('an appointment %s', (_, file, unexplained) => {
  expect(isUnexplained(file, '2026-03-02')).toBe(unexplained);
});
