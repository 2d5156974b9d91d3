import type { OpeningLabel } from '@pupitre/shared/planning/opening-hours';
import type { Turn } from './week-turns';

/** A stretch of the week as it is drawn and painted. */
export interface Stretch {
  readonly isodow: number;
  readonly startMin: number;
  readonly endMin: number;
  readonly turn: Turn;
  readonly label: OpeningLabel;
  readonly siteId: string | null;
}

type Brush = Pick<Stretch, 'label' | 'siteId'>;
type Range = Pick<Stretch, 'isodow' | 'startMin' | 'endMin'>;
type Layer = readonly Omit<Stretch, 'turn'>[];

const sides = ['even', 'odd'] as const;

/** What one kind of week looks like. */
export const layerOf = (week: readonly Stretch[], side: (typeof sides)[number]): Layer =>
  week.filter(({ turn }) => turn === 'every' || turn === side).map(({ turn: _, ...stretch }) => stretch);

/**
 * The week once a range is painted, in every week or in one of two; `brush` null closes it. Whatever stood there goes;
 * what then is the same in both kinds of week is said once.
 */
export function paintWeek(week: readonly Stretch[], range: Range, turn: Turn, brush: Brush | null): Stretch[] {
  const painted = sides.map((side) => {
    const layer = layerOf(week, side);
    return turn === 'every' || turn === side ? paintLayer(layer, range, brush) : layer;
  });
  return fuse(painted[0] ?? [], painted[1] ?? []);
}

function paintLayer(layer: Layer, { isodow, startMin, endMin }: Range, brush: Brush | null): Layer {
  const left = layer.flatMap((stretch) => {
    if (stretch.isodow !== isodow || stretch.endMin <= startMin || endMin <= stretch.startMin) return [stretch];
    return [
      ...(stretch.startMin < startMin ? [{ ...stretch, endMin: startMin }] : []),
      ...(endMin < stretch.endMin ? [{ ...stretch, startMin: endMin }] : []),
    ];
  });
  return brush ? [...left, { isodow, startMin, endMin, ...brush }] : left;
}

/** Two kinds of week as one list: minute by minute the same in both is every week. */
function fuse(even: Layer, odd: Layer): Stretch[] {
  const fused: Stretch[] = [];
  for (let isodow = 1; isodow <= 7; isodow += 1) {
    const [evenDay, oddDay] = [even, odd].map((layer) => layer.filter((stretch) => stretch.isodow === isodow));
    const edges = [...(evenDay ?? []), ...(oddDay ?? [])].flatMap(({ startMin, endMin }) => [startMin, endMin]);
    const bounds = [...new Set(edges)].sort((a, b) => a - b);
    bounds.slice(0, -1).forEach((startMin, index) => {
      const piece = { isodow, startMin, endMin: bounds[index + 1] ?? startMin };
      const [atEven, atOdd] = [brushAt(evenDay ?? [], startMin), brushAt(oddDay ?? [], startMin)];
      if (atEven && atOdd && sameBrush(atEven, atOdd)) fused.push({ ...piece, ...atEven, turn: 'every' });
      else {
        if (atEven) fused.push({ ...piece, ...atEven, turn: 'even' });
        if (atOdd) fused.push({ ...piece, ...atOdd, turn: 'odd' });
      }
    });
  }
  return joined(fused);
}

function brushAt(layer: Layer, minute: number): Brush | null {
  const found = layer.find(({ startMin, endMin }) => startMin <= minute && minute < endMin);
  return found ? { label: found.label, siteId: found.siteId } : null;
}

const sameBrush = (a: Brush, b: Brush) => a.label === b.label && a.siteId === b.siteId;

/** Stretches that touch and say the same are one. */
function joined(week: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of inOrder(week)) {
    const index = result.findIndex(
      (before) =>
        before.isodow === stretch.isodow &&
        before.endMin === stretch.startMin &&
        before.turn === stretch.turn &&
        sameBrush(before, stretch),
    );
    const before = result[index];
    if (before) result[index] = { ...before, endMin: stretch.endMin };
    else result.push(stretch);
  }
  return inOrder(result);
}

export function inOrder<Span extends { isodow: number; startMin: number; endMin: number }>(
  week: readonly Span[],
): Span[] {
  return [...week].sort((a, b) => a.isodow - b.isodow || a.startMin - b.startMin || a.endMin - b.endMin);
}

/** The stretches of one day given to other days, in place of theirs. */
export function copyDay(week: readonly Stretch[], from: number, to: readonly number[]): Stretch[] {
  const kept = week.filter(({ isodow }) => isodow === from || !to.includes(isodow));
  const copied = to.filter((isodow) => isodow !== from);
  const given = copied.flatMap((isodow) =>
    week.filter((stretch) => stretch.isodow === from).map((stretch) => ({ ...stretch, isodow })),
  );
  return inOrder([...kept, ...given]);
}
