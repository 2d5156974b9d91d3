import type { ImportLine } from '@pupitre/shared/import/import.contract';
import type { ImportDecision } from '@pupitre/shared/import/import-codes';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { useLineWords } from './use-line-words';
import { VerdictChip } from './verdict-chip';

interface LineRowProps {
  line: ImportLine;
  isTabStop: boolean;
  canDecide: boolean;
  onDecide: (decision: ImportDecision | null) => void;
}

/** A line of the file: who, what becomes of it and why, and, when it is doubtful, the decision. */
export function LineRow({ line, isTabStop, canDecide, onDecide }: LineRowProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const words = useLineWords();
  const { verdict, decision, person } = line;
  const name = person && (person.usedName || person.birthName);
  const isDoubtful = verdict === 'doubtful';
  return (
    <tr className={`is-${verdict}`} tabIndex={isTabStop ? 0 : -1} data-row={line.line}>
      <td className="num hint">{formats.integer(line.line)}</td>
      <th scope="row">
        {name ? <span className="nom">{name}</span> : <span className="hint">{t('lines.empty')}</span>}{' '}
        {person?.firstName}
      </th>
      <td className="tn">
        {person && (person.birthDate ? formats.dateShort(person.birthDate) : person.writtenBirthDate)}
      </td>
      <td>
        <VerdictChip verdict={verdict} />
      </td>
      <td className="imp-why">
        <span className="row">
          <span className="imp-words">{words(line)}</span>
          {isDoubtful && decision !== null && (
            <>
              <Chip tone={decision === 'skip' ? 'plain' : 'ok'}>{t(`decided.${decision}`)}</Chip>
              <Button size="xs" look="ghost" disabled={!canDecide} onClick={() => onDecide(null)}>
                {t('decide.back')}
              </Button>
            </>
          )}
          {isDoubtful && decision === null && canDecide && (
            <>
              {line.twin && (
                <Button size="xs" aria-keyshortcuts="M" onClick={() => onDecide('same')}>
                  {t('decide.same')}
                </Button>
              )}
              <Button size="xs" aria-keyshortcuts="C" onClick={() => onDecide('create')}>
                {t('decide.create')}
              </Button>
              <Button size="xs" look="ghost" aria-keyshortcuts="L" onClick={() => onDecide('skip')}>
                {t('decide.skip')}
              </Button>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}
