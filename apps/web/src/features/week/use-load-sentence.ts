import type { DayLoadView } from '@pupitre/shared/planning/week.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useClosedWords } from '../../lib/use-closed-words';

/** « Dr MARTIN, lundi 2 mars : 78 %, 26 RDV, 3 trous », « …, lundi 6 avril : férié, lundi de Pâques ». */
export function useLoadSentence(zone: string): (load: DayLoadView, name: string) => string {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const closedWords = useClosedWords(zone);
  return ({ day, occupancy, closed, holes, visits }, name) => {
    const parts = [
      occupancy === null ? closed && closedWords(closed, day) : formats.percent(occupancy),
      visits > 0 && t('visits', { count: visits }),
      holes > 0 && t('holes', { count: holes }),
    ].filter(Boolean);
    return t('loads.cell', { column: name, day: formats.dateMedium(day), what: parts.join(', ') });
  };
}
