import { useMay } from '../../lib/session';
import { motifOf, useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { startAt } from './use-start-booking';

const CELL_MIN = 10;

/** Opens the booking panel on a place of the grid: a free slot, an empty cell, or a range that was drawn. */
export function useOpenSlot(): (columnId: string, startMin: number, endMin: number) => void {
  const screen = useDayScreen();
  const { practiceId, setup, day, columns } = screen;
  const draft = useBookingDraft(practiceId);
  const may = useMay();
  return (resourceId, startMin, endMin) => {
    if (!may('appointment.book')) return;
    const place = { resourceId, day, startMin };
    const column = columns.find(({ resource }) => resource.id === resourceId);
    const piece = [...(column?.free ?? []), ...(column?.reserved ?? [])].find(
      (free) => free.startMin <= startMin && startMin < free.endMin,
    );
    const isDrawn = endMin - startMin > CELL_MIN && piece?.endMin !== endMin;
    const usual = motifOf(setup, { ...draft, place, agendaId: resourceId })?.minutes ?? 0;
    const left = piece ? piece.gapEndMin - startMin : Number.POSITIVE_INFINITY;
    // A free slot shorter than the motif is taken as it is: the visit is what the room there is.
    const durationMin = isDrawn ? endMin - startMin : left < usual ? left : null;
    startAt(screen, place, { durationMin, hasPatient: draft.patient !== null });
  };
}
