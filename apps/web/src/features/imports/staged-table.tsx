import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinePager } from './line-pager';
import type { LinePages } from './use-line-pages';
import type { useRovingRows } from './use-roving-rows';

interface StagedTableProps {
  box: RefObject<HTMLTableSectionElement | null>;
  rows: ReturnType<typeof useRovingRows>;
  pages: LinePages;
  lines: readonly { readonly line: number }[];
  nextAfterLine: number | null;
  isChecking: boolean;
  /** Of the second and third column. */
  heads: readonly [string, string];
  isVisits?: boolean;
  hasDoubts?: boolean;
  /** Nothing could be read: there is nothing to show instead. */
  failure: Error | null;
  onRetry: () => void;
  children: ReactNode;
}

/** What was staged, a hundred rows at a time, with one tab stop and its pager. */
export function StagedTable(props: StagedTableProps) {
  const { box, rows, pages, lines, nextAfterLine, heads, isVisits = false, hasDoubts = false } = props;
  const { t } = useTranslation('imports');
  const turn = (page: () => void) => () => {
    page();
    rows.goFirst();
  };
  if (props.failure) {
    return (
      <div className="imp-pad">
        <ErrorState error={props.failure} onRetry={props.onRetry} />
      </div>
    );
  }
  return (
    <>
      <div className={isVisits ? 'scroll imp-lines is-visits' : 'scroll imp-lines'}>
        {lines.length === 0 ? (
          <div className="imp-pad">
            <EmptyState>{t(props.isChecking ? 'lines.notYet' : 'lines.none')}</EmptyState>
          </div>
        ) : (
          <table>
            <caption className="sr">{t('lines.caption')}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t('lines.line')}
                </th>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
                <th scope="col">{t('lines.result')}</th>
                <th scope="col">{t('lines.why')}</th>
              </tr>
            </thead>
            <tbody ref={box} onKeyDown={rows.onKeyDown} onFocus={rows.onFocus}>
              {props.children}
            </tbody>
          </table>
        )}
      </div>
      {(!pages.isFirst || nextAfterLine !== null || hasDoubts) && (
        <LinePager
          lines={lines}
          hasDoubts={hasDoubts}
          onBack={pages.isFirst ? undefined : turn(pages.goBack)}
          onNext={nextAfterLine === null ? undefined : turn(() => pages.goAfter(nextAfterLine))}
          onJump={(line) => turn(() => pages.goAfter(Math.max(0, line - 1)))()}
        />
      )}
    </>
  );
}
