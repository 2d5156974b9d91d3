import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Which rajout of its half-day a visit put beside others would be, and how many its motif allows. */
export interface Rajout {
  readonly number: number;
  readonly allowed: number;
  readonly part: 'morning' | 'afternoon';
}

/** « Rajout 1 sur 2 ce matin » */
export function useRajoutWords(today: LocalDay): (rajout: Rajout, day: LocalDay) => string {
  const { t } = useTranslation('override');
  return useCallback(
    ({ number, allowed, part }, day) => {
      const isToday = day === today;
      const key =
        part === 'morning' ? (isToday ? 'morning' : 'otherMorning') : isToday ? 'afternoon' : 'otherAfternoon';
      return t(`rajout.${key}`, { number, allowed });
    },
    [t, today],
  );
}
