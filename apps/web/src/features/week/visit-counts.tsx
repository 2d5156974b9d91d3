import { useTranslation } from 'react-i18next';
import { countsOf, type WeekDay } from './week-days';

/** « 24 RDV · 2 rajouts » */
export function VisitCounts({ load, visits }: Pick<WeekDay, 'load' | 'visits'>) {
  const { t } = useTranslation('week');
  const { booked, rajouts } = countsOf({ load, visits });
  return (
    <>
      {t('visits', { count: booked })}
      {rajouts > 0 && ` · ${t('rajouts', { count: rajouts })}`}
    </>
  );
}
