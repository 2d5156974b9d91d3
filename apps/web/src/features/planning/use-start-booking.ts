import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useCallback } from 'react';
import { clearDraft, openDraft, type SlotPlace, startBooking, useBookingDraft } from './booking-draft';
import { type DayScreen, useDayScreen } from './day-screen-context';

type Here = Pick<DayScreen, 'practiceId' | 'setup' | 'day' | 'clock'>;

const firstDayOf = ({ day, clock }: Here) => (day > clock.today ? day : clock.today);

/** « RDV »: the panel opens on what was kept, looking from the day shown on. */
export function useStartBlank(): () => void {
  const screen = useDayScreen();
  const { patient } = useBookingDraft(screen.practiceId);
  return useCallback(() => startBlank(screen, patient !== null), [screen, patient]);
}

export function startBlank(screen: Here, hasPatient: boolean): void {
  const { practiceId } = screen;
  if (hasPatient) openDraft(practiceId, { entry: 'slots' });
  else
    openDraft(practiceId, {
      ...{ fromDay: firstDayOf(screen), agendaId: null, place: null, page: 0 },
      entry: 'patient',
    });
}

/** A place chosen on the grid; what was typed before is kept. */
export function startAt(
  { practiceId }: Pick<DayScreen, 'practiceId'>,
  place: SlotPlace,
  options: { durationMin: number | null; hasPatient: boolean },
): void {
  openDraft(practiceId, {
    place,
    agendaId: place.resourceId,
    fromDay: place.day,
    page: 0,
    durationMin: options.durationMin,
    entry: options.hasPatient ? 'slots' : 'patient',
  });
}

/** Again for the patient of a visit: same motif, same column, from today on. */
export function startAgain({ setup, clock }: Here, visit: AppointmentCard): void {
  const { motifId, resourceId } = visit;
  startBooking(setup, { patient: visit.patient, motifId, resourceId, fromDay: clock.today });
}

/** At the very time of a visit: whoever is booked there stands beside it, with a reason. */
export function startBeside({ practiceId }: Here, { resourceId, day, startMin }: AppointmentCard): void {
  clearDraft(practiceId);
  openDraft(practiceId, { place: { resourceId, day, startMin }, agendaId: resourceId, fromDay: day, entry: 'patient' });
}
