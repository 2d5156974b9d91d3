import type { WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';

/** What a hole is to whoever looks: where it ends, and who fits. Its beginning moves with the clock, and says nothing new. */
export const holeKey = ({ resourceId, day, endMin, fits }: WaitingHole): string =>
  [resourceId, day, endMin, ...fits.map(({ entryId }) => entryId)].join(' ');

/** The order in which holes are shown: those that have just opened first, then as they come; none that was put aside. */
export function holesToShow(
  holes: readonly WaitingHole[],
  fresh: readonly string[],
  putAside: ReadonlySet<string>,
): WaitingHole[] {
  const left = holes.filter((hole) => !putAside.has(holeKey(hole)));
  const isFresh = (hole: WaitingHole) => fresh.includes(holeKey(hole));
  return [...left.filter(isFresh), ...left.filter((hole) => !isFresh(hole))];
}
