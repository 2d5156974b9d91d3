import type { ActView, ChargeLine, ChargeView } from '@pupitre/shared/billing/billing.contract';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount';
import { IconButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { QuantityInput } from './quantity-input';
import { isDoubtful } from './tariff-sources';
import { useActLabel } from './use-act-words';

interface ChargeLinesProps {
  charge: ChargeView;
  acts: readonly ActView[];
  /** Zero takes the act off; absent once the invoice is issued. */
  onQuantity: ((code: string, quantity: number) => void) | undefined;
}

const restOf = ({ totalCents, amoCents, amcCents }: ChargeLine) => totalCents - amoCents - amcCents;

export function ChargeLines({ charge, acts, onQuantity }: ChargeLinesProps) {
  const { t } = useTranslation('billing');
  const sum = (part: (line: ChargeLine) => number) => charge.lines.reduce((total, line) => total + part(line), 0);
  const totals = [charge.split.totalCents, sum((line) => line.amoCents), sum((line) => line.amcCents), sum(restOf)];
  const doubtful = new Set(acts.filter(isDoubtful).map(({ code }) => code));
  const heads = ['tariff', 'amo', 'amc', 'rest'] as const;

  return (
    <div className={onQuantity ? 'acts open' : 'acts'}>
      <table>
        <caption className="sr">{t('lines.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lines.code')}</th>
            <th scope="col">{t('lines.act')}</th>
            <th scope="col" className="num">
              {t('lines.quantity')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="num">
                {t(`lines.${head}`)}
              </th>
            ))}
            {onQuantity && (
              <td className="off">
                <span className="sr">{t('lines.removeHead')}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {charge.lines.map((line) => (
            <Line key={line.code} line={line} isDoubtful={doubtful.has(line.code)} onQuantity={onQuantity} />
          ))}
          {charge.lines.length === 0 && (
            <tr>
              <td colSpan={8} className="muted">
                {t('lines.none')}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('lines.total')}
            </th>
            {totals.map((cents, at) => (
              <td key={heads[at]} className="num">
                <Amount cents={cents} />
              </td>
            ))}
            {onQuantity && <td className="off" />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface LineProps {
  line: ChargeLine;
  isDoubtful: boolean;
  onQuantity: ChargeLinesProps['onQuantity'];
}

function Line({ line, isDoubtful: isPriceDoubtful, onQuantity }: LineProps) {
  const { t } = useTranslation('billing');
  const label = useActLabel()(line);
  return (
    <tr>
      <td className="code">{line.code}</td>
      <td className="name">
        <span className="trunc" title={label}>
          {label}
        </span>
        {isPriceDoubtful && <Chip tone="warn">{t('tariffs.check')}</Chip>}
      </td>
      <td className="num qty">
        {onQuantity ? (
          <QuantityInput
            label={t('lines.quantityOf', { act: label })}
            quantity={line.quantity}
            onChange={(quantity) => onQuantity(line.code, quantity)}
          />
        ) : (
          line.quantity
        )}
      </td>
      {[line.totalCents, line.amoCents, line.amcCents, restOf(line)].map((cents, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
        <td key={at} className="num">
          <Amount cents={cents} />
        </td>
      ))}
      {onQuantity && (
        <td className="off">
          <IconButton
            icon={IconX}
            label={t('lines.remove', { act: label })}
            look="ghost"
            size="xs"
            onClick={() => onQuantity(line.code, 0)}
          />
        </td>
      )}
    </tr>
  );
}
