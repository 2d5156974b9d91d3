import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount';

/** What came in today, in all and by means. */
export function TillStats({ till }: { till: TillView }) {
  const { t } = useTranslation('billing');
  return (
    <span className="stats">
      <span>
        {t('stats.collected')}{' '}
        <b>
          <Amount cents={till.collectedCents} />
        </b>
      </span>
      {till.byMethod.map(({ method, cents }) => (
        <span key={method} className="by-method">
          {t(`method.${method}`).toLocaleLowerCase()}{' '}
          <b>
            <Amount cents={cents} />
          </b>
        </span>
      ))}
    </span>
  );
}
