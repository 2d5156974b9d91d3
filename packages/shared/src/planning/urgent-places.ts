import { freeStarts } from './availability.js';
import type { Interval } from './interval.js';

/** A visit of the day whose patient is still to be seen or is being seen, minutes of the local day. */
export interface DayVisit extends Interval {
  readonly id: string;
  /** When she is expected to be seen, lateness included; never before `startMin`. */
  readonly expectedMin: number;
  /** With the practitioner now: nobody goes between. */
  readonly isBeingSeen: boolean;
}

/** A column that takes the motif, today. */
export interface UrgentColumn {
  readonly resourceId: string;
  /** Free and kept for emergencies; free for anything. With the room the motif's preparation and cleaning take. */
  readonly reserved: readonly Interval[];
  readonly free: readonly Interval[];
  /** Open time, whoever holds it: nobody is put beside another outside it. */
  readonly open: readonly Interval[];
  readonly visits: readonly DayVisit[];
  readonly durationMin: number;
  readonly gridMin: number;
  /** Now, by the clock of the column. */
  readonly nowMin: number;
}

export interface DelayedVisit {
  readonly id: string;
  /** Minutes of the local day: expected until now, expected from then on. */
  readonly fromMin: number;
  readonly toMin: number;
}

export interface UrgentPlace extends Interval {
  readonly kind: 'reserved' | 'free' | 'rajout';
  readonly resourceId: string;
  /** Patients who would be seen later, in the order they are seen; only a rajout makes any wait. */
  readonly delayed: readonly DelayedVisit[];
}

const ranks = { reserved: 0, free: 1, rajout: 2 } as const;

/**
 * Where somebody who cannot wait may go today, best first: stretches kept for emergencies, then free places, then beside
 * another visit. Of each column the first of each kind, and within a kind the soonest, then in the order of the columns.
 * Nothing begins before now; a rajout goes as soon as whoever is being seen should be done. Throws RangeError on a
 * duration or a grid that is not a positive integer.
 */
export function urgentPlaces(columns: readonly UrgentColumn[]): UrgentPlace[] {
  const places = columns.flatMap((column) => {
    const { resourceId, durationMin, gridMin, nowMin } = column;
    const firstIn = (kind: 'reserved' | 'free'): UrgentPlace[] => {
      const [startMin] = freeStarts(column[kind], durationMin, gridMin, nowMin);
      return startMin === undefined
        ? []
        : [{ kind, resourceId, startMin, endMin: startMin + durationMin, delayed: [] }];
    };
    return [...firstIn('reserved'), ...firstIn('free'), ...rajoutIn(column)].map((place) => ({
      place,
      waits: place.startMin - nowMin,
    }));
  });
  return places
    .sort((a, b) => ranks[a.place.kind] - ranks[b.place.kind] || a.waits - b.waits)
    .map(({ place }) => place);
}

/**
 * Who is seen later when somebody is seen at `startMin` for `durationMin`: patients are seen in the order they are
 * expected, none before her hour, each for as long as she was given. Whoever is being seen stays.
 */
export function delayedBy(visits: readonly DayVisit[], { startMin, endMin }: Interval): DelayedVisit[] {
  let freeFrom = endMin;
  return inTurn(visits)
    .filter(({ isBeingSeen, expectedMin }) => !isBeingSeen && expectedMin >= startMin)
    .flatMap((visit) => {
      const toMin = Math.max(visit.expectedMin, freeFrom);
      freeFrom = toMin + visit.endMin - visit.startMin;
      return toMin > visit.expectedMin ? [{ id: visit.id, fromMin: visit.expectedMin, toMin }] : [];
    });
}

function rajoutIn({ resourceId, open, visits, durationMin, gridMin, nowMin }: UrgentColumn): UrgentPlace[] {
  const doneAt = visits
    .filter(({ isBeingSeen, expectedMin }) => isBeingSeen || expectedMin < nowMin)
    .map(({ expectedMin, startMin, endMin }) => expectedMin + endMin - startMin);
  const soonest = Math.max(nowMin, ...doneAt);
  const [startMin] = freeStarts(open, durationMin, gridMin, soonest);
  if (startMin === undefined) return [];
  const place = { startMin, endMin: startMin + durationMin };
  const isBeside = visits.some((visit) => visit.startMin < place.endMin && place.startMin < visit.endMin);
  return isBeside ? [{ kind: 'rajout', resourceId, ...place, delayed: delayedBy(visits, place) }] : [];
}

const inTurn = (visits: readonly DayVisit[]) =>
  [...visits].sort((a, b) => a.expectedMin - b.expectedMin || a.startMin - b.startMin || (a.id < b.id ? -1 : 1));
