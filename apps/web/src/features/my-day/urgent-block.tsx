import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { useMyDay } from './my-day-context';
import { PatientName } from './patient-name';

/** Urgent and already here: over everything else. */
export function UrgentBlock({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('my-day');
  const { now, zone, call } = useMyDay();
  const formats = useFormats();
  const { arrivedAt, startMin } = visit;
  const placed = t('urgent.placed', { time: formats.timeOfMinutes(startMin) });
  const arrival = arrivedAt && t('urgent.arrival', { time: formats.timeOfInstant(new Date(arrivedAt), zone) });
  return (
    <section className="md-urgent">
      <Icon of={IconAlertTriangle} size={20} />
      <div className="md-who">
        <h2>
          <PatientName visit={visit} />
          <span>, {t('urgent.word')}</span>
        </h2>
        <p>
          {arrivedAt && <b className="tn nowrap">{formats.minutesSpan(waitedMinutes(arrivedAt, now))}</b>}
          {arrivedAt && ' · '}
          {[arrival, placed].filter(Boolean).join(', ')}
        </p>
      </div>
      <button type="button" className="md-key" onClick={() => call(visit)}>
        {t('act.call')}
      </button>
    </section>
  );
}
