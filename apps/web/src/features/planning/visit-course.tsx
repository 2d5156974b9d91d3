import type { AppointmentCard, AppointmentEvent } from '@pupitre/shared/planning/appointment.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useDayScreen } from './day-screen-context';

type Step = 'arrived' | 'called' | 'seen' | 'done';

/** Steps still to come, by where the visit stands; the till only when the motif costs something. */
function stepsAhead(status: AppointmentCard['status'], hasUsualActs: boolean): readonly Step[] {
  const end: Step = hasUsualActs ? 'seen' : 'done';
  if (status === 'requested' || status === 'booked' || status === 'confirmed') return ['arrived', 'called', end];
  if (status === 'arrived') return ['called', end];
  if (status === 'in_consultation') return [end];
  return status === 'to_collect' ? ['done'] : [];
}

/** What happened to the visit, in sentences, then what is left. */
export function VisitCourse(props: { visit: AppointmentCard; events: readonly AppointmentEvent[] | undefined }) {
  const { visit, events = [] } = props;
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { setup, words, clock } = useDayScreen();
  const hasUsualActs = (setup.motifs.find(({ id }) => id === visit.motifId)?.usualActs.length ?? 0) > 0;
  const timeOf = (at: string) => {
    const { day, minutes } = toLocal(new Date(at), setup.practice.zone);
    return day === clock.today ? formats.timeOfMinutes(minutes) : formats.dateShort(day).slice(0, 5);
  };
  return (
    <div className="sect visit-course">
      <h3>{t('visit.course')}</h3>
      <ol className="course">
        {events.map((event, index) => (
          <li key={event.id} className={index === events.length - 1 ? 'ok cur' : 'ok'}>
            <time dateTime={event.at} title={formats.dateLong(toLocal(new Date(event.at), setup.practice.zone).day)}>
              {timeOf(event.at)}
            </time>
            <span>{words.event(event, visit)}</span>
          </li>
        ))}
        {stepsAhead(visit.status, hasUsualActs).map((step) => (
          <li key={step}>
            <time>–</time>
            {t(`visit.steps.${step}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}
