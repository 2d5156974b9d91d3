/** A stretch of a column's time, in milliseconds, end excluded. */
export interface HeldSpan {
  readonly start: number;
  readonly end: number;
}

/** The database keeps lanes 0 to 99: beyond, a file is no agenda. */
export const laneCount = 100;

/**
 * A lane for each wanted span of one column, beside what stands there already and beside each other; the answer is in
 * the order of `wanted`. Nothing that stands is moved. Null where every lane is taken.
 * Those that stand carry the lane they have; `wanted` may be in any order and is served by time.
 */
export function assignLanes(
  standing: readonly (HeldSpan & { readonly lane: number })[],
  wanted: readonly HeldSpan[],
): (number | null)[] {
  const lanes: (number | null)[] = wanted.map(() => null);
  const known = [...standing].sort((a, b) => a.start - b.start);
  const open: (HeldSpan & { readonly lane: number })[] = [];
  let next = 0;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a]?.start ?? 0) - (wanted[b]?.start ?? 0));
  for (const index of order) {
    const span = wanted[index];
    if (!span) continue;
    // Whatever begins before this span ends may meet it; later spans ask again.
    for (let at = next; at < known.length && (known[at]?.start ?? 0) < span.end; at += 1) {
      const each = known[at];
      if (each) open.push(each);
      next = at + 1;
    }
    const taken = new Set(
      open.filter(({ start, end }) => end > span.start && start < span.end).map(({ lane }) => lane),
    );
    const free = Array.from({ length: laneCount }, (_, lane) => lane).find((lane) => !taken.has(lane)) ?? null;
    lanes[index] = free;
    if (free !== null) open.push({ ...span, lane: free });
    if (open.length > 200) open.splice(0, open.length, ...open.filter(({ end }) => end > span.start));
  }
  return lanes;
}
