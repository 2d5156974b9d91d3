import { describe, expect, test } from '@jest/globals';
import {
  cellStart,
  clampEnd,
  clampStart,
  edgeScroll,
  gutterMarks,
  minuteAt,
  openingScroll,
  rangeBetween,
  unitsFrom,
  visibleLines,
} from './geometry';

const day = { openMin: 480, closeMin: 1140 };

describe('lines of text a card has room for', () => {
  test.each([
    ['compact', 18, 10, 1],
    ['compact', 18, 15, 1],
    ['compact', 18, 20, 2],
    ['compact', 18, 30, 3],
    ['compact', 18, 60, 3],
    ['normal', 24, 10, 1],
    ['normal', 24, 15, 2],
    ['normal', 24, 20, 3],
    ['tactile', 30, 10, 1],
    ['tactile', 30, 15, 2],
    ['compact', 18, 5, 1],
  ])('%s, %i px a slot: %i min shows %i', (_density, slotPx, minutes, lines) => {
    expect(visibleLines(minutes, slotPx)).toBe(lines);
  });
});

test('pixels and minutes are each other’s inverse', () => {
  for (const minute of [480, 642, 1139]) expect(minuteAt(unitsFrom(480, minute) * 18, 18, 480)).toBeCloseTo(minute);
});

describe('start of a moved visit', () => {
  test.each([
    ['snaps to 5 min', 642.4, 20, 640],
    ['snaps up from the half', 642.5, 20, 645],
    ['stays after opening', 430, 20, 480],
    ['ends by closing', 1139, 30, 1110],
    ['starts at opening when longer than the day', 900, 700, 480],
  ])('%s', (_case, wanted, length, start) => {
    expect(clampStart(wanted, length, day)).toBe(start);
  });
});

describe('end of a visit drawn longer or shorter', () => {
  test.each([
    ['snaps to 5 min', 647, 615, 645],
    ['never shorter than 5 min', 600, 615, 620],
    ['from an odd start, at least 5 min of it', 611, 612, 617],
    ['ends by closing', 1200, 1110, 1140],
    ['never longer than twelve hours', 1439, 480, 1200, { openMin: 480, closeMin: 1440 }],
  ])('%s', (_case, wanted, start, end, frame = day) => {
    expect(clampEnd(wanted, start, frame)).toBe(end);
  });
});

describe('range drawn with the pointer', () => {
  test.each([
    ['down', 602, 634, 600, 635],
    ['up', 634, 602, 600, 635],
    ['a twitch still makes a cell', 602, 603, 600, 610],
    ['a twitch upwards too', 602, 599, 595, 605],
    ['past closing', 1100, 1300, 1100, 1140],
    ['past opening', 500, 300, 480, 505],
    ['pressed in the last minutes', 1138, 1139, 1130, 1140],
  ])('%s', (_case, anchor, pointer, startMin, endMin) => {
    expect(rangeBetween(anchor, pointer, 10, day)).toEqual({ startMin, endMin });
  });
});

test('cells are counted from opening, also when it is not a round hour', () => {
  expect(cellStart(509, 505, 10)).toBe(505);
  expect(cellStart(515, 505, 10)).toBe(515);
});

describe('scroll near an edge', () => {
  test.each([
    ['in the middle', 400, 0],
    ['just outside the band', 136, 0],
    ['at the top edge', 100, -14],
    ['beyond the bottom edge', 900, 14],
  ])('%s', (_case, position, step) => {
    expect(edgeScroll(position, 100, 700)).toBe(step);
  });
  test('is slower far from the edge', () => {
    expect(Math.abs(edgeScroll(130, 100, 700))).toBeLessThan(Math.abs(edgeScroll(105, 100, 700)));
  });
});

describe('opening scroll', () => {
  test.each([
    ['early: the day opens at its top', 642, 740, 0],
    ['late: now near one third, on an hour line', 960, 740, 540],
    ['before opening', 400, 740, 0],
  ])('%s', (_case, minute, view, scroll) => {
    expect(openingScroll(minute, 480, 18, view)).toBe(scroll);
  });
});

test('the gutter marks tens, hours apart, and stops before closing', () => {
  const marks = gutterMarks(475, 545);
  expect(marks.map(({ minute }) => minute)).toEqual([480, 490, 500, 510, 520, 530, 540]);
  expect(marks.filter(({ isHour }) => isHour).map(({ minute }) => minute)).toEqual([480, 540]);
});
