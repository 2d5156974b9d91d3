import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import type { MoveRefusal } from './use-week-moves';

/** A move that was given back, and why. */
export function RefusalBand({ refusal, onClose }: { refusal: MoveRefusal; onClose: () => void }) {
  const { t } = useTranslation('week');
  return (
    <div className="week-refusal" role="alert">
      <p>
        <b>{t('notMoved')}</b> {refusal.sentence}
      </p>
      <IconButton icon={IconX} label={t('close')} look="ghost" size="sm" onClick={onClose} />
    </div>
  );
}
