import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { closeDraft, motifOf, openDraft, useBookingDraft } from '../features/planning/booking-draft';
import { startAt } from '../features/planning/use-start-booking';
import type { WeekLinks } from '../features/week/week-context';
import { WeekPage } from '../features/week/week-page';
import type { WeekSearch } from '../features/week/week-search';
import { usePracticeSetup } from '../lib/practice-setup';
import { useMay, useMembership } from '../lib/session';
import { WeekWaiting } from './week-waiting';

const route = getRouteApi('/p/$practiceId/semaine');

/** The week, whose visits and places open in the day. */
export function WeekScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSearch = useCallback(
    (part: Partial<WeekSearch>, replace: boolean) =>
      void navigate({ search: (before: WeekSearch) => ({ ...before, ...part }), replace }),
    [navigate],
  );
  return <WeekPage search={search} onSearch={onSearch} {...useWeekLinks()} />;
}

/** What was begun in a week goes on in the day: in memory only, the address says nothing of a patient. */
function useWeekLinks(): WeekLinks {
  const navigate = route.useNavigate();
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  const mayBook = useMay()('appointment.book');
  const draft = useBookingDraft(practiceId);
  const toDay = (search: { date?: string; rdv?: string; seance?: string; vue?: string }) =>
    void navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search });
  const hasPatient = draft.patient !== null;
  const booking: Pick<WeekLinks, 'onBook' | 'onFindPlace'> = {
    onBook: (place, { drawnMin, roomMin }) => {
      const usual = (setup && motifOf(setup, { ...draft, place, agendaId: place.resourceId })?.minutes) ?? 0;
      // A free place shorter than the motif is taken as it is: the visit is what the room there is.
      const fitting = roomMin !== null && roomMin < usual ? roomMin : null;
      startAt({ practiceId }, place, { durationMin: drawnMin ?? fitting, hasPatient });
      toDay({ date: place.day });
    },
    onFindPlace: (agendaId, fromDay) => {
      openDraft(practiceId, {
        ...{ agendaId, fromDay, place: null, page: 0 },
        entry: hasPatient ? 'slots' : 'patient',
      });
      toDay({ date: fromDay });
    },
  };
  return {
    onOpenVisit: ({ id, day }) => {
      closeDraft(practiceId);
      toDay({ date: day, rdv: id });
    },
    onOpenMeeting: (seance, date) => {
      closeDraft(practiceId);
      toDay({ date, seance });
    },
    onOpenDay: (day, resourceId) => toDay({ date: day, vue: resourceId }),
    strip: <WeekWaiting />,
    ...(mayBook ? booking : {}),
  };
}
