import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FreeSlot } from './availability.js';
import {
  allocateProposals,
  candidatesNeeded,
  isLeft,
  type Proposal,
  type ProposalKind,
  proposalKinds,
  replacingOrder,
  replacingPriority,
  replacingProgress,
  replacingState,
  replacingStates,
  type VisitToReplace,
} from './replacing.js';

const now = new Date('2026-03-02T09:42:00Z');

test.each([
  ['urgent, next month', { urgent: true, startsAt: '2026-04-02T10:00:00Z' }, 1],
  ['in the waiting room', { status: 'arrived', startsAt: '2026-03-02T13:00:00Z' }, 2],
  ['in an hour', { startsAt: '2026-03-02T10:42:00Z' }, 2],
  ['in two hours', { startsAt: '2026-03-02T11:42:00Z' }, 2],
  ['in the afternoon', { startsAt: '2026-03-02T13:00:00Z' }, 3],
  ['this morning, nobody came', { startsAt: '2026-03-02T07:00:00Z' }, 3],
] as const)('%s', (_, change, priority) => {
  expect(replacingPriority({ status: 'booked', urgent: false, ...change }, now)).toBe(priority);
});

test('calls go by priority, then to those who are there, then by time', () => {
  const visit = (id: string, startsAt: string, more = {}) =>
    ({ id, status: 'booked', urgent: false, startsAt, ...more }) as const;
  const visits = [
    visit('afternoon', '2026-03-02T13:00:00Z'),
    visit('in an hour', '2026-03-02T10:42:00Z'),
    visit('there', '2026-03-02T11:00:00Z', { status: 'arrived' }),
    visit('urgent tomorrow', '2026-03-03T08:00:00Z', { urgent: true }),
    visit('tomorrow', '2026-03-03T07:00:00Z'),
  ];
  const order = ['urgent tomorrow', 'there', 'in an hour', 'afternoon', 'tomorrow'];
  expect(replacingOrder(visits, now).map(({ id }) => id)).toEqual(order);
  expect(replacingOrder(visits.toReversed(), now).map(({ id }) => id)).toEqual(order);
});

test.each([
  [null, 'booked', true, 'to_call'],
  ['told', 'confirmed', true, 'told'],
  ['aside', 'booked', true, 'aside'],
  ['to_call', 'arrived', true, 'to_call'],
  // An undo put it back in the way.
  ['rebooked', 'booked', true, 'to_call'],
  ['refused', 'booked', true, 'to_call'],
  // Moved by somebody, here or in the agenda.
  ['rebooked', 'booked', false, 'rebooked'],
  ['told', 'booked', false, 'rebooked'],
  ['refused', 'cancelled', true, 'refused'],
  ['told', 'cancelled', true, 'cancelled'],
  ['to_call', 'done', true, 'settled'],
  ['to_call', 'no_show', true, 'settled'],
] as const)('marked %s, now %s, in the way %s: %s', (mark, status, isInTheWay, state) => {
  expect(replacingState(mark, status, isInTheWay)).toBe(state);
});

test('progress counts what is settled; what was put aside is not', () => {
  const { done, total, counts } = replacingProgress(['to_call', 'aside', 'told', 'rebooked', 'rebooked', 'refused']);
  expect([done, total, counts.rebooked, counts.cancelled]).toEqual([4, 6, 2, 0]);
  expect(replacingStates.filter(isLeft)).toEqual(['to_call', 'aside']);
});

const place = (resourceId: string, startMin: number, minutes = 20, day = '2026-03-04'): FreeSlot => ({
  ...{ resourceId, day, startMin },
  endMin: startMin + minutes,
});
const visit = (id: string, candidates: Partial<VisitToReplace['candidates']>, buffers = 0): VisitToReplace => ({
  ...{ id, beforeMin: 0, afterMin: buffers },
  candidates: { same_practitioner: [], same_day: [], same_week: [], ...candidates },
});

describe('proposals', () => {
  test('one of each kind, the first visit first, and none twice', () => {
    const candidates = {
      same_practitioner: [place('leroy', 540), place('leroy', 560)],
      same_day: [place('martin', 600)],
      same_week: [place('martin', 600), place('leroy', 560), place('martin', 620)],
    };
    const plan = allocateProposals([visit('first', candidates), visit('second', candidates)]);
    expect(plan.get('first')).toEqual([
      { kind: 'same_practitioner', ...place('leroy', 540) },
      { kind: 'same_day', ...place('martin', 600) },
      { kind: 'same_week', ...place('martin', 620) },
    ]);
    expect(plan.get('second')).toEqual([{ kind: 'same_practitioner', ...place('leroy', 560) }]);
  });

  test('what is cleaned after a visit is not given to the next one', () => {
    const candidates = { same_practitioner: [place('leroy', 540), place('leroy', 560), place('leroy', 580)] };
    const plan = allocateProposals([visit('first', candidates, 10), visit('second', candidates, 10)]);
    expect(plan.get('second')).toEqual([{ kind: 'same_practitioner', ...place('leroy', 580) }]);
  });

  test('what stands on the screen stays while it is free, even when a better place comes', () => {
    const shown = new Map([['only', [{ kind: 'same_practitioner', ...place('leroy', 560) } as const]]]);
    const better = { same_practitioner: [place('leroy', 540), place('leroy', 560)] };
    expect(allocateProposals([visit('only', better)], shown).get('only')?.[0]?.startMin).toBe(560);
    const gone = { same_practitioner: [place('leroy', 540)] };
    expect(allocateProposals([visit('only', gone)], shown).get('only')?.[0]?.startMin).toBe(540);
  });
});

const slots = fc.array(
  fc
    .record({
      resourceId: fc.constantFrom('leroy', 'martin', 'payet'),
      day: fc.constantFrom('2026-03-03', '2026-03-04'),
      startMin: fc.integer({ min: 0, max: 40 }).map((n) => 480 + n * 5),
      minutes: fc.constantFrom(10, 15, 20, 45),
    })
    .map(({ minutes, ...at }) => ({ ...at, endMin: at.startMin + minutes })),
  { maxLength: 12 },
);
const tables = fc
  .array(
    fc.record({
      beforeMin: fc.constantFrom(0, 5),
      afterMin: fc.constantFrom(0, 10),
      candidates: fc.record({ same_practitioner: slots, same_day: slots, same_week: slots }),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map((row, index) => ({ id: `visit ${index}`, ...row })));
type Given = Proposal & { readonly visit: VisitToReplace };
const givenBy = (visits: readonly VisitToReplace[], plan: ReturnType<typeof allocateProposals>): Given[] =>
  visits.flatMap((one) => (plan.get(one.id) ?? []).map((proposal) => ({ ...proposal, visit: one })));
const meet = (a: FreeSlot, of: VisitToReplace, b: FreeSlot, other: VisitToReplace) =>
  a.resourceId === b.resourceId &&
  a.day === b.day &&
  a.startMin - of.beforeMin < b.endMin + other.afterMin &&
  b.startMin - other.beforeMin < a.endMin + of.afterMin;

describe('whatever the table', () => {
  test('no place is offered twice', () => {
    fc.assert(
      fc.property(tables, (visits) => {
        const given = givenBy(visits, allocateProposals(visits));
        for (const [index, a] of given.entries()) {
          for (const b of given.slice(index + 1)) expect(meet(a, a.visit, b, b.visit)).toBe(false);
        }
      }),
    );
  });

  test('every proposal is a candidate of its visit and kind, and there is one of a kind at most, in order', () => {
    fc.assert(
      fc.property(tables, (visits) => {
        const plan = allocateProposals(visits);
        for (const { kind, visit: one, ...at } of givenBy(visits, plan))
          expect(one.candidates[kind]).toContainEqual(at);
        for (const proposals of plan.values()) {
          const kinds = proposals.map(({ kind }) => kind);
          expect(kinds).toEqual(proposalKinds.filter((kind) => kinds.includes(kind)));
        }
      }),
    );
  });

  test('nobody goes without, or with worse, while somebody later has what she could have had', () => {
    fc.assert(
      fc.property(tables, (visits) => {
        const plan = allocateProposals(visits);
        const ofKind = (one: VisitToReplace, kind: ProposalKind) => plan.get(one.id)?.find((it) => it.kind === kind);
        for (const kind of proposalKinds) {
          for (const [index, earlier] of visits.entries()) {
            const wishes = earlier.candidates[kind];
            const own = ofKind(earlier, kind);
            const rank = own ? wishes.findIndex((wish) => isSame(wish, own)) : wishes.length;
            for (const later of visits.slice(index + 1)) {
              const theirs = ofKind(later, kind);
              const wished = wishes.slice(0, rank).filter((wish) => theirs && isSame(wish, theirs));
              // With wider buffers than the later one's, the same minutes may not have been free for her.
              const free = wished.filter((wish) =>
                givenBy(visits, plan).every(
                  (other) => other.visit === later || !meet(wish, earlier, other, other.visit),
                ),
              );
              expect(free).toEqual([]);
            }
          }
        }
      }),
    );
  });

  test('read again with itself on the screen, the plan does not move', () => {
    fc.assert(
      fc.property(tables, (visits) => {
        const plan = allocateProposals(visits);
        expect(allocateProposals(visits, plan)).toEqual(plan);
      }),
    );
  });

  test('what is asked of the finder is enough for everybody', () => {
    const durations = fc.array(fc.constantFrom(5, 10, 15, 20, 30, 45), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(durations, (lengths) => {
        const rowOf = (minutes: number) =>
          Array.from({ length: candidatesNeeded(minutes, lengths) }, (_, n) => place('leroy', n * minutes, minutes));
        const visits = lengths.map((minutes, n) => visit(`visit ${n}`, { same_practitioner: rowOf(minutes) }));
        for (const proposals of allocateProposals(visits).values()) expect(proposals).toHaveLength(1);
      }),
    );
  });
});

const isSame = (a: FreeSlot, b: FreeSlot) =>
  a.resourceId === b.resourceId && a.day === b.day && a.startMin === b.startMin && a.endMin === b.endMin;
