import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button';
import { useDayScreen } from './day-screen-context';
import { askPlaces, takeInHand } from './pince';
import type { Drops } from './use-drops';
import { useSlotWords } from './use-slot-words';

/** A refused drop: what was refused and why, and the next free place in one click. */
export function DropBanner({ drops }: { drops: Drops }) {
  const { t } = useTranslation('planning');
  const { go } = useDayScreen();
  const { when } = useSlotWords();
  if (!drops.refusal) return null;
  const { visit, sentence, next } = drops.refusal;
  const takeNext = () => next && void drops.move(visit, next);
  const seeOthers = () => {
    drops.forget();
    takeInHand(visit);
    askPlaces();
    go({ rdv: visit.id }, true);
  };
  return (
    <div className="drop-banner" role="alert">
      <p>
        <b>{t('banner.moved')}</b> {sentence} {next && t('banner.next', { when: when(next) })}
      </p>
      {next && (
        <Button size="xs" look="primary" onClick={takeNext}>
          {t('banner.take', { when: when(next) })}
        </Button>
      )}
      <Button size="xs" onClick={seeOthers}>
        {t('banner.others')}
      </Button>
      <IconButton icon={IconX} label={t('banner.close')} look="ghost" size="sm" onClick={drops.forget} />
    </div>
  );
}
