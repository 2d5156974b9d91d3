import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { useRoom } from './room-context';
import { VisitItem } from './visit-item';

/** Hour given, name, status; how late the patient is, or when the practitioner's lateness lets her be seen. */
export function ExpectedRow({ visit, isStop }: { visit: AppointmentCard; isStop: boolean }) {
  const { columnOf, activeId } = useRoom();
  const { t } = useTranslation(['waiting-room', 'status']);
  const formats = useFormats();
  const { name: look, tone, icon } = lookOfVisit(visit.status, visit.urgent);
  const remarks = useRemarks(visit);
  const word = t(`status:word.${look}`);
  // Beside its buttons the row has room for one of the two: the drawing stays.
  const isTight = activeId === visit.id;
  return (
    <VisitItem visit={visit} className={`wr-expected wr-${tone}`} isStop={isStop} inline={1}>
      {({ name, acts, detailId }) => (
        <>
          <time>{formats.timeOfMinutes(visit.startMin)}</time>
          <span className="wr-who">
            <span className="trunc">{name}</span>
            <small className="trunc" id={detailId}>
              <Icon of={icon} size={12} /> {isTight && <VisuallyHidden>{word} </VisuallyHidden>}
              {[isTight ? '' : word, columnOf(visit), ...remarks].filter(Boolean).join(' · ')}
            </small>
          </span>
          {acts}
        </>
      )}
    </VisitItem>
  );
}

function useRemarks(visit: AppointmentCard): string[] {
  const { now, zone, latenessOf } = useRoom();
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const isExpected = visit.status === 'booked' || visit.status === 'confirmed';
  const lateMinutes = isExpected ? waitedMinutes(visit.startsAt, now) : 0;
  const announced = expectedStart(visit.startsAt, visit.status, latenessOf(visit.resourceId), now);
  const isShifted = announced !== null && announced.getTime() > Math.max(Date.parse(visit.startsAt), now.getTime());
  return [
    lateMinutes > 0 ? t('row.late', { span: formats.minutesSpan(lateMinutes) }) : '',
    isShifted ? t('row.around', { time: formats.timeOfInstant(announced, zone) }) : '',
    visit.patient.hasPhone ? '' : t('row.noPhone'),
    visit.note,
  ];
}
