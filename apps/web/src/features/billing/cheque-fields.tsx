import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/text-input';

interface ChequeFieldsProps {
  number: string;
  bank: string;
  onNumber: (number: string) => void;
  onBank: (bank: string) => void;
  onDone: () => void;
}

/** In the order one reads a cheque with a number pad under the hand: its number, Enter, the bank, Enter. */
export function ChequeFields({ number, bank, onNumber, onBank, onDone }: ChequeFieldsProps) {
  const { t } = useTranslation('billing');
  const bankBox = useRef<HTMLInputElement>(null);
  return (
    <div className="sect cheque">
      <TextInput
        label={t('cheque.number')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        data-first
        value={number}
        onChange={(event) => onNumber(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && bankBox.current?.focus()}
      />
      <TextInput
        label={t('cheque.bank')}
        ref={bankBox}
        autoComplete="off"
        maxLength={60}
        value={bank}
        onChange={(event) => onBank(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onDone()}
        help={t('cheque.help')}
      />
    </div>
  );
}
