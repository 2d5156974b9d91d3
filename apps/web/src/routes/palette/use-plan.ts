import { useRouter } from '@tanstack/react-router';
import { type BookingWish, startBooking } from '../../features/planning/booking-draft';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { screensOf } from '../frame/screens';

type Plan = (patient: BookingWish['patient'], wish: Omit<BookingWish, 'patient'>) => void;

/** Opens the booking panel of the day for a patient; undefined where one may not book. */
export function usePlan(): Plan | undefined {
  const router = useRouter();
  const membership = useMembership();
  const may = useMay();
  const { practiceId } = membership;
  const setup = usePracticeSetup(practiceId, may('agenda.read'));
  const hasDay = screensOf(membership).some(({ id }) => id === 'day');
  if (!setup || !hasDay || !may('appointment.book')) return undefined;
  return (patient, wish) => {
    const search = new URLSearchParams(startBooking(setup, { ...wish, patient }));
    if (wish.place) search.set('date', wish.place.day);
    void router.navigate({ href: `/p/${practiceId}/jour?${search}` });
  };
}
