import { expect, test } from '@jest/globals';
import { demoChecksum, demoFaults } from '@pupitre/seeds/determinism';

const days = ['2026-03-02', '2026-11-23', '2027-01-04'];

test.each(days)('the demo of %s is the same every time, and not that of another day', (day) => {
  expect(demoChecksum(day)).toBe(demoChecksum(day));
  expect(days.filter((other) => demoChecksum(other) === demoChecksum(day))).toEqual([day]);
});

test.each(days)('the demo of %s holds together: steps in order, nothing ahead of its clock, money adds up', (day) => {
  expect(demoFaults(day)).toEqual([]);
});
