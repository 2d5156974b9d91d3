import type { ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type VisitAnswer, visitsQuery } from './agenda.queries';
import { StagedTable } from './staged-table';
import { useLinePages } from './use-line-pages';
import { useRovingRows } from './use-roving-rows';
import { VisitRow } from './visit-row';

interface VisitTableProps {
  setup: PracticeSetup;
  view: ImportView;
  verdict: ImportVerdict | null;
  onDecide: (answer: Omit<VisitAnswer, 'alike'>) => void;
  /** Somebody else than the candidates is looked for. */
  onSeek: (visit: ImportVisit) => void;
}

/** The staged visits; a doubtful one is given its patient, kept as time, or left. */
export function VisitTable({ setup, view, verdict, onDecide, onSeek }: VisitTableProps) {
  const { t } = useTranslation('imports');
  const box = useRef<HTMLTableSectionElement>(null);
  const pages = useLinePages(view, verdict);
  const { data, error, refetch } = useQuery(visitsQuery(setup.practice.id, view.id, pages.question, pages.seen));
  const visits = data?.visits ?? [];
  const rows = useRovingRows(
    box,
    visits.map(({ line }) => line),
  );
  return (
    <StagedTable
      {...{ box, rows, pages }}
      lines={visits}
      nextAfterLine={data?.nextAfterLine ?? null}
      isChecking={view.state === 'checking'}
      heads={[t('visits.when'), t('visits.what')]}
      isVisits
      failure={data ? null : error}
      onRetry={() => void refetch()}
    >
      {visits.map((visit) => (
        <VisitRow
          key={visit.line}
          setup={setup}
          visit={visit}
          isTabStop={visit.line === rows.current}
          onDecide={onDecide}
          onSeek={() => onSeek(visit)}
        />
      ))}
    </StagedTable>
  );
}
