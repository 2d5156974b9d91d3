import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { StatusTag } from '../../ui/status-tag';
import { Table } from '../../ui/table';

interface FileListProps {
  file: PatientFile;
  setup: PracticeSetup | undefined;
}

export function VisitsTable({ file, setup }: FileListProps) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  if (file.appointments.length === 0) return <EmptyState>{t('visits.none')}</EmptyState>;
  const nameOf = (id: string) => setup?.resources.find((one) => one.id === id)?.shortName ?? '';
  return (
    <div className="card">
      <Table
        caption={t('tab.rendez-vous')}
        rows={file.appointments}
        rowKey={({ id }) => id}
        columns={[
          { id: 'day', head: t('visits.day'), cell: ({ day }) => formats.dateLong(day) },
          { id: 'time', head: t('visits.time'), cell: ({ startMin }) => formats.timeOfMinutes(startMin) },
          { id: 'with', head: t('visits.with'), cell: ({ resourceId }) => nameOf(resourceId) },
          {
            id: 'motif',
            head: t('visits.motif'),
            cell: ({ motifId }) => setup?.motifs.find((one) => one.id === motifId)?.name,
          },
          { id: 'status', head: t('visits.status'), cell: ({ status }) => <StatusTag status={status} /> },
        ]}
      />
    </div>
  );
}

export function InvoicesTable({ file, setup }: FileListProps) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  if (file.invoices.length === 0) return <EmptyState>{t('invoices.none')}</EmptyState>;
  const nameOf = (practitionerId: string) => {
    const practitioner = setup?.practitioners.find(({ id }) => id === practitionerId);
    return setup?.resources.find(({ id }) => id === practitioner?.resourceId)?.shortName ?? '';
  };
  return (
    <div className="card">
      <Table
        caption={t('tab.facturation')}
        rows={file.invoices}
        rowKey={({ id }) => id}
        columns={[
          { id: 'number', head: t('invoices.number'), cell: ({ number }) => number },
          { id: 'day', head: t('invoices.day'), cell: ({ issuedOn }) => formats.dateLong(issuedOn) },
          { id: 'with', head: t('visits.with'), cell: ({ practitionerId }) => nameOf(practitionerId) },
          {
            id: 'total',
            head: t('invoices.total'),
            numeric: true,
            cell: ({ totalCents }) => formats.euros(totalCents),
          },
          {
            id: 'due',
            head: t('side.due'),
            numeric: true,
            cell: ({ outstandingCents }) =>
              outstandingCents > 0 ? <b>{formats.euros(outstandingCents)}</b> : t('side.settled'),
          },
        ]}
        foot={
          file.outstandingCents !== null && (
            <tr>
              <td colSpan={4}>{t('invoices.totalDue')}</td>
              <td className="num">{formats.euros(file.outstandingCents)}</td>
            </tr>
          )
        }
      />
    </div>
  );
}

const KINDS = ['created', 'edited', 'merged'] as const;

/** Changes to the file only; who read it is for the admin. */
export function FileJournal({ file }: { file: PatientFile }) {
  const { t, i18n } = useTranslation('patients');
  const formats = useFormats();
  const { zone } = useMembership();
  if (file.events.length === 0) return <EmptyState>{t('journal.none')}</EmptyState>;
  const fieldWords = (field: string) =>
    i18n.exists(`patients:field.${field}`) ? t(`field.${field}` as 'field.sex') : field;
  return (
    <div className="card">
      <Table
        caption={t('tab.journal')}
        rows={file.events}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'at',
            head: t('journal.at'),
            cell: ({ at }) =>
              t('side.when', {
                day: formats.dateLong(todayIn(zone, new Date(at))),
                time: formats.timeOfInstant(new Date(at), zone),
              }),
          },
          { id: 'who', head: t('journal.who'), cell: ({ actorName }) => actorName },
          {
            id: 'what',
            head: t('journal.what'),
            cell: ({ kind, fields }) => {
              const known = KINDS.find((name) => name === kind) ?? 'edited';
              return [t(`journal.kind.${known}`), fields.map(fieldWords).join(', ')].filter(Boolean).join(' ');
            },
          },
        ]}
      />
    </div>
  );
}
