import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { openIntervals } from '@pupitre/shared/planning/practice-day';
import { columnHours } from '@pupitre/shared/practices/column-hours';
import { todayIn, toLocal } from '@pupitre/shared/time/zone';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNow } from '../../lib/clock';
import { boundedLateness, usePendingLateness } from '../../lib/lateness-change';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import { usePendingChanges, withPending } from '../../lib/visit-change';
import { planOf } from './day-plan';
import { myDayQuery } from './my-day.queries';
import { useMyActs } from './use-my-acts';

/** The practitioner's today: what was read, what is on its way to the server, and the order it is drawn in. */
export function useDayView() {
  const { practiceId, zone } = useMembership();
  const now = useNow(60_000);
  const day = todayIn(zone, now);
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const { data: view } = useSuspenseQuery(myDayQuery(practiceId, day));
  const { resourceId } = view;
  const pending = usePendingChanges(practiceId);
  const latenessMinutes = boundedLateness(view.latenessMinutes + (usePendingLateness(practiceId).get(resourceId) ?? 0));
  const plan = useMemo(() => {
    return planOf({
      visits: withPending(view.appointments, pending),
      latenessMinutes,
      open: openIntervals({ ...columnHours(setup, resourceId), day }),
      nowMin: toLocal(now, zone).minutes,
    });
  }, [setup, view, pending, latenessMinutes, resourceId, day, zone, now]);
  const motifOf = ({ motifId }: AppointmentCard) => setup.motifs.find(({ id }) => id === motifId);
  const homeOf = ({ id }: AppointmentCard) => view.visits.find(({ appointmentId }) => appointmentId === id);
  const acts = useMyActs(practiceId, motifOf);
  return { practiceId, resourceId, zone, now, day, latenessMinutes, plan, motifOf, homeOf, ...acts };
}
