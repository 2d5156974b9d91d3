import type { PlaceClaim } from './claim.repository.js';
import type { PlaceSetup, ReadPlace } from './place-reader.js';

const lastRajoutLane = 9;
const minuteMs = 60_000;

/**
 * What a visit takes: its column with the motif's preparation and cleaning, then one of each pool that has one free. A
 * rajout stands in the first lane nobody has; where all are taken the constraint refuses. A visit that stood beside
 * others (`held`) stays beside them when its length changes.
 */
export function placeClaims(
  visit: { readonly startsAt: Date; readonly endsAt: Date },
  { column, motif, pools }: Pick<PlaceSetup, 'column' | 'motif' | 'pools'>,
  { standing, companions }: Pick<ReadPlace, 'standing' | 'companions'>,
  isRajout: boolean,
  held: readonly PlaceClaim[] = [],
): PlaceClaim[] {
  const before = held.find(({ resourceId }) => resourceId === column.id);
  const own = widened(visit, motif);
  const lane = isRajout || (before && before.lane > 0) ? freeLane(own, standing) : 0;
  const reason = lane === 0 ? null : ((isRajout ? null : before?.reason) ?? 'rajout');
  const besides = pools.flatMap(({ id, members }) => {
    const companion = companions.get(id);
    const need = motif.needs.find(({ poolId }) => poolId === id);
    if (companion && need) return [{ resourceId: companion, ...widened(visit, need), lane: 0, reason: null }];
    // None is free for all of it: the one it has stays its own, for as long as it had it.
    return held.filter(({ resourceId }) => members.some((member) => member.id === resourceId));
  });
  return [{ resourceId: column.id, ...own, lane, reason }, ...besides];
}

/**
 * What a visit takes once its length has changed by `addedMin` (negative: shorter). Only its end moves: what it `held`
 * before is not asked for again, whatever its motif keeps today, and `judged` is what was found free for more.
 */
export function resizedClaims(
  held: readonly PlaceClaim[],
  judged: readonly PlaceClaim[],
  columnId: string,
  addedMin: number,
): readonly PlaceClaim[] {
  const own = held.find(({ resourceId }) => resourceId === columnId);
  if (!own) return judged;
  if (addedMin > 0) {
    return judged.map((claim) => (claim.resourceId === columnId ? { ...claim, startsAt: own.startsAt } : claim));
  }
  const others = held.filter((claim) => claim !== own);
  return [own, ...others].map((claim) => ({
    ...claim,
    endsAt: new Date(claim.endsAt.getTime() + addedMin * minuteMs),
  }));
}

function freeLane(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  standing: ReadPlace['standing'],
): number {
  const taken = new Set(
    standing
      .filter((claim) => new Date(claim.startsAt) < endsAt && new Date(claim.endsAt) > startsAt)
      .map(({ lane }) => lane),
  );
  for (let lane = 0; lane < lastRajoutLane; lane += 1) if (!taken.has(lane)) return lane;
  return lastRajoutLane;
}

function widened(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  { beforeMin, afterMin }: { readonly beforeMin: number; readonly afterMin: number },
) {
  return {
    startsAt: new Date(startsAt.getTime() - beforeMin * minuteMs),
    endsAt: new Date(endsAt.getTime() + afterMin * minuteMs),
  };
}
