import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportDecision, ImportVerdict } from '@pupitre/shared/import/import-codes';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { linesQuery } from './imports.queries';
import { LineRow } from './line-row';
import { StagedTable } from './staged-table';
import { useLinePages } from './use-line-pages';
import { useRovingRows } from './use-roving-rows';

interface LineTableProps {
  practiceId: string;
  view: ImportView;
  verdict: ImportVerdict | null;
  onDecide: (line: number, decision: ImportDecision | null) => void;
}

/** The staged lines. ↑ ↓ from line to line; M, C and L decide of a doubtful one. */
export function LineTable({ practiceId, view, verdict, onDecide }: LineTableProps) {
  const { t } = useTranslation('imports');
  const { id, state, counts } = view;
  const box = useRef<HTMLTableSectionElement>(null);
  const pages = useLinePages(view, verdict);
  const { data, error, refetch } = useQuery(linesQuery(practiceId, id, pages.question, pages.seen));
  const lines = data?.lines ?? [];
  const rows = useRovingRows(
    box,
    lines.map(({ line }) => line),
  );
  const decide = (line: number, decision: ImportDecision | null) => {
    const held = lines.find((other) => other.line === line);
    if (held?.verdict !== 'doubtful' || (decision === 'same' && !held.twin)) return;
    onDecide(line, decision);
    const after = lines.find((other) => other.line > line && other.verdict === 'doubtful' && other.decision === null);
    if (decision !== null && after) rows.focusRow(after.line);
  };
  useDecisionKeys(box, (decision) => rows.current !== null && decide(rows.current, decision));
  return (
    <StagedTable
      {...{ box, rows, pages, lines }}
      nextAfterLine={data?.nextAfterLine ?? null}
      isChecking={state === 'checking'}
      heads={[t('lines.patient'), t('lines.born')]}
      hasDoubts={counts.doubtful > 0}
      failure={data ? null : error}
      onRetry={() => void refetch()}
    >
      {lines.map((line) => (
        <LineRow
          key={line.line}
          line={line}
          isTabStop={line.line === rows.current}
          canDecide={state === 'checked' || state === 'checking'}
          onDecide={(decision) => decide(line.line, decision)}
        />
      ))}
    </StagedTable>
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
