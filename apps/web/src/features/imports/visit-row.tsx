import type { ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import type { VisitAnswer } from './agenda.queries';
import { VerdictChip } from './verdict-chip';

/** Reasons that come with any verdict. */
const said = new Set<ImportVisit['reasons'][number]['code']>([
  'overlaps',
  'length_from_motif',
  'length_rounded',
  'motif_by_default',
  'motif_not_offered',
  'in_the_past',
]);

interface VisitRowProps {
  setup: PracticeSetup;
  visit: ImportVisit;
  isTabStop: boolean;
  onDecide: (answer: Omit<VisitAnswer, 'alike'>) => void;
  onSeek: () => void;
}

/** A time of the calendar: when, whose agenda, its words, what becomes of it, and, when it is doubtful, the decision. */
export function VisitRow({ setup, visit, isTabStop, onDecide, onSeek }: VisitRowProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { line, fileLine, day, startMin, verdict, decision, summary, patient, candidates, reasons } = visit;
  const column = setup.resources.find(({ id }) => id === visit.resourceId)?.shortName;
  const when = [day && formats.dateShort(day), startMin !== null && formats.timeOfMinutes(startMin)];
  // A doubt is told alone: what else there is to know stands on the lines that are sure.
  const told = verdict === 'doubtful' ? reasons.filter(({ code }) => !said.has(code)) : reasons;
  const why = [
    ...new Set(
      (told.length > 0 ? told : reasons).map(({ code, value }) => t(`reason.${code}`, { value: value ?? '' }).trim()),
    ),
  ].join(', ');
  const who = patient && formats.nameFull(patient);
  return (
    <tr className={`is-${verdict}`} tabIndex={isTabStop ? 0 : -1} data-row={line}>
      <td className="num hint">{formats.integer(fileLine)}</td>
      <td className="tn">
        {when.filter(Boolean).join(' ')}
        {column && <span className="imp-column">{column}</span>}
      </td>
      <th scope="row" title={summary}>
        {summary || <span className="hint">{t('lines.empty')}</span>}
        {who && who !== summary && <span className="imp-column">{who}</span>}
      </th>
      <td>
        <VerdictChip verdict={verdict} />
      </td>
      <td className="imp-why">
        <span className="row">
          <span className="imp-words">{why}</span>
          {verdict === 'doubtful' && decision !== null && (
            <>
              <Chip tone={decision === 'skip' ? 'plain' : 'ok'}>{t(`visits.decided.${decision}`)}</Chip>
              <Button size="xs" look="ghost" onClick={() => onDecide({ line, decision: null, patientId: null })}>
                {t('decide.back')}
              </Button>
            </>
          )}
          {verdict === 'doubtful' && decision === null && (
            <>
              {candidates.slice(0, 1).map(({ patientId, ...candidate }) => (
                <Button
                  key={patientId}
                  size="xs"
                  title={formats.dateShort(candidate.birthDate)}
                  onClick={() => onDecide({ line, decision: 'link', patientId })}
                >
                  {formats.nameFull(candidate)}
                </Button>
              ))}
              <Button size="xs" onClick={onSeek}>
                {t(candidates.length > 0 ? 'visits.other' : 'visits.patient')}
              </Button>
              <Button size="xs" look="ghost" onClick={() => onDecide({ line, decision: 'block', patientId: null })}>
                {t('visits.block')}
              </Button>
              <Button size="xs" look="ghost" onClick={() => onDecide({ line, decision: 'skip', patientId: null })}>
                {t('decide.skip')}
              </Button>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}
