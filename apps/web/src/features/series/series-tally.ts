import type { PlannedVisitView, SeriesPlanView } from '@pupitre/shared/planning/series.contract';

export interface SeriesTally {
  /** Where the rule wants them. */
  readonly free: number;
  readonly moved: number;
  readonly skipped: number;
  readonly undecided: number;
  /** What would be written. */
  readonly booked: number;
}

export function tallyOf({ visits }: Pick<SeriesPlanView, 'visits'>): SeriesTally {
  const count = (test: (visit: PlannedVisitView) => boolean) => visits.filter(test).length;
  return {
    free: count(({ place, choice }) => place !== null && choice.kind !== 'move'),
    moved: count(({ place, choice }) => place !== null && choice.kind === 'move'),
    skipped: count(({ choice }) => choice.kind === 'skip' || choice.kind === 'extend'),
    undecided: count(({ isDecided }) => !isDecided),
    booked: count(({ place }) => place !== null),
  };
}

/** Places that will be taken, in order of time. */
export const placesOf = ({ visits }: Pick<SeriesPlanView, 'visits'>) =>
  visits
    .flatMap(({ place }) => (place ? [place] : []))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.startMin - b.startMin));
