import { type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { useWeek } from './week-context';
import type { WeekDay } from './week-days';

/** A week in which nothing opens says why, and where the next one is: the dates of the leave, and the return. */
export function WeekNotice({ days }: { days: readonly WeekDay[] }) {
  const { t } = useTranslation(['week', 'planning']);
  const formats = useFormats();
  const { setup, column, go } = useWeek();
  if (days.some(({ load }) => load.openMinutes > 0)) return null;
  const closed = days.map(({ load }) => load.closed);
  const leave = closed.findLast((reason) => reason?.kind === 'absence');
  if (leave?.kind !== 'absence') return <p className="week-notice">{t('closedWeek', { column: column.shortName })}</p>;
  const { zone } = setup.practice;
  const dayOf = (instant: string): LocalDay => toLocal(new Date(instant), zone).day;
  const began = setup.absences.find(({ id }) => id === leave.absenceId)?.startsAt;
  const back = dayOf(leave.returnsAt);
  const values = {
    column: column.shortName,
    reason: t(`planning:absence.${leave.reason}`),
    from: began ? formats.dateMedium(dayOf(began)) : '',
    back: formats.dateMedium(back),
  };
  return (
    <p className="week-notice">
      {t(began ? 'leaveSince' : 'leave', values)}
      <Button size="xs" onClick={() => go({ date: back })}>
        {t('weekOfReturn')}
      </Button>
    </p>
  );
}
