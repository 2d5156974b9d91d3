import type { AuditLine } from '@pupitre/shared/audit/audit.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconFilter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnyWords } from '../../lib/any-words';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { IconButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { type Column, Table } from '../../ui/table';
import type { JournalFilters } from './journal-filters';

interface JournalTableProps {
  lines: readonly AuditLine[];
  onFilter: (part: Partial<JournalFilters>) => void;
}

/** Who, in which role, did what to whom, when and why; a name or a patient narrows the list to itself. */
export function JournalTable({ lines, onFilter }: JournalTableProps) {
  const { t } = useTranslation(['audit', 'session']);
  const say = useAnyWords();
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const when = ({ at }: AuditLine) => {
    const local = toLocal(new Date(at), zone);
    return (
      <time dateTime={at}>
        {formats.dateShort(local.day)} <b>{formats.timeOfMinutes(local.minutes)}</b>
      </time>
    );
  };
  const narrow = (part: Partial<JournalFilters>) => (
    <IconButton icon={IconFilter} label={t('filter.only')} look="ghost" size="xs" onClick={() => onFilter(part)} />
  );
  const columns: Column<AuditLine>[] = [
    { id: 'when', head: t('column.when'), cell: when },
    {
      id: 'who',
      head: t('column.who'),
      cell: ({ actorName, roles, accountId }) => (
        <span className="journal-who">
          <span>
            {actorName || t('someoneGone')}
            <small>{roles.map((role) => t(`session:role.${role}`)).join(', ')}</small>
          </span>
          {narrow({ qui: accountId })}
        </span>
      ),
    },
    { id: 'what', head: t('column.what'), cell: ({ action }) => say(`audit:action.${action}`) },
    {
      id: 'patient',
      head: t('column.patient'),
      cell: ({ patient }) =>
        patient && (
          <span className="journal-who">
            <Link to="/p/$practiceId/dossiers/$patientId" params={{ practiceId, patientId: patient.id }}>
              {patient.name}
            </Link>
            {narrow({ patient: patient.id })}
          </span>
        ),
    },
    {
      id: 'why',
      head: t('column.why'),
      cell: ({ reason }) => reason && say(`audit:reason.${reason}`),
    },
    {
      id: 'outcome',
      head: t('column.outcome'),
      cell: ({ outcome }) =>
        outcome === 'refused' ? <Chip tone="danger">{t('outcome.refused')}</Chip> : t('outcome.done'),
    },
    {
      id: 'seal',
      head: t('column.seal'),
      cell: ({ sealedAs }) => (
        <span className="muted">
          {sealedAs === null ? t('notSealed') : t('sealNumber', { n: formats.integer(sealedAs) })}
        </span>
      ),
    },
  ];
  return <Table caption={t('title')} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}
