import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayScreen } from './day-screen-context';
import type { rajoutAt } from './place-check';

/** « Rajout 1 sur 2 ce matin » */
export function useRajoutWords(): (rajout: ReturnType<typeof rajoutAt>, day: LocalDay) => string {
  const { t } = useTranslation('override');
  const { clock } = useDayScreen();
  return useCallback(
    ({ number, allowed, part }, day) => {
      const isToday = day === clock.today;
      const key =
        part === 'morning' ? (isToday ? 'morning' : 'otherMorning') : isToday ? 'afternoon' : 'otherAfternoon';
      return t(`rajout.${key}`, { number, allowed });
    },
    [t, clock.today],
  );
}
