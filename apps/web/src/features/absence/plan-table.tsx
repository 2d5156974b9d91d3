import type { LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { isLeft } from '@pupitre/shared/planning/replacing';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { PatientName } from '../../ui/patient-line';
import type { AbsenceWords } from './absence-words';
import { Priority, StateChip } from './plan-chips';

interface PlanTableProps {
  readonly box: RefObject<HTMLTableElement | null>;
  readonly lines: readonly PlanLine[];
  readonly proposals: ReadonlyMap<string, LineProposals['proposals']>;
  readonly chosenId: string | null;
  readonly today: string;
  /** One day is said in the title; several are said in each row. */
  readonly isOneDay: boolean;
  readonly absentId: string;
  readonly words: AbsenceWords;
  readonly onChoose: (appointmentId: string) => void;
}

/** The visits in the order of the calls; one row has the focus, and its letters act. */
export function PlanTable(props: PlanTableProps) {
  const { box, lines, proposals, chosenId, onChoose } = props;
  const { t } = useTranslation('absence-plan');
  const stopId = lines.some(({ appointmentId }) => appointmentId === chosenId) ? chosenId : lines[0]?.appointmentId;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take the focus and act by key, as in a grid
    <table className="ab-table" role="grid" aria-label={t('table.caption')} ref={box}>
      <thead>
        <tr>
          {(['time', 'patient', 'motif', 'priority', 'place', 'state', 'by'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`table.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row
            key={line.appointmentId}
            {...props}
            line={line}
            offered={proposals.get(line.appointmentId) ?? []}
            isStop={line.appointmentId === stopId}
            onFocus={() => onChoose(line.appointmentId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<PlanTableProps, 'onChoose'> {
  readonly line: PlanLine;
  readonly offered: LineProposals['proposals'];
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function Row({ line, offered, isStop, chosenId, today, isOneDay, absentId, words, onFocus }: RowProps) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { appointmentId, patient, from, state, motifId, priority } = line;
  const time = formats.timeOfMinutes(from.startMin);
  const isChosen = appointmentId === chosenId;
  return (
    <tr
      tabIndex={isStop ? 0 : -1}
      aria-selected={isChosen}
      className={isChosen ? 'sel' : undefined}
      data-line={appointmentId}
      onFocus={onFocus}
      onClick={({ currentTarget }) => currentTarget.focus()}
    >
      <td className="tn">
        <b>{isOneDay ? time : t('dayAt', { day: formats.dateGrid(from.day), time })}</b>
      </td>
      <td>
        <PatientName patient={patient} /> <span className="hint">{formats.age(patient.birthDate, today)}</span>
      </td>
      <td>{words.motif(motifId)}</td>
      <td>
        <Priority value={priority} />
      </td>
      <td>
        <PlaceCell line={line} offered={offered} absentId={absentId} words={words} />
      </td>
      <td>
        <StateChip line={line} />
      </td>
      <td className="hint">
        {line.by && line.at ? words.noted({ by: line.by, at: line.at }) : ''}
        {line.note && state !== 'rebooked' && <span className="ab-note">{line.note}</span>}
      </td>
    </tr>
  );
}

/** The first place on offer, or where the visit is now. */
function PlaceCell({ line, offered, absentId, words }: Pick<RowProps, 'line' | 'offered' | 'absentId' | 'words'>) {
  const { t } = useTranslation('absence-plan');
  if (line.to) return <span className="ab-place is-taken">{words.place(line.to, absentId)}</span>;
  const [first] = offered;
  if (!isLeft(line.state) || !first) return <span className="hint">{t(`noPlace.${placeless(line)}`)}</span>;
  return (
    <span className="ab-place">
      {words.place(first, absentId)}
      {offered.length > 1 && <span className="hint"> {t('morePlaces', { count: offered.length - 1 })}</span>}
    </span>
  );
}

const placeless = ({ state, status }: PlanLine) =>
  !isLeft(state) ? 'settled' : status === 'arrived' ? 'present' : 'none';
