import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useFormats } from '../../lib/formats';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { useRoom } from './room-context';
import { VisitItem } from './visit-item';

/** Out of the consulting room: what is left to pay, for the roles that may know. */
export function CollectRow({ visit, isStop }: { visit: AppointmentCard; isStop: boolean }) {
  const { motifOf, columnOf } = useRoom();
  const formats = useFormats();
  const { dueCents } = visit;
  return (
    <VisitItem visit={visit} className="wr-collect" isStop={isStop} inline={2}>
      {({ name, acts, detailId }) => (
        <>
          <div className="row">
            <span className="trunc wr-name">{name}</span>
            <span className="sp" />
            {dueCents !== null && (
              <b className="tn nowrap">
                <span aria-hidden="true">{formats.euros(dueCents)}</span>
                <VisuallyHidden>{formats.eurosAloud(dueCents)}</VisuallyHidden>
              </b>
            )}
          </div>
          <p className="wr-detail trunc" id={detailId}>
            {[columnOf(visit), motifOf(visit)?.shortName].filter(Boolean).join(' · ')}
          </p>
          {acts}
        </>
      )}
    </VisitItem>
  );
}
