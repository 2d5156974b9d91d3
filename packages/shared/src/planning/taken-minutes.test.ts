import { describe, expect, test } from '@jest/globals';
import { freeOf, rajoutsBeside, type Taking, takenMinutes } from './taken-minutes.js';

const visit = {
  ...{ startMin: 540, endMin: 560 },
  taken: [
    ['martin', 5, 0],
    ['room1', 0, 10],
    ['scan1', 15, -5],
  ],
} satisfies Taking;

describe('what visits take', () => {
  test.each([
    ['the practitioner, with her preparation', 'martin', [{ startMin: 535, endMin: 560 }]],
    ['the room, with its cleaning', 'room1', [{ startMin: 540, endMin: 570 }]],
    ['the machine, for less than the visit', 'scan1', [{ startMin: 525, endMin: 555 }]],
    ['nothing of a room it was not given', 'room2', []],
  ])('%s', (_, resourceId, expected) => {
    expect(takenMinutes(resourceId, [visit])).toEqual(expected);
  });

  test('what is left is free, touching ends included', () => {
    const next = { startMin: 560, endMin: 580, taken: [['martin', 0, 0]] } satisfies Taking;
    expect(freeOf('martin', [{ startMin: 480, endMin: 600 }], [next, visit])).toEqual([
      { startMin: 480, endMin: 535 },
      { startMin: 580, endMin: 600 },
    ]);
  });
});

test('rajouts are counted by half-day and by column; noon begins the afternoon', () => {
  const beside = (startMin: number, resourceId = 'martin', rajoutReason: string | null = 'Accord') => ({
    ...{ startMin, resourceId, rajoutReason },
  });
  const visits = [beside(540), beside(719), beside(720), beside(600, 'leroy'), beside(600, 'martin', null)];
  expect(rajoutsBeside(visits, 'martin', 500)).toBe(2);
  expect(rajoutsBeside(visits, 'martin', 720)).toBe(1);
  expect(rajoutsBeside(visits, 'nadir', 500)).toBe(0);
});
