import type { AbsenceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { type AbsenceEnd, absenceEnds } from '../../lib/absence-ends';
import { useFormats } from '../../lib/formats';

/** How the days and hours of an absence are said in a row: the hour only where it is not a whole day. */
export function useAbsenceWords(zone: string) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const end = ({ day, minutes }: AbsenceEnd) =>
    minutes === null
      ? formats.dateGrid(day)
      : t('absences.dayAndTime', { day: formats.dateGrid(day), time: formats.timeOfMinutes(minutes) });
  return {
    day: (day: LocalDay) => formats.dateGrid(day),
    /** Why, with the note; a note that begins with the reason says it already. */
    reason({ reason, note }: Pick<AbsenceView, 'reason' | 'note'>) {
      const said = t(`reason.${reason}`);
      if (note === '' || note.toLowerCase().startsWith(said.toLowerCase())) return note || said;
      return `${said}, ${note}`;
    },
    span(absence: Pick<AbsenceView, 'startsAt' | 'endsAt'>) {
      const { from, to } = absenceEnds(absence, zone);
      if (from.day !== to.day) return t('absences.fromTo', { from: end(from), to: end(to) });
      if (from.minutes === null && to.minutes === null) return formats.dateGrid(from.day);
      const time = formats.timeRange(from.minutes ?? 0, to.minutes ?? 1440);
      return t('absences.dayAndTime', { day: formats.dateGrid(from.day), time });
    },
  };
}
