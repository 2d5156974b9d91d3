import { getRouteApi } from '@tanstack/react-router';
import { MonthPage } from '../features/week/month-page';
import { useMembership } from '../lib/session';

const route = getRouteApi('/p/$practiceId/mois');

/** The month, whose cells open in the day and in the week. */
export function MonthScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { practiceId } = useMembership();
  const params = { practiceId };
  return (
    <MonthPage
      search={search}
      onMonth={(mois) => void navigate({ search: { mois } })}
      onOpenDay={(date, vue) => void navigate({ to: '/p/$practiceId/jour', params, search: { date, vue } })}
      onOpenWeek={(date) => void navigate({ to: '/p/$practiceId/semaine', params, search: { date, vue: 'charge' } })}
    />
  );
}
