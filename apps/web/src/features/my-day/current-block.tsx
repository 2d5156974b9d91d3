import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { IconSquareCheck, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { HomeLinks } from './home-links';
import { useMyDay } from './my-day-context';
import { PatientName } from './patient-name';

/** Under way: the minutes gone on those planned, and the way out. */
export function CurrentBlock({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation(['my-day', 'status']);
  const { now, day, motifOf, homeOf, finish } = useMyDay();
  const formats = useFormats();
  const { calledAt, startMin, endMin, patient } = visit;
  return (
    <section className={visit.urgent ? 'md-current is-urgent' : 'md-current'}>
      <div className="md-kind">
        <Icon of={IconStethoscope} />
        {visit.urgent && `${t('status:word.urgent')} · `}
        {t('status:word.in_consultation')}
        <span className="sp" />
        {calledAt && (
          <span className="tn">
            {t('current.minutes', {
              gone: formats.minutesSpan(waitedMinutes(calledAt, now)),
              planned: endMin - startMin,
            })}
          </span>
        )}
      </div>
      <h2>
        <PatientName visit={visit} />
      </h2>
      <p>{[motifOf(visit)?.name, formats.age(patient.birthDate, day), visit.note].filter(Boolean).join(' · ')}</p>
      {patient.headsUp && <p className="md-heads-up">{t('current.headsUp', { text: patient.headsUp })}</p>}
      <div className="md-keys">
        <button type="button" className="md-key is-full" onClick={() => finish(visit)}>
          <Icon of={IconSquareCheck} size={20} />
          {t('act.finish')}
        </button>
        <HomeLinks home={homeOf(visit)} />
      </div>
    </section>
  );
}
