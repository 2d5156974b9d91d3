import { expect, test } from '@jest/globals';
import { freePieces, withoutHeld } from './free-pieces';

const told = (gaps: [number, number][], from = 0) =>
  freePieces(
    gaps.map(([startMin, endMin]) => ({ startMin, endMin })),
    from,
  ).map(({ startMin, endMin }) => [startMin, endMin]);

test.each<[string, [number, number][], number, [number, number][]]>([
  ['a short gap is one offer', [[690, 710]], 0, [[690, 710]]],
  ['forty minutes stay whole', [[690, 730]], 0, [[690, 730]]],
  ['five minutes are no offer', [[690, 695]], 0, []],
  [
    'a long gap is cut on the half hours',
    [[480, 570]],
    0,
    [
      [480, 510],
      [510, 540],
      [540, 570],
    ],
  ],
  [
    'a crumb at either end joins its neighbour',
    [[500, 580]],
    0,
    [
      [500, 540],
      [540, 580],
    ],
  ],
  ['what is past is gone, from the next five minutes on', [[630, 660]], 642, [[645, 660]]],
  ['a gap that is over is gone', [[600, 640]], 642, []],
])('%s', (_, gaps, from, expected) => {
  expect(told(gaps, from)).toEqual(expected);
});

test('each piece knows how far the free time goes', () => {
  expect(freePieces([{ startMin: 480, endMin: 570 }], 0).map(({ gapEndMin }) => gapEndMin)).toEqual([570, 570, 570]);
});

test('what others hold is left out with the crumbs beside it, and a longer visit runs on to where the hold begins', () => {
  const pieces = freePieces([{ startMin: 480, endMin: 570 }], 0);
  expect(withoutHeld(pieces, [])).toBe(pieces);
  expect(withoutHeld(pieces, [{ startMin: 520, endMin: 535 }])).toEqual([
    { startMin: 480, endMin: 510, gapEndMin: 520 },
    { startMin: 510, endMin: 520, gapEndMin: 520 },
    { startMin: 540, endMin: 570, gapEndMin: 570 },
  ]);
});
