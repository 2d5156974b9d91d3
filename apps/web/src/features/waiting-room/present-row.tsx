import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { StatusTag } from '../../ui/status-tag';
import { useRoom } from './room-context';
import { VisitItem } from './visit-item';
import { WaitBar } from './wait-bar';

/** Who waits, since when; past the threshold a triangle, bold minutes and a sentence, never colour alone. */
export function PresentRow({ visit, isStop }: { visit: AppointmentCard; isStop: boolean }) {
  const { now, alertMinutes, motifOf, columnOf } = useRoom();
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const arrival = useArrival(visit);
  const minutes = visit.arrivedAt ? waitedMinutes(visit.arrivedAt, now) : null;
  const isAlert = minutes !== null && minutes > alertMinutes;
  const classes = ['wr-present', visit.urgent && 'is-urgent', isAlert && 'is-alert'].filter(Boolean).join(' ');
  return (
    <VisitItem visit={visit} className={classes} isStop={isStop} inline={2}>
      {({ name, acts, detailId }) => (
        <>
          <div className="row">
            <span className="trunc wr-name">{name}</span>
            {visit.urgent && <StatusTag status="urgent" />}
            <span className="sp" />
            {minutes !== null && (
              <span className="wr-minutes tn">
                {isAlert && <Icon of={IconAlertTriangle} />}
                {formats.minutesSpan(minutes)}
              </span>
            )}
          </div>
          <p className="wr-detail" id={detailId}>
            <b>{columnOf(visit)}</b> · {[motifOf(visit)?.shortName, arrival].filter(Boolean).join(' · ')}
          </p>
          {minutes !== null && <WaitBar minutes={minutes} alertMinutes={alertMinutes} />}
          {isAlert && <p className="wr-beyond">{t('row.beyond', { span: formats.minutesSpan(alertMinutes) })}</p>}
          {acts}
        </>
      )}
    </VisitItem>
  );
}

/** « prévu 10 h 40, arrivée 10 h 30 » */
function useArrival({ walkIn, startMin, arrivedAt }: AppointmentCard): string {
  const { zone } = useRoom();
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const planned = walkIn ? t('row.walkIn') : t('row.planned', { time: formats.timeOfMinutes(startMin) });
  if (!arrivedAt) return planned;
  return `${planned}, ${t('row.arrival', { time: formats.timeOfInstant(new Date(arrivedAt), zone) })}`;
}
