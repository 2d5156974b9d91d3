import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { type ReplacingState, replacingProgress } from '@pupitre/shared/planning/replacing';
import { Trans, useTranslation } from 'react-i18next';

/** From settled to open, as the bar is drawn. */
const shown: readonly ReplacingState[] = ['rebooked', 'told', 'refused', 'cancelled', 'settled', 'aside', 'to_call'];

/** « 17 / 23 », the bar, and the counts: the bar never alone. */
export function PlanProgress({ lines }: { lines: readonly PlanLine[] }) {
  const { t } = useTranslation('absence-plan');
  const { done, total, counts } = replacingProgress(lines.map(({ state }) => state));
  const held = shown.filter((state) => counts[state] > 0);
  return (
    <div className="ab-progress">
      <span className="ab-figure tn">{t('progress', { done, total })}</span>
      <svg className="ab-bar" viewBox={`0 0 ${Math.max(1, total)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {held
          .filter((state) => state !== 'to_call' && state !== 'aside')
          .map((state, index, bars) => (
            <rect
              key={state}
              className={`is-${state}`}
              x={bars.slice(0, index).reduce((sum, before) => sum + counts[before], 0)}
              y="0"
              width={counts[state]}
              height="1"
            />
          ))}
      </svg>
      {held.map((state) => (
        <span key={state}>
          <Trans t={t} i18nKey={`count.${state}`} count={counts[state]} components={{ b: <b /> }} />
        </span>
      ))}
    </div>
  );
}
