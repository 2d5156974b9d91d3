import { describe, expect, test } from '@jest/globals';
import { importStates } from '@pupitre/shared/import/import-codes';
import { secondsLeft, shareRead, stepOf, willBook, willWrite } from './steps';

test('every state has a step, and a page loaded again comes back to it', () => {
  expect(importStates.map((state) => [state, stepOf({ state, failure: null })])).toEqual([
    ['uploading', 'file'],
    ['to_map', 'columns'],
    ['checking', 'preview'],
    ['checked', 'preview'],
    ['committing', 'writing'],
    ['committed', 'writing'],
    ['undoing', 'writing'],
    ['undone', 'writing'],
    ['cancelled', 'file'],
    ['failed', 'file'],
  ]);
});

test('a patient changed meanwhile asks for a new check, not for another file', () => {
  expect(stepOf({ state: 'failed', failure: 'changed_since_check' })).toBe('preview');
});

describe('seconds left', () => {
  const start = '2026-03-02T09:00:00Z';
  test.each([
    ['too early to tell', 0.5, '2026-03-02T09:00:00.500Z', null],
    ['too little read to tell', 0.01, '2026-03-02T09:00:10Z', null],
    ['half in ten seconds', 0.5, '2026-03-02T09:00:10Z', 10],
    ['84 % in 21 s', 0.84, '2026-03-02T09:00:21Z', 4],
    ['never none before the end', 0.999, '2026-03-02T09:00:02Z', 1],
  ])('%s', (_case, share, at, left) => {
    expect(secondsLeft(share, start, at)).toBe(left);
  });
});

test.each([
  [0, 0, 1],
  [50, 200, 0.25],
  [250, 200, 1],
])('%i of %i bytes', (read, all, share) => {
  expect(shareRead(read, all)).toBe(share);
});

test('what is announced before the writing adds up to the lines of the file', () => {
  const counts = {
    create: 100,
    match: 40,
    filling: 15,
    doubtful: 10,
    refuse: 3,
    decided: { same: 2, create: 1, skip: 4 },
  };
  const told = willWrite({ counts });
  expect(told).toEqual({ created: 101, completed: 17, unchanged: 25, left: 10, lines: 143, undecided: 3 });
  expect(told.created + told.completed + told.unchanged + told.left).toBe(100 + 40 + 10 + 3);
});

test('of a calendar, a visit and a time without patient are both written', () => {
  const none = { same: 0, create: 0, skip: 0 };
  const counts = { create: 50, match: 8, filling: 0, doubtful: 9, refuse: 2, decided: none };
  const told = willBook({ counts }, { link: 3, block: 1, skip: 2 });
  expect(told).toEqual({ created: 54, completed: 0, unchanged: 8, left: 7, lines: 54, undecided: 3 });
});
