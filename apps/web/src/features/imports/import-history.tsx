import type { ImportSummary } from '@pupitre/shared/import/import.contract';
import type { ImportState } from '@pupitre/shared/import/import-codes';
import { toLocal } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { Chip, type ChipProps } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Table } from '../../ui/table';
import { importsQuery } from './imports.queries';

const toneOf: Readonly<Record<ImportState, NonNullable<ChipProps['tone']>>> = {
  uploading: 'warn',
  to_map: 'warn',
  checking: 'brand',
  checked: 'warn',
  committing: 'brand',
  committed: 'ok',
  undoing: 'brand',
  undone: 'plain',
  cancelled: 'plain',
  failed: 'danger',
};

/** Files imported or being imported, the latest first; one that waits is opened where it was left. */
export function ImportHistory({ practiceId, onOpen }: { practiceId: string; onOpen: (importId: string) => void }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { zone } = useMembership();
  const { data, error, refetch } = useQuery(importsQuery(practiceId));
  const when = (instant: string) => formats.dateShort(toLocal(new Date(instant), zone).day);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="imp-history" aria-label={t('history.title')}>
      <h2>{t('history.title')}</h2>
      {data.imports.length === 0 ? (
        <EmptyState>{t('history.none')}</EmptyState>
      ) : (
        <Table<ImportSummary>
          caption={t('history.title')}
          rows={data.imports}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'file',
              head: t('history.file'),
              cell: ({ id, fileName }) => (
                <button type="button" className="link set-row" onClick={() => onOpen(id)}>
                  {fileName}
                </button>
              ),
            },
            { id: 'kind', head: t('history.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              id: 'state',
              head: t('history.state'),
              cell: ({ state }) => <Chip tone={toneOf[state]}>{t(`state.${state}`)}</Chip>,
            },
            {
              id: 'written',
              head: t('history.written'),
              numeric: true,
              cell: ({ written }) => (written ? formats.integer(written.created + written.changed) : '–'),
            },
            {
              id: 'by',
              head: t('history.by'),
              cell: ({ createdAt, createdByName, committedAt, committedByName }) =>
                t('history.byOn', { name: committedByName ?? createdByName, day: when(committedAt ?? createdAt) }),
            },
          ]}
        />
      )}
    </section>
  );
}
