import { coinsFor } from '@pupitre/shared/billing/change';
import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount';
import { Chip } from '../../ui/chip';

/** What to give back, and in which notes and coins. */
export function ChangeBox({ cents }: { cents: number }) {
  const { t, i18n } = useTranslation('billing');
  const coin = (value: number) => {
    const number = (value >= 100 ? value / 100 : value).toLocaleString(i18n.language);
    return t(value >= 100 ? 'change.euros' : 'change.cents', { value: number });
  };
  return (
    <>
      <div className="chg" role="status">
        <span>{t('change.toGive')}</span>
        <b>
          <Amount cents={cents} />
        </b>
      </div>
      {cents > 0 && (
        <ul className="coins" aria-label={t('change.coins')}>
          {coinsFor(cents).map(({ cents: value, count }) => (
            <li key={value}>
              <Chip>
                {count} × {coin(value)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
