/** Minutes of one local day, 0..1440, end exclusive: [540, 555) is 9:00 to 9:15; 1440 is midnight of the next day. */
export interface Interval {
  readonly startMin: number;
  readonly endMin: number;
}

/** Sorted, without empty ones, and with those that overlap or touch made one; cut to 0..1440. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: { startMin: number; endMin: number }[] = [];
  for (const { startMin, endMin } of intervals.map(withinDay).sort((a, b) => a.startMin - b.startMin)) {
    if (startMin >= endMin) continue;
    const last = merged.at(-1);
    if (last && startMin <= last.endMin) last.endMin = Math.max(last.endMin, endMin);
    else merged.push({ startMin, endMin });
  }
  return merged;
}

/** What is left of `from` once every minute of `taken` is removed; merged. */
export function subtractIntervals(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left = mergeIntervals(from);
  for (const { startMin, endMin } of mergeIntervals(taken)) {
    left = left.flatMap((interval) => [
      ...(interval.startMin < startMin ? [{ ...interval, endMin: Math.min(interval.endMin, startMin) }] : []),
      ...(interval.endMin > endMin ? [{ ...interval, startMin: Math.max(interval.startMin, endMin) }] : []),
    ]);
  }
  return left;
}

/** The minutes that both lists cover; merged. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return mergeIntervals(
    a.flatMap((one) =>
      b.map((other) => ({
        startMin: Math.max(one.startMin, other.startMin),
        endMin: Math.min(one.endMin, other.endMin),
      })),
    ),
  );
}

/** True when both share at least a minute; those that only touch, or are empty, do not. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return Math.max(a.startMin, b.startMin) < Math.min(a.endMin, b.endMin);
}

function withinDay({ startMin, endMin }: Interval): Interval {
  return { startMin: Math.max(0, startMin), endMin: Math.min(1440, endMin) };
}
