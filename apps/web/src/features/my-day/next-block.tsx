import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { visitLooks } from '../../ui/visit-look';
import { HomeLinks } from './home-links';
import { useMyDay } from './my-day-context';
import { PatientName } from './patient-name';

/** Who comes next: waiting in amber, or still on the way. */
export function NextBlock({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('my-day');
  const { motifOf, homeOf, call } = useMyDay();
  const motif = motifOf(visit);
  const isHere = visit.status === 'arrived';
  const since = useSince(visit);
  const isAtPractice = !motif || motif.place === 'practice';
  return (
    <section className={isHere ? 'md-next' : 'md-next is-expected'}>
      <div className="md-who">
        <h2>
          <Icon of={visitLooks[visit.status].icon} />
          <span className="trunc">
            <PatientName visit={visit} />
          </span>
        </h2>
        <p>
          {[motif?.name, visit.note].filter(Boolean).join(' · ')} · {since}
        </p>
        {homeOf(visit)?.address && <p>{homeOf(visit)?.address}</p>}
      </div>
      <HomeLinks home={homeOf(visit)} />
      <button type="button" className="md-key is-main" onClick={() => call(visit)}>
        {t(isAtPractice ? 'act.call' : 'act.start')}
      </button>
    </section>
  );
}

/** « attend 12 min », or the hour at which she can be seen. */
function useSince(visit: AppointmentCard) {
  const { t } = useTranslation('my-day');
  const { now, zone, latenessMinutes } = useMyDay();
  const formats = useFormats();
  if (visit.status === 'arrived' && visit.arrivedAt) {
    return (
      <>
        {t('next.waits')} <b className="tn nowrap">{formats.minutesSpan(waitedMinutes(visit.arrivedAt, now))}</b>
      </>
    );
  }
  const start = expectedStart(visit.startsAt, visit.status, latenessMinutes, now);
  return <span className="nowrap">{start && t('next.expected', { time: formats.timeOfInstant(start, zone) })}</span>;
}
