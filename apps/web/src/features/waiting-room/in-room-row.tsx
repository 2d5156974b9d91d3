import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { IconAlertTriangle, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { useRoom } from './room-context';
import { VisitItem } from './visit-item';

/** With the practitioner: a solid block, green or red, and the minutes since the door closed. */
export function InRoomRow({ visit, isStop }: { visit: AppointmentCard; isStop: boolean }) {
  const { now, zone, motifOf, columnOf } = useRoom();
  const { t } = useTranslation(['waiting-room', 'status']);
  const formats = useFormats();
  const { calledAt, urgent } = visit;
  const entry = calledAt && t('row.entry', { time: formats.timeOfInstant(new Date(calledAt), zone) });
  return (
    <VisitItem visit={visit} className={urgent ? 'wr-in is-urgent' : 'wr-in'} isStop={isStop} inline={2}>
      {({ name, acts, detailId }) => (
        <>
          <span className="wr-block">
            <Icon of={urgent ? IconAlertTriangle : IconStethoscope} />
          </span>
          <div className="wr-who">
            <div className="row">
              <span className="trunc wr-name">{name}</span>
              {urgent && <VisuallyHidden>{t('status:word.urgent')}</VisuallyHidden>}
              <span className="sp" />
              {calledAt && <b className="tn nowrap">{formats.minutesSpan(waitedMinutes(calledAt, now))}</b>}
            </div>
            <p className="wr-detail trunc" id={detailId}>
              {[columnOf(visit), [motifOf(visit)?.shortName, entry].filter(Boolean).join(', ')].join(' · ')}
            </p>
            {acts}
          </div>
        </>
      )}
    </VisitItem>
  );
}
