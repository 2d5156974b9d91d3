import { useDebouncedValue } from '@mantine/hooks';
import type { WeekSpan } from '@pupitre/shared/practices/week-hours';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { hoursEffectQuery } from './settings.queries';

/** A pause in the typing: each letter of an hour must not ask the server. */
const pauseMs = 300;

interface HoursEffectProps {
  practiceId: string;
  resourceId: string;
  hours: readonly WeekSpan[];
}

/** Which visits already taken the typed hours would leave outside, before they are saved. */
export function HoursEffect({ practiceId, resourceId, hours }: HoursEffectProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const [asked] = useDebouncedValue(hours, pauseMs);
  const { data, error, refetch } = useQuery(hoursEffectQuery(practiceId, resourceId, asked));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return null;
  if (data.appointmentsOutside === 0) {
    return (
      <p className="set-effect is-none">
        <Icon of={IconCheck} />
        {t('hours.noneOutside')}
      </p>
    );
  }
  const others = data.appointmentsOutside - data.firstOutside.length;
  return (
    <section className="set-effect" aria-live="polite">
      <h3>
        <Icon of={IconAlertTriangle} />
        {t('hours.outside', { count: data.appointmentsOutside })}
      </h3>
      <p>{t('hours.outsideKept')}</p>
      <ul>
        {data.firstOutside.map(({ appointmentId, day, startMin }) => (
          <li key={appointmentId}>
            {t('absences.dayAndTime', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) })}
          </li>
        ))}
        {others > 0 && <li>{t('hours.outsideOthers', { count: others })}</li>}
      </ul>
    </section>
  );
}
