import { describe, expect, test } from '@jest/globals';
import { rajoutsBeside, takenMinutes } from './taken-minutes.js';

const motifs = [
  {
    ...{ id: 'echo', beforeMin: 5, afterMin: 0 },
    needs: [
      { poolId: 'rooms', beforeMin: 0, afterMin: 10 },
      { poolId: 'scanners', beforeMin: 15, afterMin: 0 },
    ],
  },
  { id: 'plain', beforeMin: 0, afterMin: 0, needs: [] },
];
const pools = [
  { id: 'rooms', members: [{ id: 'room1' }, { id: 'room2' }] },
  { id: 'scanners', members: [{ id: 'scan1' }] },
];
const visit = (part: object = {}) => ({
  ...{ resourceId: 'martin', motifId: 'echo', companionIds: ['room1', 'scan1'], startMin: 540, endMin: 560 },
  ...part,
});

describe('what visits take', () => {
  test.each([
    ['the practitioner, with her preparation', 'martin', [{ startMin: 535, endMin: 560 }]],
    ['the room, with its cleaning', 'room1', [{ startMin: 540, endMin: 570 }]],
    ['the machine, with its own preparation', 'scan1', [{ startMin: 525, endMin: 560 }]],
    ['nothing of a room it was not given', 'room2', []],
    ['nothing of another practitioner', 'leroy', []],
  ])('%s', (_, resourceId, expected) => {
    expect(takenMinutes(resourceId, [visit()], motifs, pools)).toEqual(expected);
  });

  test('a motif that needs the pool no longer, or is not known, keeps nothing around', () => {
    expect(takenMinutes('room1', [visit({ motifId: 'plain' })], motifs, pools)).toEqual([
      { startMin: 540, endMin: 560 },
    ]);
    expect(takenMinutes('martin', [visit({ motifId: 'gone' })], motifs, pools)).toEqual([
      { startMin: 540, endMin: 560 },
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
