import { type Interval, intersectIntervals, subtractIntervals } from '@pupitre/shared/planning/interval';
import { type OpeningLabel, type OpeningRule } from '@pupitre/shared/planning/opening-hours';
import { type WeekSpan, weekHoursFaults } from '@pupitre/shared/practices/week-hours';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { readClock } from '../../lib/read-clock';
import { inOrder, layerOf, type Stretch } from './hours/week-layers';
import { type Turn, turnFields, turnOf } from './hours/week-turns';

export const isodows = [1, 2, 3, 4, 5, 6, 7] as const;
export type Isodow = (typeof isodows)[number];

/** A stretch of opening as it is being typed. */
export interface TypedSpan {
  readonly key: string;
  readonly isodow: number;
  readonly from: string;
  readonly to: string;
  readonly turn: Turn;
  readonly label: OpeningLabel;
  readonly siteId: string | null;
}

export type SpanFault = 'from_unreadable' | 'to_unreadable' | 'end_before_start' | 'overlap';

export interface WeekReading {
  readonly faults: ReadonlyMap<string, SpanFault>;
  /** In order; null while something cannot be read or stands against the rules. */
  readonly hours: readonly Stretch[] | null;
  /** What can be drawn already. */
  readonly drawable: readonly Stretch[];
}

/** The weekly hours of a column in force on `day`, or over the two weeks from its Monday on where they alternate. */
export function weekOn(rules: readonly OpeningRule[], resourceId: string, day: LocalDay): Stretch[] {
  return inOrder(
    rules
      .filter((rule) => rule.resourceId === resourceId)
      .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))
      .map(({ isodow, startMin, endMin, label = '', siteId = null, ...rule }) => ({
        ...{ isodow, startMin, endMin, label, siteId },
        turn: turnOf(rule, day),
      })),
  );
}

export function readWeek(spans: readonly TypedSpan[]): WeekReading {
  const faults = new Map<string, SpanFault>();
  const readable: { key: string; span: Stretch }[] = [];
  for (const { key, from, to, ...span } of spans) {
    const [startMin, endMin] = [readClock(from), readClock(to)];
    if (startMin === null) faults.set(key, 'from_unreadable');
    else if (endMin === null) faults.set(key, 'to_unreadable');
    else readable.push({ key, span: { ...span, startMin, endMin } });
  }
  for (const { index, code } of weekHoursFaults(readable.map(({ span }) => ruleOf(span, someDay)))) {
    const found = readable[index];
    if (found && code !== 'anchor_missing') faults.set(found.key, code);
  }
  const drawable = inOrder(readable.map(({ span }) => span).filter(({ startMin, endMin }) => startMin < endMin));
  return { faults, hours: faults.size === 0 ? drawable : null, drawable };
}

/** Overlaps do not depend on it. */
const someDay: LocalDay = '2026-01-05';

/** A stretch as the server takes it, its turns counted from `from`. */
export function ruleOf({ isodow, startMin, endMin, label, siteId, turn }: Stretch, from: LocalDay): Required<WeekSpan> {
  return { isodow, startMin, endMin, label, siteId, ...turnFields(turn, from) };
}

export const sameWeek = (one: readonly Stretch[], other: readonly Stretch[]): boolean =>
  sides.every((side) => JSON.stringify(settled(one, side)) === JSON.stringify(settled(other, side)));

const sides = ['even', 'odd'] as const;
const settled = (week: readonly Stretch[], side: (typeof sides)[number]) =>
  inOrder(layerOf(week, side)).map(({ isodow, startMin, endMin, label, siteId }) => [
    ...[isodow, startMin, endMin],
    ...[label, siteId],
  ]);

export interface PaintedBlock extends Interval {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly label: OpeningLabel;
  readonly siteId: string | null;
  /** The weeks it stands in: both kinds, or one of them. */
  readonly turn: Turn;
}

/** One day as it is painted: what stays, what is new, what goes; in the weeks asked for. */
export function paintedDay(
  isodow: number,
  saved: readonly Stretch[],
  drafted: readonly Stretch[],
  view: Turn,
): PaintedBlock[] {
  const of = (side: (typeof sides)[number]) =>
    paintedSide(
      layerOf(saved, side).filter((span) => span.isodow === isodow),
      layerOf(drafted, side).filter((span) => span.isodow === isodow),
    );
  if (view !== 'every') return of(view).map((block) => ({ ...block, turn: 'every' }));
  const [even, odd] = [of('even'), of('odd')];
  const isIn = (blocks: typeof even, block: (typeof even)[number]) =>
    blocks.some((other) => JSON.stringify(other) === JSON.stringify(block));
  return [
    ...even.map((block): PaintedBlock => ({ ...block, turn: isIn(odd, block) ? 'every' : 'even' })),
    ...odd.filter((block) => !isIn(even, block)).map((block): PaintedBlock => ({ ...block, turn: 'odd' })),
  ].sort((a, b) => a.startMin - b.startMin);
}

type SideSpan = Omit<Stretch, 'turn'>;

function paintedSide(before: readonly SideSpan[], after: readonly SideSpan[]): Omit<PaintedBlock, 'turn'>[] {
  const brushes = new Map([...before, ...after].map(({ label, siteId }) => [`${label} ${siteId}`, { label, siteId }]));
  return [...brushes.values()].flatMap((brush) => {
    const like = (spans: readonly SideSpan[]) =>
      spans.filter(({ label, siteId }) => label === brush.label && siteId === brush.siteId);
    const kinds = {
      kept: intersectIntervals(like(after), like(before)),
      added: subtractIntervals(like(after), like(before)),
      // What becomes something else is drawn as that.
      removed: subtractIntervals(like(before), after),
    };
    return (['kept', 'added', 'removed'] as const).flatMap((kind) =>
      kinds[kind].map((interval) => ({ ...interval, kind, ...brush })),
    );
  });
}

export const minutesOf = (hours: readonly Interval[]): number =>
  hours.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);

/** Whole hours the painted week shows: all that is open, at least 8 h to 19 h. */
export function shownHours(hours: readonly Interval[]): { readonly first: number; readonly last: number } {
  return {
    first: Math.min(8, ...hours.map(({ startMin }) => Math.floor(startMin / 60))),
    last: Math.max(19, ...hours.map(({ endMin }) => Math.ceil(endMin / 60))),
  };
}
