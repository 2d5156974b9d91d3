import { isoWeekNumber } from '@pupitre/shared/time/iso-week';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

/** How weeks and days are named: « Semaine 10 », « du 2 au 7 mars 2026 », « lundi 2 ». */
export function useWeekWords() {
  const { t } = useTranslation('week');
  const formats = useFormats();
  return useMemo(() => {
    const dateOnly = (day: LocalDay) => formats.dateOfMonth(day).split(' ')[0] ?? '';
    return {
      title: (days: readonly LocalDay[]) => t('title', { number: isoWeekNumber(days[0] ?? '') }),
      /** The month and the year are said once when both ends share them. */
      span: (days: readonly LocalDay[]) => {
        const [first = '', last = ''] = [days[0], days.at(-1)];
        const year = last.slice(0, 4);
        const isSameMonth = first.slice(0, 7) === last.slice(0, 7);
        const from = isSameMonth ? dateOnly(first) : formats.dateOfMonth(first);
        const fromYear = first.startsWith(year) ? '' : ` ${first.slice(0, 4)}`;
        return t('span', { from: `${from}${fromYear}`, to: `${formats.dateOfMonth(last)} ${year}` });
      },
      /** « lundi 2 »: the month stands in the title. */
      day: (day: LocalDay) => formats.dateMedium(day).split(' ').slice(0, 2).join(' '),
      percent: (occupancy: number) => formats.percent(occupancy),
    };
  }, [t, formats]);
}
