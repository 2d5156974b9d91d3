import type { ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { type VisitAnswer, visitsQuery } from './agenda.queries';
import { PAGE_LINES, seenOf } from './imports.queries';
import { LinePager } from './line-pager';
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

/** The staged visits, a hundred at a time; a doubtful one is given its patient, kept as time, or left. */
export function VisitTable({ setup, view, verdict, onDecide, onSeek }: VisitTableProps) {
  const { t } = useTranslation('imports');
  const { id, state, counts } = view;
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const box = useRef<HTMLTableSectionElement>(null);
  const afterLine = starts.at(-1) ?? 0;
  const total = verdict ? counts[verdict] : counts.create + counts.match + counts.doubtful + counts.refuse;
  const available = Math.max(0, Math.min(PAGE_LINES, total - (starts.length - 1) * PAGE_LINES));
  const seen = seenOf(view, available);
  const question = { verdict, undecided: false, afterLine };
  const { data, error, refetch } = useQuery(visitsQuery(setup.practice.id, id, question, seen));
  const visits = data?.visits ?? [];
  const next = data?.nextAfterLine ?? null;
  const rows = useRovingRows(
    box,
    visits.map(({ line }) => line),
  );
  const goTo = (after: number, isBack = false) => {
    setStarts(isBack ? starts.slice(0, -1) : [...starts, after]);
    rows.goFirst();
  };
  if (error && !data) {
    return (
      <div className="imp-pad">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <>
      <div className="scroll imp-lines is-visits">
        {visits.length === 0 ? (
          <div className="imp-pad">
            <EmptyState>{t(state === 'checking' ? 'lines.notYet' : 'lines.none')}</EmptyState>
          </div>
        ) : (
          <table>
            <caption className="sr">{t('lines.caption')}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t('lines.line')}
                </th>
                <th scope="col">{t('visits.when')}</th>
                <th scope="col">{t('visits.what')}</th>
                <th scope="col">{t('lines.result')}</th>
                <th scope="col">{t('lines.why')}</th>
              </tr>
            </thead>
            <tbody ref={box} onKeyDown={rows.onKeyDown} onFocus={rows.onFocus}>
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
            </tbody>
          </table>
        )}
      </div>
      {(starts.length > 1 || next !== null) && (
        <LinePager
          lines={visits}
          hasDoubts={false}
          onBack={starts.length > 1 ? () => goTo(0, true) : undefined}
          onNext={next !== null ? () => goTo(next) : undefined}
          onJump={(line) => goTo(Math.max(0, line - 1))}
        />
      )}
    </>
  );
}
