import { useMemo } from 'react';
import { columnName } from '../../lib/column-name';
import { boardOf } from './board';
import { columnStates, columnsAtWork } from './column-state';
import { answersName, columnsShown } from './room-filter';
import { type RoomDoors, useRoomActs } from './use-room-acts';
import { useRoomDay } from './use-room-day';

/** Everything the screen draws: the whole room, and the part of it that answers the filter. */
export function useRoomView(view: string | undefined, text: string, doors: RoomDoors) {
  const today = useRoomDay();
  const { setup, visits, day, now, latenessOf } = today;
  const acts = useRoomActs(setup, now, doors);

  const columns = useMemo(() => columnsShown(setup, view), [setup, view]);
  const whole = useMemo(() => {
    const shown = new Set(columns.map(({ id }) => id));
    return boardOf(visits.filter(({ resourceId }) => shown.has(resourceId)));
  }, [visits, columns]);
  const narrowed = useMemo(() => {
    const shown = new Set(columns.map(({ id }) => id));
    const isAsked = text.trim() !== '';
    if (!isAsked) return whole;
    return boardOf(visits.filter((visit) => shown.has(visit.resourceId) && answersName(text, visit)));
  }, [visits, columns, text, whole]);
  const states = useMemo(() => {
    const all = columnsAtWork(columnsShown(setup, undefined), setup, day, visits);
    return columnStates(all, boardOf(visits), latenessOf);
  }, [setup, day, visits, latenessOf]);
  const motifs = useMemo(() => new Map(setup.motifs.map((motif) => [motif.id, motif])), [setup]);

  return {
    ...today,
    alertMinutes: setup.practice.waitAlertMinutes,
    motifOf: ({ motifId }: { motifId: string }) => motifs.get(motifId),
    columnOf: ({ resourceId }: { resourceId: string }) => columnName(setup, resourceId),
    actsOn: acts.offered,
    run: acts.run,
    whole,
    narrowed,
    states,
  };
}
