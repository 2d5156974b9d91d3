import { fold } from '@pupitre/shared/patients/search-folding';
import { mostFitDays, type WaitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import { addDays } from '@pupitre/shared/time/zone';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { setupQuery } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import { placesFor } from './possible-places';
import { useWaitingWords } from './use-waiting-words';
import { WaitingFilters } from './waiting-filters';
import './waiting-list.css';
import { fitsQuery, waitingListQuery } from './waiting-list.queries';
import type { WaitingSearch } from './waiting-search';
import { useAskWaiting } from './waiting-store';
import { WaitingTable } from './waiting-table';

interface WaitingListPageProps {
  search: WaitingSearch;
  onSearch: (part: Partial<WaitingSearch>) => void;
}

/** Everybody who waits, the most urgent first, with the first place that suits each. */
export function WaitingListPage({ search, onSearch }: WaitingListPageProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const mayEdit = useMay()('waiting_list.edit');
  const ask = useAskWaiting();
  const { today } = useWaitingWords(setup);
  const [text, setText] = useState('');
  const isClosed = search.etat === 'finies';
  const { motif: motifId, agenda: resourceId, urgence: urgency } = search;
  const filter = { ...(isClosed && { state: 'closed' as const }), motifId, resourceId, urgency };
  const { data, error, refetch } = useQuery(waitingListQuery(practiceId, filter));
  const question = {
    fromDay: today,
    toDay: addDays(today, mostFitDays - 1),
    resourceIds: resourceId ? [resourceId] : [],
  };
  const { data: fits } = useQuery({ ...fitsQuery(practiceId, question), enabled: !isClosed && (data?.total ?? 0) > 0 });
  useScreenTitle(t('title'));
  const rows = (data?.entries ?? []).filter(({ patient }) => isNamed(patient, text));
  const isNarrowed = text.trim() !== '' || Boolean(motifId ?? resourceId ?? urgency);
  const add = mayEdit && (
    <Button size="sm" look="primary" icon={IconPlus} onClick={() => ask({ kind: 'new', start: {} })}>
      {t('add')}
    </Button>
  );
  const clear = () => {
    setText('');
    onSearch({ motif: undefined, agenda: undefined, urgence: undefined });
  };
  return (
    <div className="wl-page">
      <header className="bar">
        <h1>{t('title')}</h1>
        <span className="stats">
          {data && (
            <span role="status">
              <Trans t={t} i18nKey={isClosed ? 'closedCount' : 'count'} count={data.total} components={{ b: <b /> }} />
            </span>
          )}
        </span>
        <span className="sp" />
        {add}
      </header>
      <WaitingFilters setup={setup} search={search} text={text} onText={setText} onSearch={onSearch} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls takes the keys that scroll it */}
      <section className="scroll" aria-label={t('title')} tabIndex={0}>
        {error && !data && (
          <div className="fault-box">
            <ErrorState error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {!data && !error && (
          <Skeleton label={t('loading')}>
            <Shape height={240} />
          </Skeleton>
        )}
        {data && rows.length === 0 && (
          <div className="wl-empty">
            <EmptyState act={isNarrowed ? <Button onClick={clear}>{t('clearFilters')}</Button> : !isClosed && add}>
              {t(isNarrowed ? 'noneMatch' : isClosed ? 'emptyClosed' : 'empty')}
            </EmptyState>
          </div>
        )}
        {rows.length > 0 && (
          <WaitingTable
            setup={setup}
            entries={rows}
            isClosed={isClosed}
            placesOf={fits && ((entry) => placesFor(fits, entry.id))}
            onOpen={(entryId) => ask({ kind: 'entry', entryId })}
            onCall={mayEdit ? (entryId, place) => ask({ kind: 'call', entryId, place }) : undefined}
          />
        )}
        {data && data.total > data.entries.length && (
          <p className="hint wl-empty">
            {t('cut', { shown: formats.integer(data.entries.length), total: formats.integer(data.total) })}
          </p>
        )}
      </section>
    </div>
  );
}

function isNamed({ usedName, birthName, firstName }: WaitingEntry['patient'], text: string): boolean {
  const known = fold(`${usedName} ${birthName} ${firstName}`).split(' ');
  return fold(text)
    .split(' ')
    .filter(Boolean)
    .every((word) => known.some((name) => name.startsWith(word)));
}
