import type { SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

const someMonday = '2026-03-02';
/** More months than these are told by their lines alone. */
const mostMonths = 6;

/** The months of a series at a glance: planned, moved, not possible. Drawn for the eyes; the lines say the same. */
export function SeriesMonths({ plan }: { plan: SeriesPlanView }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const looks = looksOf(plan);
  const months = [...new Set([...looks.keys()].map((day) => day.slice(0, 7)))].sort().slice(0, mostMonths);
  return (
    <div className="sr-months" aria-hidden="true">
      {months.map((month) => (
        <div key={month}>
          <h3>{formats.monthLong(month)}</h3>
          <div className="sr-grid">
            {[0, 1, 2, 3, 4, 5, 6].map((n) => (
              <i key={n}>{formats.weekday(addDays(someMonday, n)).slice(0, 1)}</i>
            ))}
            {daysOf(month).map((day, at) =>
              day ? (
                <b key={day} className={looks.get(day)}>
                  {Number(day.slice(8))}
                </b>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: empty places before the first day never change order
                <i key={`before ${at}`} />
              ),
            )}
          </div>
        </div>
      ))}
      <p>
        <span className="planned">{t('months.planned')}</span>
        <span className="moved">{t('months.moved')}</span>
        <span className="met">{t('months.met')}</span>
      </p>
    </div>
  );
}

function looksOf({ visits }: SeriesPlanView): Map<LocalDay, string> {
  const looks = new Map<LocalDay, string>();
  for (const { wanted, state, place } of visits) {
    if (state !== 'ok' || !place) looks.set(wanted.day, 'met');
  }
  for (const { place, choice } of visits) {
    if (place) looks.set(place.day, choice.kind === 'move' ? 'moved' : 'planned');
  }
  return looks;
}

function daysOf(month: string): (LocalDay | null)[] {
  const first = `${month}-01`;
  const blanks: null[] = Array(isoWeekday(first) - 1).fill(null);
  const days: LocalDay[] = [];
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return [...blanks, ...days];
}
