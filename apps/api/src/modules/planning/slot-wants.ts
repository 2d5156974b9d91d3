import { type AskedTimes, timesAsked } from '@pupitre/shared/planning/asked-times';
import type { FreeKind, FreeSlot } from '@pupitre/shared/planning/availability';
import { companionOf } from '@pupitre/shared/planning/companions';
import { offeredGapsOfDay } from '@pupitre/shared/planning/free-day';
import { intersectIntervals } from '@pupitre/shared/planning/interval';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { AgendaColumn, OfferedMotif, ResourcePool } from '../practices/practices.public.js';
import type { ClaimedDays } from './claimed-days.js';

/** A visit that would do, with the pools it draws from; without a motif, any visit of that length. */
export interface Want {
  readonly motif: OfferedMotif | null;
  /** Null: as long as the motif takes in each column. */
  readonly durationMin: number | null;
  readonly pools: readonly ResourcePool[];
}

/** A column on a day, and who holds what then. */
export interface ColumnDay {
  readonly column: AgendaColumn;
  readonly day: LocalDay;
  readonly taken: ClaimedDays;
}

const finestGridMin = 5;

/** Whether the column takes that visit at all. */
export function isOffered({ motif }: Want, resourceId: string): boolean {
  return !motif || (motif.active && motif.resourceIds.includes(resourceId));
}

/** How long it takes in the column. */
export function minutesOf({ motif, durationMin }: Want, resourceId: string): number {
  return durationMin ?? (motif ? minutesIn(motif, resourceId) : finestGridMin);
}

/** The visits that the column may take on the day, at the times asked for, in the order they are wanted. */
export function kindsOn(wants: readonly Want[], on: ColumnDay, asked: AskedTimes): FreeKind[] {
  const { column, day, taken } = on;
  const times = timesAsked(day, asked);
  if (times.length === 0) return [];
  return wants.flatMap((want): FreeKind[] => {
    if (!isOffered(want, column.id)) return [];
    const { motif, pools } = want;
    const free = offeredGapsOfDay(
      { ...column, resourceId: column.id, day },
      taken.on(column.id, day),
      motif ?? undefined,
    );
    return [
      {
        ...(motif && wants.length > 1 && { motifId: motif.id }),
        gaps: intersectIntervals(free, times),
        durationMin: minutesOf(want, column.id),
        gridMin: motif?.gridMin ?? finestGridMin,
        ...(pools.length > 0 && { companionsOf: (slot: FreeSlot) => companionsOf(want, on, slot) }),
      },
    ];
  });
}

/** One of each pool that is free for the whole visit, its preparation and its cleaning; null when one of them has none. */
function companionsOf({ motif, pools }: Want, { column, day, taken }: ColumnDay, slot: FreeSlot): string[] | null {
  const { zone, holidayZone } = column;
  const found = pools.map(({ id, name, members }) => {
    const { beforeMin, afterMin } = motif?.needs.find(({ poolId }) => poolId === id) ?? { beforeMin: 0, afterMin: 0 };
    const busyOf = (memberId: string) =>
      taken.on(memberId, day).flatMap(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, day, zone) ?? []);
    const withBusy = members.map((member) => ({ ...member, busy: busyOf(member.id) }));
    return companionOf({ poolId: id, name, beforeMin, afterMin, members: withBusy }, slot, { day, zone, holidayZone });
  });
  const ids = found.flatMap((id) => id ?? []);
  return ids.length === found.length ? ids : null;
}
