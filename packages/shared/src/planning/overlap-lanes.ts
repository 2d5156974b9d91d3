/** A card of a column: minutes of the day, end exclusive. */
export interface LaneItem {
  readonly id: string;
  readonly startMin: number;
  readonly endMin: number;
}

/** `lane` counts from 0, left to right; `lanes` is how many the card shares the width with, itself included. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Lays cards that overlap side by side. Cards joined by a chain of overlaps form a group and share one width; each
 * takes the leftmost lane free at its start. The answer does not depend on the order of `items`.
 * A card without length is drawn a minute long. Ids are unique.
 */
export function layOutLanes(items: readonly LaneItem[]): Map<string, Lane> {
  const laid = new Map<string, Lane>();
  let group: { id: string; lane: number }[] = [];
  let laneEnds: number[] = [];
  const closeGroup = () => {
    for (const { id, lane } of group) laid.set(id, { lane, lanes: laneEnds.length });
    group = [];
    laneEnds = [];
  };
  for (const { id, startMin, endMin } of [...items].sort(byStartThenLength)) {
    if (laneEnds.every((end) => end <= startMin)) closeGroup();
    const free = laneEnds.findIndex((end) => end <= startMin);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = Math.max(endMin, startMin + 1);
    group.push({ id, lane });
  }
  closeGroup();
  return laid;
}

function byStartThenLength(a: LaneItem, b: LaneItem): number {
  return a.startMin - b.startMin || b.endMin - a.endMin || (a.id < b.id ? -1 : 1);
}
