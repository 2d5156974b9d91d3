import { changeDue, usualCash } from '@pupitre/shared/billing/change';
import { parseEuros } from '@pupitre/shared/formats/parse';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';
import { ChangeBox } from './change-box';

interface CashFieldsProps {
  /** What the cash has to cover. */
  cents: number;
  given: string;
  onGiven: (given: string) => void;
  onDone: () => void;
}

/** What the patient hands over and what is given back. Left empty: the exact amount. */
export function CashFields({ cents, given, onGiven, onDone }: CashFieldsProps) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const handed = given.trim() === '' ? cents : parseEuros(given);
  const change = handed === null ? null : changeDue(cents, handed);
  const fault = handed === null ? t('fault.given') : change === null ? t('fault.tooLittle') : undefined;
  return (
    <div className="sect cash">
      <TextInput
        label={t('cash.given')}
        inputMode="decimal"
        autoComplete="off"
        data-first
        data-fault="given tooLittle"
        placeholder={plain(formats.euros(cents))}
        value={given}
        onChange={(event) => onGiven(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onDone()}
        fault={given.trim() !== '' ? fault : undefined}
        after={<span className="muted">€</span>}
      />
      <div className="qk">
        {usualCash(cents).map((usual) => (
          <Button
            key={usual}
            aria-pressed={given.trim() !== '' && usual === handed}
            onClick={() => onGiven(plain(formats.euros(usual)))}
          >
            <Amount cents={usual} />
          </Button>
        ))}
      </div>
      <ChangeBox cents={change ?? 0} />
    </div>
  );
}

/** The amount without its sign: the field has it already. */
const plain = (euros: string) => euros.replace(/[€\u202f\u00a0]/g, '');
