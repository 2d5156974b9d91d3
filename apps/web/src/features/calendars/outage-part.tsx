import { type OutageState, printOutageSheet } from '@pupitre/shared/outage/outage.contract';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { callForFile } from '../../lib/api-client';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { outageQuery } from './calendars.queries';
import { SectionHead } from './section-head';
import { useColumns } from './use-columns';
import { useMoments } from './use-moments';

/** Long enough for the browser to have taken the file. */
const keptMs = 60_000;
/** One hour is ordinary, for it is written each hour; two say that it stopped. */
const lateMinutes = 120;

/** When the sheet was last written, and the button that prints it as of now. */
export function OutagePart({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation('calendars');
  const headId = useId();
  const { data, error, refetch } = useQuery(outageQuery(practiceId));
  const download = useMutation({
    mutationFn: () => save(practiceId),
    onSuccess: (name) => showToast({ text: t('outage.printed', { name }) }),
  });
  return (
    <section className="cal-part" aria-labelledby={headId}>
      <SectionHead id={headId} title={t('outage.title')} lead={t('outage.lead')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <LastSheet state={data} />}
      {download.error && <ErrorState error={download.error} onRetry={() => download.mutate()} />}
      <Button icon={IconDownload} busy={download.isPending} onClick={() => download.mutate()}>
        {t('outage.print')}
      </Button>
    </section>
  );
}

function LastSheet({ state: { writtenAt, columns, visits, fault } }: { state: OutageState }) {
  const { t } = useTranslation('calendars');
  const { zone } = useColumns();
  const moments = useMoments(zone);
  const isLate = writtenAt !== null && moments.minutesSince(writtenAt) > lateMinutes;
  const counts = { columns: t('outage.columns', { count: columns }), visits: t('outage.visits', { count: visits }) };
  return (
    <div className="cal-sheet">
      {writtenAt === null && <p>{t('outage.never')}</p>}
      {writtenAt !== null && (
        <p>
          <b>{t('outage.last', { when: moments.dayAndTime(writtenAt) })}</b>{' '}
          <span className="muted">{t('outage.holds', counts)}</span>
        </p>
      )}
      {(fault || isLate) && (
        <p className="cal-bad">
          <Icon of={IconAlertTriangle} size={14} />
          {[fault && t(`outage.fault.${fault}`), isLate && t('outage.late')].filter(Boolean).join(' ')}
        </p>
      )}
    </div>
  );
}

async function save(practiceId: string): Promise<string> {
  const { blob, name } = await callForFile(printOutageSheet, { params: { practiceId } });
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return name;
}
