import { createHash } from 'node:crypto';
import type { Refusal } from '@pupitre/shared/planning/booking-refusals';
import {
  type OccurrenceState,
  type PlannedVisit,
  type SeriesChoice,
  type SeriesGround,
  type SeriesPlace,
  stateOf,
} from '@pupitre/shared/planning/series';
import type { PlannedVisitView, SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import { mondayOf } from '@pupitre/shared/time/iso-week';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import type { GroundSpan } from './ground-reader.js';
import type { PlaceGround, TakenPlace } from './place-ground.js';

export type Choices = ReadonlyMap<string, SeriesChoice>;

/** The rule of series over a ground; `stay` are visits of the series that keep the place they have. */
export function seriesGround(
  ground: PlaceGround,
  rest: Pick<SeriesGround, 'zone' | 'permissions' | 'colleagues'>,
): SeriesGround {
  const takes = new Map<string, TakenPlace>();
  const takeOf = (place: SeriesPlace) => {
    const key = `${place.resourceId} ${place.day} ${place.startMin}`;
    const take = takes.get(key) ?? ground.take(place);
    takes.set(key, take);
    return take;
  };
  return {
    ...rest,
    // Only those of the same day can be in the way, and a day holds one or two.
    refusals: (place, taken) => ground.refusals(place, taken.filter(({ day }) => day === place.day).map(takeOf)),
    starts: (resourceId, day) => ground.starts(resourceId, day),
  };
}

/** The whole weeks that these days and the days of the choices lie in. */
export function weeksAround(days: readonly LocalDay[], choices: Choices): GroundSpan {
  const moved = [...choices.values()].flatMap((choice) => (choice.kind === 'move' ? [choice.day] : []));
  const sorted = [...days, ...moved].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
}

export const movedColumns = (choices: Choices): string[] =>
  [...choices.values()].flatMap((choice) => (choice.kind === 'move' ? [choice.resourceId] : []));

/** What would be written, and nothing else: reasons and other places may change without changing it. */
export function markOf(visits: readonly PlannedVisit[]): string {
  const lines = visits.map(({ key, place, isDecided, choice }) => [
    ...[key, isDecided, choice.kind === 'override'],
    place && [place.resourceId, place.day, place.startMin],
  ]);
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex');
}

export function planView(visits: readonly PlannedVisit[], holders: ReadonlyMap<string, string>): SeriesPlanView {
  return { mark: markOf(visits), visits: visits.map((visit) => visitView(visit, holders.get(visit.key) ?? null)) };
}

function visitView(visit: PlannedVisit, takenBy: string | null): PlannedVisitView {
  const { key, wanted, choice, mayOverride, place, isDecided, clockChanged, alternatives } = visit;
  return {
    ...{ key, wanted, choice, mayOverride, place, isDecided, clockChanged, takenBy },
    alternatives: [...alternatives],
    ...whyOf(visit.refusals),
    moveFault: visit.moveRefusals.length > 0 ? whyOf(visit.moveRefusals) : null,
  };
}

function whyOf(refusals: readonly Refusal[]): { state: OccurrenceState; details: Record<string, unknown> } {
  const state = stateOf(refusals);
  return { state, details: { ...refusals.find((refusal) => stateOf([refusal]) === state)?.details } };
}
