import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorState } from '../../../ui/error-state';
import { EffectView } from './effect-view';

interface EffectDialogProps {
  title: string;
  /** The word of the act. */
  act: string;
  effect: UseQueryResult<OpeningEffect>;
  change: UseMutationResult<unknown, Error, void>;
  onClose: () => void;
}

/** What a change of hours would leave outside, then the change: one more key, never a surprise. */
export function EffectDialog({ title, act, effect, change, onClose }: EffectDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={!effect.data}
            busy={change.isPending}
            onClick={() => change.mutate(undefined, { onSuccess: onClose })}
          >
            {act}
          </Button>
        </>
      }
    >
      {effect.error && <ErrorState error={effect.error} onRetry={() => void effect.refetch()} />}
      {change.error && (
        <ErrorState error={change.error} onRetry={() => change.mutate(undefined, { onSuccess: onClose })} />
      )}
      {effect.data && <EffectView effect={effect.data} />}
    </Dialog>
  );
}
