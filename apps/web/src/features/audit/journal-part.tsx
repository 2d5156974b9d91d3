import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import './audit.css';
import { journalQuery } from './audit.queries';
import { ChainBanner } from './chain-banner';
import { FilterBar } from './filter-bar';
import { type JournalFilters, journalFilters } from './journal-filters';
import { JournalTable } from './journal-table';

const route = getRouteApi('/p/$practiceId/reglages');

/** The access journal for the administrator: is it whole, and who did what to whom. */
export function JournalPart() {
  const { t } = useTranslation(['audit', 'settings', 'frame']);
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const navigate = route.useNavigate();
  const filters = journalFilters.parse(route.useSearch());
  const journal = useInfiniteQuery(journalQuery(practiceId, zone, filters));
  const lines = journal.data?.pages.flatMap((page) => page.lines) ?? [];
  useScreenTitle(t('title'), t('settings:title'));
  const filter = (part: Partial<JournalFilters>) =>
    void navigate({ search: (held) => ({ ...held, ...part }), replace: true });

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
        <span className="stats">
          <span role="status">
            {journal.data && t('count', { count: lines.length, n: formats.integer(lines.length) })}
          </span>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls takes the keys that scroll it */}
      <section className="scroll journal" aria-label={t('title')} tabIndex={0}>
        <ChainBanner />
        <FilterBar
          filters={filters}
          personName={lines.find(({ accountId }) => accountId === filters.qui)?.actorName}
          onFilter={filter}
        />
        {journal.error && <ErrorState error={journal.error} onRetry={() => void journal.refetch()} />}
        {!journal.data && !journal.error && <JournalWait label={t('frame:loading')} />}
        {journal.data && lines.length === 0 && <EmptyState>{t('none')}</EmptyState>}
        {lines.length > 0 && <JournalTable lines={lines} onFilter={filter} />}
        {journal.hasNextPage && (
          <p className="journal-more">
            <Button busy={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        )}
      </section>
    </div>
  );
}

const JournalWait = ({ label }: { label: string }) => (
  <Skeleton label={label}>
    <Shape height={320} />
  </Skeleton>
);
