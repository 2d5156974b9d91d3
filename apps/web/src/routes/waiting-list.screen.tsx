import { getRouteApi } from '@tanstack/react-router';
import { WaitingListPage } from '../features/waiting-list/waiting-list-page';
import type { WaitingSearch } from '../features/waiting-list/waiting-search';

const route = getRouteApi('/p/$practiceId/liste-attente');

export function WaitingListScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSearch = (part: Partial<WaitingSearch>) =>
    void navigate({ search: (before: WaitingSearch) => ({ ...before, ...part }), replace: true });
  return <WaitingListPage search={search} onSearch={onSearch} />;
}
