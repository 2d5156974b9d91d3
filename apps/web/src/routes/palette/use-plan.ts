import { useRouter } from '@tanstack/react-router';
import { type BookingWish, startBooking } from '../../features/planning/booking-draft';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { screensOf } from '../frame/screens';

type Plan = (patient: BookingWish['patient'], wish: Omit<BookingWish, 'patient'>) => void;

/** Opens the booking panel of the day for a patient; undefined where one may not book, or where no day is drawn. */
export function usePlan(): Plan | undefined {
  const router = useRouter();
  const membership = useMembership();
  const may = useMay();
  const { practiceId } = membership;
  const setup = usePracticeSetup(practiceId, may('agenda.read'));
  const isPhone = useMedia(PHONE);
  const hasDay = screensOf(membership).some(({ id, onPhone }) => id === 'day' && (onPhone || !isPhone));
  if (!setup || !hasDay || !may('appointment.book')) return undefined;
  return (patient, wish) => {
    startBooking(setup, { ...wish, patient });
    void router.navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: { date: wish.place?.day } });
  };
}
