import { toLocal } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';

const minuteMs = 60_000;

/** How a moment of the past is said: how long ago, or on which day. */
export function useMoments(zone: string) {
  const { t } = useTranslation('calendars');
  const formats = useFormats();
  const now = useNow(minuteMs).getTime();
  const minutesSince = (instant: string) => Math.max(0, Math.floor((now - Date.parse(instant)) / minuteMs));
  return {
    minutesSince,
    ago: (instant: string) => formats.relativeDuration(-minutesSince(instant)),
    day: (instant: string) => formats.dateGrid(toLocal(new Date(instant), zone).day),
    dayAndTime: (instant: string) =>
      t('at', {
        day: formats.dateGrid(toLocal(new Date(instant), zone).day),
        time: formats.timeOfInstant(new Date(instant), zone),
      }),
  };
}
