import { occupancyOf } from '@pupitre/shared/planning/day-load';
import type { DayLoadView } from '@pupitre/shared/planning/week.contract';
import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import { isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { heatStep } from './heat';
import { weeksOf } from './month-days';
import { useCellWalk } from './use-cell-walk';
import { useLoadSentence } from './use-load-sentence';

interface MonthTableProps {
  readonly columns: readonly ResourceView[];
  readonly zone: string;
  readonly month: string;
  readonly days: readonly LocalDay[];
  readonly today: LocalDay;
  readonly loads: readonly DayLoadView[];
  readonly onOpenDay: (day: LocalDay, resourceId?: string) => void;
  readonly onOpenWeek: (day: LocalDay) => void;
}

/** Everybody's month: a column of the agenda a line, a day a cell, its occupancy written in it. */
export function MonthTable(props: MonthTableProps) {
  const { columns, zone, month, days, today, loads, onOpenDay, onOpenWeek } = props;
  const { t } = useTranslation('week');
  const formats = useFormats();
  const walk = useCellWalk();
  const say = useLoadSentence(zone);
  const byPlace = useMemo(() => new Map(loads.map((load) => [`${load.resourceId} ${load.day}`, load])), [loads]);
  const weeks = weeksOf(days);
  const rows = columns.filter(({ id }) => byPlace.has(`${id} ${days[0]}`));
  const edge = (day: LocalDay) => (isoWeekday(day) === 1 ? 'is-monday' : undefined);
  return (
    <div className="load-box scroll">
      <table className="month-table" onKeyDown={walk.onKeyDown} onFocus={walk.onFocus}>
        <caption className="sr">{t('month.caption', { month: formats.monthLong(month) })}</caption>
        <thead>
          <tr>
            <td />
            {weeks.map(({ number, first, length }) => (
              <th key={first} scope="colgroup" colSpan={length} className={edge(first)}>
                <button type="button" className="link" onClick={() => onOpenWeek(first)}>
                  <span aria-hidden="true">{t(length > 1 ? 'month.week' : 'month.weekShort', { number })}</span>
                  <span className="sr">{t('month.openWeek', { number })}</span>
                </button>
              </th>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col">{t('loads.column')}</th>
            {days.map((day) => (
              <th key={day} scope="col" className={[edge(day), day === today && 'is-today'].filter(Boolean).join(' ')}>
                <span aria-hidden="true">
                  {formats.dateMedium(day).slice(0, 1)}
                  <b>{Number(day.slice(8))}</b>
                </span>
                <span className="sr">{formats.dateMedium(day)}</span>
              </th>
            ))}
            <th scope="col">{t('month.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, shortName, name }, row) => (
            <tr key={id}>
              <th scope="row" title={name}>
                {shortName}
              </th>
              {days.map((day, index) => {
                const load = byPlace.get(`${id} ${day}`);
                return (
                  <td key={day} className={edge(day)}>
                    {load && (
                      <button
                        type="button"
                        className={lookOf(load)}
                        {...walk.cell(row, index)}
                        title={say(load, shortName)}
                        onClick={() => onOpenDay(day, id)}
                      >
                        <span className="sr">{say(load, shortName)}</span>
                        <span aria-hidden="true">{load.occupancy === null ? <Why load={load} /> : load.occupancy}</span>
                      </button>
                    )}
                  </td>
                );
              })}
              <td>
                <Total loads={loads.filter((load) => load.resourceId === id)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('loads.all')}</th>
            {days.map((day) => (
              <td key={day} className={edge(day)}>
                <Total loads={loads.filter((load) => load.day === day)} />
              </td>
            ))}
            <td>
              <Total loads={loads} />
            </td>
          </tr>
        </tfoot>
      </table>
      <Legend />
    </div>
  );
}

const lookOf = ({ occupancy }: DayLoadView): string =>
  occupancy === null ? 'heat is-closed' : `heat is-${heatStep(occupancy)}`;

/** A closed day in a cell of forty pixels: a word of a few letters, the sentence is its name. */
function Why({ load: { closed } }: { load: DayLoadView }) {
  const { t } = useTranslation('week');
  if (closed?.kind === 'holiday') return t('month.holiday');
  if (closed?.kind === 'absence') return t('month.away');
  return closed?.kind === 'closed' ? '' : t('month.shut');
}

function Total({ loads }: { loads: readonly DayLoadView[] }) {
  const occupancy = occupancyOf(loads);
  return <b>{occupancy === null ? '–' : occupancy}</b>;
}

/** What the shades mean, in the figures that the cells show. */
function Legend() {
  const { t } = useTranslation('week');
  const rungs = [
    [0, 19],
    [20, 39],
    [40, 59],
    [60, 79],
    [80, 94],
    [95, 100],
  ] as const;
  return (
    <p className="heat-legend">
      {t('month.legend')}
      {rungs.map(([from, to]) => (
        <span key={from} className={`heat is-${heatStep(from)}`}>
          {from}–{to}
        </span>
      ))}
      <span className="heat is-closed">{t('month.closed')}</span>
    </p>
  );
}
