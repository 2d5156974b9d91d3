import { type HolidayCode, publicHoliday } from '@pupitre/shared/planning/public-holidays';
import type { AbsenceView, PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { WeekSpan } from '@pupitre/shared/practices/week-hours';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { IconCalendarOff, IconFlag, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { absenceEnds } from '../../lib/absence-days';
import { useMay } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { useAbsenceWords } from './absence-words';
import { PartLink } from './part-link';

type Exception =
  | { readonly day: LocalDay; readonly holiday: HolidayCode }
  | { readonly day: LocalDay; readonly absence: AbsenceView };

const shown = 6;
const searchedDays = 366;

interface ComingExceptionsProps {
  setup: PracticeSetup;
  column: ResourceView;
  week: readonly WeekSpan[];
  today: LocalDay;
}

/** The next days that do not follow the week: public holidays it would have worked, and absences. */
export function ComingExceptions({ setup, column, week, today }: ComingExceptionsProps) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const words = useAbsenceWords(setup.practice.zone);
  const exceptions = comingExceptions(setup, column, week, today);
  return (
    <section className="exc">
      <header>
        <h2>{t('exceptions.title')}</h2>
        <span className="sp" />
        {may('absence.edit') && (
          <PartLink part="absences" column={column.id} className="btn xs">
            <Icon of={IconPlus} size={14} />
            {t('exceptions.add')}
          </PartLink>
        )}
      </header>
      {exceptions.length === 0 && <p className="hint">{t('exceptions.none')}</p>}
      <ul>
        {exceptions.map((exception) =>
          'holiday' in exception ? (
            <li key={exception.day}>
              <Icon of={IconFlag} size={14} />
              <b>{words.day(exception.day)}</b>
              <span className="trunc">{t('exceptions.holiday', { name: t(`holiday.${exception.holiday}`) })}</span>
            </li>
          ) : (
            <li key={exception.absence.id}>
              <Icon of={IconCalendarOff} size={14} />
              <b>{words.span(exception.absence)}</b>
              <span className="trunc">{words.reason(exception.absence)}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function comingExceptions(
  { practice, absences }: PracticeSetup,
  column: ResourceView,
  week: readonly WeekSpan[],
  today: LocalDay,
): Exception[] {
  const workedDays = new Set(week.map(({ isodow }) => isodow));
  const away = absences
    .filter(({ resourceId, reason }) => resourceId === column.id && reason !== 'outside')
    .map((absence) => ({ absence, ends: absenceEnds(absence, practice.zone) }))
    .filter(({ ends }) => ends.to.day >= today)
    .map(({ absence, ends }): Exception => ({ day: ends.from.day, absence }));
  const holidays = Array.from({ length: searchedDays }, (_, ahead) => addDays(today, ahead))
    .filter((day) => workedDays.has(isoWeekday(day)))
    .flatMap((day): Exception[] => {
      const holiday = publicHoliday(day, practice.holidayZone);
      return holiday ? [{ day, holiday }] : [];
    });
  return [...away, ...holidays].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, shown);
}
