import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../ui/error-state';
import { EffectView } from './hours/effect-view';
import { hoursEffectQuery, type WeekRequest } from './settings.queries';

/** A pause in the typing: each letter of an hour must not ask the server. */
const pauseMs = 300;

interface HoursEffectProps {
  practiceId: string;
  resourceId: string;
  request: WeekRequest;
}

/** Which visits already taken the typed hours would leave outside, before they are saved. */
export function HoursEffect({ practiceId, resourceId, request }: HoursEffectProps) {
  const [asked] = useDebouncedValue(request, pauseMs);
  const { data, error, refetch } = useQuery(hoursEffectQuery(practiceId, resourceId, asked));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <EffectView effect={data} /> : null;
}
