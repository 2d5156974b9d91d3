import { todayIn } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { ErrorState } from '../../ui/error-state';
import { useFrame } from '../../ui/frame-context';
import { Shape, Skeleton } from '../../ui/skeleton';
import './exports.css';
import { monthQuery } from './exports.queries';
import { FilesPanel } from './files-panel';
import { MonthPicker } from './month-picker';
import { MonthTables } from './month-tables';
import { MonthTiles } from './month-tiles';
import { monthBefore, monthOf } from './months';

const route = getRouteApi('/p/$practiceId/exports');

/** A month of the books: its totals, then its files, whose sums they are. */
export function ExportsPage() {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const { userMenu } = useFrame();
  const isPhone = useMedia(PHONE);
  const current = monthOf(todayIn(zone, useNow(60_000)));
  const { mois: month = monthBefore(current) } = route.useSearch();
  const { data: summary, error, refetch } = useQuery(monthQuery(practiceId, month));
  const isToCome = error instanceof ApiProblem && error.code === 'export.month_not_started';
  useScreenTitle(t('title'), formats.monthLong(month));

  return (
    <>
      <header className="bar">
        <h1>{t('titleOf', { month: formats.monthLong(month) })}</h1>
        {month === current && <span className="stats">{t('stillOpen')}</span>}
        <span className="sp" />
        {isPhone && userMenu}
      </header>
      <div className="exports">
        <div className="plain months">
          <MonthPicker month={month} current={current} />
          {error && !summary && <ErrorState error={error} onRetry={isToCome ? undefined : () => void refetch()} />}
          {!summary && !error && <SummaryWait />}
          {summary && <MonthTiles summary={summary} />}
          {summary && <MonthTables summary={summary} />}
        </div>
        {summary && <FilesPanel key={month} practiceId={practiceId} summary={summary} />}
      </div>
    </>
  );
}

function SummaryWait() {
  const { t } = useTranslation('frame');
  return (
    <Skeleton label={t('loading')}>
      <Shape height={76} />
      <Shape height={240} />
    </Skeleton>
  );
}
