import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useNow } from '../../lib/clock';
import { boundedLateness, usePendingLateness } from '../../lib/lateness-change';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import { usePendingChanges, withPending } from '../../lib/visit-change';
import { dayQuery } from './waiting-room.queries';

/** Today as it is known here: what was read, and what was just done and is on its way to the server. */
export function useRoomDay() {
  const { practiceId, zone } = useMembership();
  const now = useNow(60_000);
  const day = todayIn(zone, now);
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const { data: view } = useSuspenseQuery(dayQuery(practiceId, day));
  const pending = usePendingChanges(practiceId);
  const pendingLateness = usePendingLateness(practiceId);
  const visits = useMemo(() => withPending(view.appointments, pending), [view, pending]);
  const isSaving = useCallback(({ id }: AppointmentCard) => pending.some(({ visit }) => visit.id === id), [pending]);
  const latenessOf = useCallback(
    (resourceId: string) => {
      const known = view.lateness.find((row) => row.resourceId === resourceId)?.minutes ?? 0;
      return boundedLateness(known + (pendingLateness.get(resourceId) ?? 0));
    },
    [view, pendingLateness],
  );
  return { practiceId, zone, now, day, setup, visits, isSaving, latenessOf };
}
