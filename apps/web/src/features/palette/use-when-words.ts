import type { BookingWhen, TimeWindow } from '@pupitre/shared/planning/booking-when';
import { partsOfDay } from '@pupitre/shared/planning/free-day';
import { addDays, isoWeekday } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

/** Any Monday: its week gives the names of the weekdays. */
const MONDAY = '2026-03-02';

/** Days and hours asked for, spelled out: « mardi ou jeudi, dès mar. 3 mars, après-midi ». */
export function useWhenWords(): (when: BookingWhen) => string {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const weekdayName = (isodow: number) => formats.weekday(addDays(MONDAY, isodow - isoWeekday(MONDAY)));
  const either = (names: readonly string[]) => names.reduce((first, second) => t('or', { first, second }));

  const daysOf = ({ fromDay, toDay }: BookingWhen) => {
    if (toDay === null) return t('when.from', { day: formats.dateGrid(fromDay) });
    if (toDay === fromDay) return formats.dateGrid(fromDay);
    return t('when.between', { from: formats.dateGrid(fromDay), to: formats.dateGrid(toDay) });
  };
  const hoursOf = (afterMin: number, beforeMin: number) => {
    const [from, to] = [formats.timeOfMinutes(afterMin), formats.timeOfMinutes(beforeMin)];
    const part = (['morning', 'afternoon'] as const).find(
      (name) => partsOfDay[name].startMin === afterMin && partsOfDay[name].endMin === beforeMin,
    );
    if (part) return t(`when.${part}`);
    if (afterMin > 0 && beforeMin < 1440) return t('when.hours', { from, to });
    if (afterMin > 0) return t('when.at', { time: from });
    return beforeMin < 1440 ? t('when.before', { time: to }) : '';
  };
  const windowWords = ({ isodow, startMin, endMin }: TimeWindow) =>
    [isodow === null ? '' : weekdayName(isodow), hoursOf(startMin, endMin)].filter(Boolean).join(' ');

  return (when) => {
    const { weekdays, partOfDay, afterMin = 0, beforeMin = 1440, windows } = when;
    const names = windows ? windows.map(windowWords) : (weekdays ?? []).map(weekdayName);
    const hours = hoursOf(afterMin, beforeMin);
    const part = partOfDay && afterMin === 0 && beforeMin === 1440 ? t(`when.${partOfDay}`) : '';
    return [names.length > 0 ? either(names) : '', daysOf(when), part, hours].filter(Boolean).join(', ');
  };
}
