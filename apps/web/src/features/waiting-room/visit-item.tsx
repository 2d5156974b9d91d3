import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type ReactNode, useId, useRef } from 'react';
import { useRoom } from './room-context';
import { RowActs } from './row-acts';

export interface VisitParts {
  /** The patient's name; where somebody may act, the handle of the row: the whole of it answers to a click. */
  name: ReactNode;
  /** Buttons of the row, while one stands on it. */
  acts: ReactNode;
  /** For the text under the name, which says the rest of the row. */
  detailId: string;
}

export interface VisitItemProps {
  visit: AppointmentCard;
  className: string;
  /** Its list's tab stop: arrows go to the other rows. */
  isStop: boolean;
  inline: number;
  children: (parts: VisitParts) => ReactNode;
}

/** A row of any list of the board. */
export function VisitItem({ visit, className, isStop, inline, children }: VisitItemProps) {
  const { activeId, choose, actsOn, isSaving } = useRoom();
  const row = useRef<HTMLLIElement>(null);
  const detailId = useId();
  const acts = actsOn(visit);
  const isActive = activeId === visit.id;
  const name = <PatientName visit={visit} />;
  const classes = ['wr-row', className, isActive && 'is-active', isSaving(visit) && 'is-saving'];
  return (
    <li ref={row} className={classes.filter(Boolean).join(' ')}>
      {children({
        detailId,
        name:
          acts.length === 0 ? (
            name
          ) : (
            <button
              type="button"
              className="wr-hit"
              data-visit={visit.id}
              tabIndex={isStop ? 0 : -1}
              aria-expanded={isActive}
              aria-describedby={detailId}
              onFocus={() => choose(visit.id)}
              // Some browsers do not give the focus to a button that is clicked.
              onClick={(event) => event.currentTarget.focus()}
            >
              {name}
            </button>
          ),
        acts: isActive && acts.length > 0 && <RowActs visit={visit} acts={acts} within={row} inline={inline} />,
      })}
    </li>
  );
}

function PatientName({ visit: { patient } }: { visit: AppointmentCard }) {
  return (
    <>
      <span className="nom">{patient.usedName || patient.birthName}</span> {patient.firstName}
    </>
  );
}
