import { todayIn } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../lib/clock';
import { useMembership } from '../../lib/session';
import { tillQuery } from './billing.queries';

/** How many visits wait to be collected, for the rail. */
export function useTillBadge(): number | undefined {
  const { practiceId, zone } = useMembership();
  const day = todayIn(zone, useNow(60_000));
  return useQuery({ ...tillQuery(practiceId, day), select: ({ toCollect }) => toCollect.length }).data;
}
