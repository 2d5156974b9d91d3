import { type PaymentMethod, paymentMethods } from '@pupitre/shared/billing/billing.contract';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { methodLooks } from './payment-methods';

/** Where F9 leads. */
export const PAY_GROUP = 'till-pay-group';

interface MethodGroupProps {
  value: PaymentMethod | null;
  /** `follow`: chosen on purpose (letter, click, Enter), the focus goes on; not by passing through with the arrows. */
  onPick: (method: PaymentMethod, follow: boolean) => void;
  /** The letters act while the focus is in here. */
  within: RefObject<HTMLElement | null>;
}

export function MethodGroup({ value, onPick, within }: MethodGroupProps) {
  const { t } = useTranslation('billing');
  const name = useId();
  return (
    <fieldset className="sect pm" id={PAY_GROUP}>
      <legend className="h3">{t('pay.method')}</legend>
      {paymentMethods.map((method) => (
        <MethodRadio
          key={method}
          method={method}
          name={name}
          isChosen={method === value}
          onPick={(follow) => onPick(method, follow)}
          within={within}
        />
      ))}
    </fieldset>
  );
}

interface MethodRadioProps {
  method: PaymentMethod;
  name: string;
  isChosen: boolean;
  onPick: (follow: boolean) => void;
  within: RefObject<HTMLElement | null>;
}

function MethodRadio({ method, name, isChosen, onPick, within }: MethodRadioProps) {
  const { t } = useTranslation('billing');
  const { icon, keys } = methodLooks[method];
  useShortcut({
    id: `till.pay.${method}`,
    keys,
    scope: 'focus',
    within,
    labelKey: `billing:method.${method}`,
    groupKey: 'billing:keys.group',
    run: () => onPick(true),
  });
  return (
    <label className="btn" data-method={method}>
      <input
        type="radio"
        name={name}
        checked={isChosen}
        aria-keyshortcuts={keys}
        onChange={() => onPick(false)}
        // Browsers click for the arrows too, without a press.
        onClick={(event) => event.detail > 0 && onPick(true)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onPick(true)}
      />
      <Icon of={icon} />
      {t(`method.${method}`)}
      <Kbd keys={keys} />
    </label>
  );
}
