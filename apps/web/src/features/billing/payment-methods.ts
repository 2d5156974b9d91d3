import type { PaymentMethod } from '@pupitre/shared/billing/billing.contract';
import { type Icon, IconCoins, IconCreditCard, IconTransfer, IconWriting } from '@tabler/icons-react';

/** Drawing and key of each means; the letters are those of Carte, Espèces, chèQue, Virement in both languages. */
export const methodLooks: Readonly<Record<PaymentMethod, { icon: Icon; keys: string }>> = {
  card: { icon: IconCreditCard, keys: 'B' },
  cash: { icon: IconCoins, keys: 'E' },
  cheque: { icon: IconWriting, keys: 'Q' },
  transfer: { icon: IconTransfer, keys: 'V' },
};
