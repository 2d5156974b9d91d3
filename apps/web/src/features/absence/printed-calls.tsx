import type { AbsencePlan, LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { PrintedSheet } from '../../ui/printed-sheet';
import type { AbsenceWords } from './absence-words';

interface PrintedCallsProps {
  readonly plan: AbsencePlan;
  readonly setup: PracticeSetup;
  readonly words: AbsenceWords;
  readonly proposals: ReadonlyMap<string, LineProposals['proposals']>;
  /** Whole numbers of those left to call, as the access journal keeps it. */
  readonly phones: ReadonlyMap<string, string | null>;
}

const headings = ['old', 'patient', 'born', 'motif', 'phone', 'places', 'outcome'] as const;

/** The calls on paper: whom, at which number, the hour that falls, the hours to offer, and boxes to tick. */
export function PrintedCalls({ plan, setup, words, proposals, phones }: PrintedCallsProps) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { account } = useSession();
  const { name, street, postalCode, city, zone } = setup.practice;
  const now = serverNow();
  const printed = { day: formats.dateLong(todayIn(zone, now)), time: formats.timeOfInstant(now, zone) };
  const lines = plan.lines.filter(({ appointmentId }) => phones.has(appointmentId));
  return (
    <PrintedSheet
      practice={t('printed.practice', { name, street, city: `${postalCode} ${city}` })}
      title={words.title(plan.absence.resourceId)}
      span={words.span(plan.absence)}
      list={t('printed.list')}
      count={t('printed.count', { count: lines.length })}
      headings={headings.map((heading) => t(`printed.${heading}`))}
      foot={t('printed.foot', { name: account.displayName, ...printed })}
    >
      {lines.map((line) => (
        <PrintedLine
          key={line.appointmentId}
          line={line}
          words={words}
          absentId={plan.absence.resourceId}
          offered={proposals.get(line.appointmentId) ?? []}
          phone={phones.get(line.appointmentId) ?? null}
        />
      ))}
    </PrintedSheet>
  );
}

interface PrintedLineProps {
  readonly line: PlanLine;
  readonly words: AbsenceWords;
  readonly absentId: string;
  readonly offered: LineProposals['proposals'];
  readonly phone: string | null;
}

function PrintedLine({ line, words, absentId, offered, phone }: PrintedLineProps) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { patient, from, motifId, priority } = line;
  const at = { day: formats.dateGrid(from.day), time: formats.timeOfMinutes(from.startMin) };
  return (
    <tr>
      <th scope="row">{t('dayAt', at)}</th>
      <td>
        <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
        {priority === 1 && <b className="printed-urgent"> {t('priority.1')}</b>}
        {line.note && <span className="printed-note">{line.note}</span>}
      </td>
      <td>{patient.birthDate.slice(0, 4)}</td>
      <td>{words.motif(motifId)}</td>
      <td className="printed-phone">{phone ? formats.phone(phone) : t('panel.noPhone')}</td>
      <td>
        {offered.map((place) => (
          <span className="printed-place" key={`${place.resourceId} ${place.day} ${place.startMin}`}>
            <span className="tick" /> {words.place(place, absentId)}
          </span>
        ))}
      </td>
      <td>
        {(['told', 'refuses'] as const).map((outcome) => (
          <span className="printed-place" key={outcome}>
            <span className="tick" /> {t(`printed.${outcome}`)}
          </span>
        ))}
      </td>
    </tr>
  );
}
