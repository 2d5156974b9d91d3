import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';

/** What the desk should know of this split, and what the product does not do. */
export function ChargeNotes({ charge }: { charge: ChargeView }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const { participationCents } = charge.split;
  const sentences = [
    charge.longTermIllness && t('note.longTermIllness'),
    participationCents > 0 && t('note.participation', { amount: formats.euros(participationCents) }),
    t('note.careSheet'),
  ].filter(Boolean);
  return (
    <div className="call brand">
      <Icon of={IconInfoCircle} />
      <p>{sentences.join(' ')}</p>
    </div>
  );
}
