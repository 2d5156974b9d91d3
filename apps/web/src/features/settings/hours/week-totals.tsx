import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { minutesOf } from '../week-draft';
import { layerOf, type Stretch } from './week-layers';
import type { Turn } from './week-turns';

/** « 42 h par semaine », or « 42 h en semaine paire, 39 h en semaine impaire ». */
export function WeekTotals({ week, view }: { week: readonly Stretch[]; view: Turn }) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const [even, odd] = [minutesOf(layerOf(week, 'even')), minutesOf(layerOf(week, 'odd'))];
  const kinds: Turn[] = view === 'every' ? (even === odd ? ['every'] : ['even', 'odd']) : [view];
  return (
    <span className="stats">
      {kinds.map((kind) => (
        <span key={kind}>
          <Trans
            t={t}
            i18nKey={`total.${kind}`}
            values={{ time: formats.minutesSpan(kind === 'odd' ? odd : even) }}
            components={{ b: <b /> }}
          />
        </span>
      ))}
    </span>
  );
}
