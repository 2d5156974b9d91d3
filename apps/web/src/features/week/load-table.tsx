import { occupancyOf } from '@pupitre/shared/planning/day-load';
import type { DayLoadView } from '@pupitre/shared/planning/week.contract';
import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useClosedWords } from '../../lib/use-closed-words';
import { useCellWalk } from './use-cell-walk';
import { useLoadSentence } from './use-load-sentence';
import { useWeekWords } from './use-week-words';
import { useWeek } from './week-context';
import { isShown } from './week-days';

type Walk = ReturnType<typeof useCellWalk>;

/** How full everybody is: a column a line, a day a cell that leads to it. */
export function LoadTable({ loads }: { loads: readonly DayLoadView[] }) {
  const { t } = useTranslation('week');
  const words = useWeekWords();
  const walk = useCellWalk();
  const { days, columns, clock } = useWeek();
  const of = (resourceId: string) => loads.filter((load) => load.resourceId === resourceId);
  const on = (day: LocalDay) => loads.filter((load) => load.day === day);
  const shownDays = days.filter((day) => isShown(day, on(day)));
  const rows = columns.filter(({ id }) => of(id).length > 0);
  return (
    <div className="load-box scroll">
      <table className="load-table" onKeyDown={walk.onKeyDown} onFocus={walk.onFocus}>
        <caption className="sr">{t('loads.caption', { week: words.title(days), span: words.span(days) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loads.column')}</th>
            {shownDays.map((day) => (
              <th key={day} scope="col" className={day === clock.today ? 'is-today' : undefined}>
                {words.day(day)}
              </th>
            ))}
            <th scope="col">{t('loads.week')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((column, row) => (
            <LoadRow key={column.id} {...{ column, row, walk, shownDays }} loads={of(column.id)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('loads.all')}</th>
            {shownDays.map((day) => (
              <td key={day}>
                <Total loads={on(day)} />
              </td>
            ))}
            <td>
              <Total loads={loads} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface LoadRowProps {
  readonly column: ResourceView;
  readonly row: number;
  readonly walk: Walk;
  readonly shownDays: readonly LocalDay[];
  readonly loads: readonly DayLoadView[];
}

function LoadRow({ column, row, walk, shownDays, loads }: LoadRowProps) {
  const { t } = useTranslation('week');
  const { go, onOpenDay } = useWeek();
  const openWeek = () => go({ agenda: column.id, vue: undefined });
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" {...walk.cell(row, 0)} onClick={openWeek}>
          <span aria-hidden="true">{column.shortName}</span>
          <span className="sr">{t('loads.openWeek', { column: column.name })}</span>
        </button>
      </th>
      {shownDays.map((day, index) => {
        const load = loads.find((one) => one.day === day);
        return (
          <td key={day}>
            {load && (
              <LoadCell
                load={load}
                name={column.shortName}
                cell={walk.cell(row, index + 1)}
                onOpen={() => onOpenDay(day, column.id)}
              />
            )}
          </td>
        );
      })}
      <td>
        <Total loads={loads} />
      </td>
    </tr>
  );
}

interface LoadCellProps {
  readonly load: DayLoadView;
  readonly name: string;
  readonly cell: ReturnType<Walk['cell']>;
  readonly onOpen: () => void;
}

function LoadCell({ load, name, cell, onOpen }: LoadCellProps) {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const words = useWeekWords();
  const { setup } = useWeek();
  const closedWords = useClosedWords(setup.practice.zone);
  const { day, occupancy, closed, holes, visits } = load;
  const said = useLoadSentence(setup.practice.zone)(load, name);
  return (
    <button
      type="button"
      className={closed ? 'load-cell is-closed' : 'load-cell'}
      {...cell}
      onClick={onOpen}
      title={holes > 0 ? t('loads.longest', { length: formats.minutesSpan(load.free.longest) }) : undefined}
    >
      <span className="sr">{said}</span>
      {occupancy === null ? (
        <span className="load-why" aria-hidden="true">
          {closed && closedWords(closed, day)}
        </span>
      ) : (
        <span className="load-look" aria-hidden="true">
          <span className="load-line">
            <b>{words.percent(occupancy)}</b>
            <span>{t('visits', { count: visits })}</span>
          </span>
          <span className="load-bar">
            <i style={{ '--filled': `${occupancy}%` } as CSSProperties} />
          </span>
          <span className="load-line">
            {holes > 0 ? (
              <span className="is-free">{t('holes', { count: holes })}</span>
            ) : (
              <span>{t(occupancy === 100 ? 'full' : 'noHole')}</span>
            )}
          </span>
        </span>
      )}
    </button>
  );
}

function Total({ loads }: { loads: readonly DayLoadView[] }) {
  const words = useWeekWords();
  const occupancy = occupancyOf(loads);
  return <b>{occupancy === null ? '–' : words.percent(occupancy)}</b>;
}
