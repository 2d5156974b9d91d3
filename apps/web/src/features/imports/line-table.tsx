import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportDecision, ImportVerdict } from '@pupitre/shared/import/import-codes';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { linesQuery, PAGE_LINES, seenOf } from './imports.queries';
import { LinePager } from './line-pager';
import { LineRow } from './line-row';
import { useRovingRows } from './use-roving-rows';

interface LineTableProps {
  practiceId: string;
  view: ImportView;
  verdict: ImportVerdict | null;
  onDecide: (line: number, decision: ImportDecision | null) => void;
}

/** The staged lines, a hundred at a time. ↑ ↓ from line to line; M, C and L decide of a doubtful one. */
export function LineTable({ practiceId, view, verdict, onDecide }: LineTableProps) {
  const { t } = useTranslation('imports');
  const { id, state, counts } = view;
  /** First line after which each page begins: the way back. */
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const box = useRef<HTMLTableSectionElement>(null);
  const afterLine = starts.at(-1) ?? 0;
  const total = verdict ? counts[verdict] : counts.create + counts.match + counts.doubtful + counts.refuse;
  // A page that is full is read once; one that is not is read again as lines come.
  const available = Math.max(0, Math.min(PAGE_LINES, total - (starts.length - 1) * PAGE_LINES));
  const seen = seenOf(view, available);
  const { data, error, refetch } = useQuery(linesQuery(practiceId, id, { verdict, undecided: false, afterLine }, seen));
  const lines = data?.lines ?? [];
  const next = data?.nextAfterLine ?? null;
  const rows = useRovingRows(
    box,
    lines.map(({ line }) => line),
  );
  const goTo = (afterThis: number, isBack = false) => {
    setStarts(isBack ? starts.slice(0, -1) : [...starts, afterThis]);
    rows.goFirst();
  };
  const decide = (line: number, decision: ImportDecision | null) => {
    const held = lines.find((other) => other.line === line);
    if (held?.verdict !== 'doubtful' || (decision === 'same' && !held.twin)) return;
    onDecide(line, decision);
    const after = lines.find((other) => other.line > line && other.verdict === 'doubtful' && other.decision === null);
    if (decision !== null && after) rows.focusRow(after.line);
  };
  useDecisionKeys(box, (decision) => rows.current !== null && decide(rows.current, decision));

  if (error && !data) {
    return (
      <div className="imp-pad">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <>
      <div className="scroll imp-lines">
        {lines.length === 0 ? (
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
                <th scope="col">{t('lines.patient')}</th>
                <th scope="col">{t('lines.born')}</th>
                <th scope="col">{t('lines.result')}</th>
                <th scope="col">{t('lines.why')}</th>
              </tr>
            </thead>
            <tbody ref={box} onKeyDown={rows.onKeyDown} onFocus={rows.onFocus}>
              {lines.map((line) => (
                <LineRow
                  key={line.line}
                  line={line}
                  isTabStop={line.line === rows.current}
                  canDecide={state === 'checked' || state === 'checking'}
                  onDecide={(decision) => decide(line.line, decision)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {(starts.length > 1 || next !== null || counts.doubtful > 0) && (
        <LinePager
          lines={lines}
          hasDoubts={counts.doubtful > 0}
          onBack={starts.length > 1 ? () => goTo(0, true) : undefined}
          onNext={next !== null ? () => goTo(next) : undefined}
          onJump={(line) => goTo(Math.max(0, line - 1))}
        />
      )}
    </>
  );
}

function useDecisionKeys(within: React.RefObject<HTMLElement | null>, run: (decision: ImportDecision) => void): void {
  const shared = { scope: 'focus', within, groupKey: 'imports:title' } as const;
  useShortcut({
    ...{ ...shared, id: 'imports.same', keys: 'M', labelKey: 'imports:decide.same' },
    run: () => run('same'),
  });
  useShortcut({
    ...{ ...shared, id: 'imports.create', keys: 'C', labelKey: 'imports:decide.create' },
    run: () => run('create'),
  });
  useShortcut({
    ...{ ...shared, id: 'imports.skip', keys: 'L', labelKey: 'imports:decide.skip' },
    run: () => run('skip'),
  });
}
