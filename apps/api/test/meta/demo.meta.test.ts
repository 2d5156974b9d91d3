import { beforeAll, expect, test } from '@jest/globals';
import { demoChecksum, demoFaults } from '@pupitre/seeds/determinism';

const days = ['2026-03-02', '2026-11-23', '2027-01-04'];
const checksums = new Map<string, string>();

// Months of a practice are composed each time: once to know it, once more in each test to compare.
beforeAll(() => {
  for (const day of days) checksums.set(day, demoChecksum(day));
});

test.each(days)('the demo of %s is the same every time, and not that of another day', (day) => {
  const checksum = demoChecksum(day);
  expect(days.filter((other) => checksums.get(other) === checksum)).toEqual([day]);
});

test.each(days)('the demo of %s holds together: steps in order, nothing ahead of its clock, money adds up', (day) => {
  expect(demoFaults(day)).toEqual([]);
});
