import type { DayView } from '@pupitre/shared/planning/appointment.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../lib/clock';
import { useMembership } from '../../lib/session';
import { dayQuery } from './waiting-room.queries';

const presentIn = ({ appointments }: DayView) => appointments.filter(({ status }) => status === 'arrived').length;

/** Badge of the rail: how many sit in the waiting room. */
export function usePresentCount(): number | undefined {
  const { practiceId, zone } = useMembership();
  const day = todayIn(zone, useNow(60_000));
  return useQuery({ ...dayQuery(practiceId, day), select: presentIn }).data;
}
