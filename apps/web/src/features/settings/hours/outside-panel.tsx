import { type OutsideVisit, readOutsidePhones } from '@pupitre/shared/practices/outside-hours.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../keyboard/use-shortcut';
import { callApi } from '../../../lib/api-client';
import { focusAtMount } from '../../../lib/focus-at-mount';
import { useFormats } from '../../../lib/formats';
import { useMay } from '../../../lib/session';
import { useCallList } from '../../../lib/use-call-list';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Panel } from '../../../ui/panel';
import { outsideHours } from './opening.queries';
import { PrintedOutside } from './printed-outside';

interface OutsidePanelProps {
  setup: PracticeSetup;
  column: ResourceView;
  onClose: () => void;
}

/** Whom the hours leave outside: each line opens its visit in the day, where it is moved; on paper, with the phones. */
export function OutsidePanel({ setup, column, onClose }: OutsidePanelProps) {
  const { t } = useTranslation('hours');
  const practiceId = setup.practice.id;
  const { data, error, refetch } = useQuery(outsideHours(practiceId, column.id));
  const list = useCallList(() => callApi(readOutsidePhones, { params: { practiceId, resourceId: column.id } }));
  const visits = data?.visits ?? [];
  const canPrint = useMay()('patient.reveal_phone') && visits.length > 0;
  useShortcut({
    id: 'settings.outside.print',
    keys: 'Ctrl+P',
    scope: 'global',
    enabled: canPrint,
    labelKey: 'hours:outside.print',
    groupKey: 'settings:title',
    run: list.print,
  });
  return (
    <Panel
      label={t('outside.title')}
      head={<h2 className="set-panel-title">{t('outside.title')}</h2>}
      onClose={onClose}
      foot={
        canPrint && (
          <div className="set-foot">
            <Button onClick={onClose}>{t('outside.close')}</Button>
            <Button icon={IconPrinter} keys="Ctrl+P" busy={list.isPending} onClick={list.print}>
              {t('outside.print')}
            </Button>
          </div>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && visits.length === 0 && <EmptyState>{t('outside.none')}</EmptyState>}
      {visits.length > 0 && <p className="set-outside-lead">{t('outside.lead')}</p>}
      <ul className="set-outside" aria-label={t('outside.title')}>
        {visits.map((visit, index) => (
          <OutsideLine key={visit.appointmentId} setup={setup} visit={visit} isFirst={index === 0} />
        ))}
      </ul>
      {list.phones && <PrintedOutside setup={setup} column={column} visits={visits} phones={list.phones} />}
    </Panel>
  );
}

function OutsideLine({ setup, visit, isFirst }: { setup: PracticeSetup; visit: OutsideVisit; isFirst: boolean }) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { appointmentId, day, startMin, patient, motifId, phoneMasked } = visit;
  const motif = setup.motifs.find(({ id }) => id === motifId)?.name ?? '';
  return (
    <li>
      <Link
        ref={isFirst ? focusAtMount : undefined}
        to="/p/$practiceId/jour"
        params={{ practiceId: setup.practice.id }}
        search={{ date: day, rdv: appointmentId }}
      >
        <b>{t('effect.when', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) })}</b>
        <span className="trunc">{formats.nameFull(patient)}</span>
        <small className="trunc">{[motif, phoneMasked ?? t('outside.noPhone')].filter(Boolean).join(' · ')}</small>
      </Link>
    </li>
  );
}
