import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useMemo } from 'react';
import type { DayLinks } from './day-screen-context';
import type { VisitMutations } from './use-visit-mutations';

const belongsWithOthers = ({ seriesId, bundleId }: AppointmentCard) => seriesId !== null || bundleId !== null;

/** The same acts; before a visit of a series, a chain or a family is moved or cancelled, how far it goes is asked. */
export function useTogether(acts: VisitMutations, ask: DayLinks['askTogether']): VisitMutations {
  return useMemo(() => {
    if (!ask) return acts;
    return {
      ...acts,
      cancel: async (visit, by, reason) => {
        const isAlone = !belongsWithOthers(visit) || (await ask(visit, { kind: 'cancel', by, reason }));
        return isAlone ? acts.cancel(visit, by, reason) : true;
      },
      move: async (visit, place) => {
        const { resourceId, day, startMin } = place;
        const isPlace = visit.resourceId !== resourceId || visit.day !== day || visit.startMin !== startMin;
        const asks = isPlace && visit.seriesId !== null;
        if (!asks || (await ask(visit, { kind: 'move', resourceId, day, startMin }))) await acts.move(visit, place);
      },
    };
  }, [acts, ask]);
}
