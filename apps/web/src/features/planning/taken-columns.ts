import type { Refusal } from '@pupitre/shared/planning/booking-refusals';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { columnName } from '../../lib/column-name';
import { useRefusalWords } from '../../lib/use-refusal-words';
import { useDayScreen } from './day-screen-context';

interface TakenColumn {
  readonly resourceId: string;
  readonly refusals: readonly Refusal[];
}

/** « Dr MARTIN : déjà un rendez-vous de 10 h à 10 h 15 » for each agenda that a refused meeting met. */
export function useTakenColumns(fault: unknown, day: LocalDay): string[] {
  const { t } = useTranslation('together');
  const { setup, words } = useDayScreen();
  const sayRefusal = useRefusalWords(words.closed);
  if (!(fault instanceof ApiProblem) || fault.code !== 'meeting.columns_taken') return [];
  const columns = (fault.details.columns ?? []) as readonly TakenColumn[];
  return columns.map(({ resourceId, refusals }) =>
    t('meeting.taken', {
      column: columnName(setup, resourceId),
      reasons: [...new Set(refusals.map((refusal) => sayRefusal(refusal, day)))].join(' '),
    }),
  );
}
