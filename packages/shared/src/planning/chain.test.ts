import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Apart, type ChainLimits, type ChainPlace, type ChainStep, chainsOfDay } from './chain.js';

const step = (durationMin: number, columns: Readonly<Record<string, readonly number[]>>): ChainStep => ({
  columns: Object.entries(columns).map(([resourceId, starts]) => ({ resourceId, durationMin, starts })),
});
const limits: ChainLimits = { minGapMin: 0, maxGapMin: 30, sameColumn: false };
const told = (chains: readonly (readonly ChainPlace[])[]) =>
  chains.map((chain) => chain.map(({ resourceId, startMin }) => `${resourceId}${startMin}`).join(' '));

describe('chains of a day', () => {
  test('cardio then écho, in two columns, the wait within its limits', () => {
    const steps = [step(20, { c: [480, 540, 600] }), step(30, { e: [490, 530, 580, 640] })];
    expect(told(chainsOfDay(steps, { ...limits, maxGapMin: 20 }, 3))).toEqual(['c540 e580']);
    expect(told(chainsOfDay(steps, { ...limits, maxGapMin: 60 }, 3))).toEqual(['c480 e530', 'c600 e640']);
    expect(told(chainsOfDay(steps, { ...limits, minGapMin: 25, maxGapMin: 60 }, 3))).toEqual(['c480 e530']);
  });

  test('a mother and two children one after the other, with one practitioner', () => {
    const starts = [480, 495, 510, 525, 540, 600];
    const steps = [15, 15, 15].map((minutes) => step(minutes, { a: [480, 510, 600], b: starts }));
    const consecutive = { minGapMin: 0, maxGapMin: 0, sameColumn: true };
    expect(told(chainsOfDay(steps, consecutive, 5))).toEqual(['b480 b495 b510']);
  });

  test('the next step may have to wait for the one after it', () => {
    const steps = [step(10, { a: [480] }), step(10, { b: [490, 510] }), step(10, { c: [530] })];
    expect(told(chainsOfDay(steps, { ...limits, maxGapMin: 20 }, 1))).toEqual(['a480 b510 c530']);
  });

  test('cleaning and preparation are kept where a column comes again', () => {
    const steps = [step(10, { a: [480] }), step(5, { b: [490] }), step(10, { a: [495, 505] })];
    expect(told(chainsOfDay(steps, limits, 1, (before, after) => (after - before === 2 ? 10 : 0)))).toEqual([
      'a480 b490 a505',
    ]);
  });

  test('no step, no place, no chain', () => {
    expect(chainsOfDay([], limits, 3)).toEqual([]);
    expect(chainsOfDay([step(10, { a: [480] }), step(10, {})], limits, 3)).toEqual([]);
    expect(chainsOfDay([step(10, { a: [480] })], limits, 0)).toEqual([]);
  });

  test('a full day of twenty columns and six steps is searched to its end', () => {
    const starts = Array.from({ length: 96 }, (_, at) => 480 + at * 5);
    const columns = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, starts]));
    const steps = Array.from({ length: 6 }, () => step(20, columns));
    expect(chainsOfDay(steps, limits, 3)).toHaveLength(3);
  });
});

/** Every chain there is, one by one. */
function everyChain(steps: readonly ChainStep[], { minGapMin, maxGapMin, sameColumn }: ChainLimits, apart: Apart) {
  let chains: ChainPlace[][] = [[]];
  for (const { columns } of steps) {
    const places = columns.flatMap(({ resourceId, durationMin, starts }) =>
      starts.map((startMin) => ({ resourceId, startMin, endMin: startMin + durationMin })),
    );
    chains = chains.flatMap((chain) => places.map((place) => [...chain, place]));
  }
  return chains.filter((chain) =>
    chain.every((place, at) => {
      const before = chain[at - 1];
      const gap = before ? place.startMin - before.endMin : minGapMin;
      const isNear = gap >= minGapMin && gap <= maxGapMin;
      const isSame = !before || !sameColumn || before.resourceId === place.resourceId;
      const isClean = chain
        .slice(0, at)
        .every((own, step) => own.resourceId !== place.resourceId || place.startMin >= own.endMin + apart(step, at));
      return isNear && isSame && isClean;
    }),
  );
}

const someStep = fc
  .record({
    durationMin: fc.integer({ min: 1, max: 4 }),
    a: fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { maxLength: 5 }),
    b: fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { maxLength: 5 }),
  })
  .map(({ durationMin, a, b }) => step(durationMin, { a: a.sort((x, y) => x - y), b: b.sort((x, y) => x - y) }));

test('property: the best chain of each start is found, as by trying them all', () => {
  fc.assert(
    fc.property(
      fc.array(someStep, { minLength: 1, maxLength: 4 }),
      fc.record({
        minGapMin: fc.integer({ min: 0, max: 3 }),
        more: fc.integer({ min: 0, max: 6 }),
        sameColumn: fc.boolean(),
      }),
      fc.integer({ min: 0, max: 3 }),
      (steps, { minGapMin, more, sameColumn }, cleaning) => {
        const asked = { minGapMin, maxGapMin: minGapMin + more, sameColumn };
        const apart: Apart = (before) => (before % 2 === 0 ? cleaning : 0);
        const all = everyChain(steps, asked, apart);
        const soonest = new Map<number, number>();
        for (const chain of all) {
          const [start, end] = [chain[0]?.startMin ?? 0, chain.at(-1)?.endMin ?? 0];
          soonest.set(start, Math.min(end, soonest.get(start) ?? end));
        }
        const expected: [number, number][] = [];
        for (const [start, end] of [...soonest].sort(([a], [b]) => a - b)) {
          if (start >= (expected.at(-1)?.[1] ?? 0)) expected.push([start, end]);
        }
        const found = chainsOfDay(steps, asked, 99, apart);
        expect(found.map((chain) => [chain[0]?.startMin, chain.at(-1)?.endMin])).toEqual(expected);
        for (const chain of found) expect(all).toContainEqual(chain);
      },
    ),
    { numRuns: 400 },
  );
});
