import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button, IconButton } from '../../ui/button';
import { useDayScreen } from './day-screen-context';
import { askPlaces, hover, takeInHand } from './pince';
import type { Drops } from './use-drops';
import { useSlotWords } from './use-slot-words';

/** A refused drop: what was refused and why, and the next free place in one click. */
export function DropBanner({ drops }: { drops: Drops }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { go } = useDayScreen();
  const { when } = useSlotWords();
  if (!drops.refusal) return null;
  const { visit, sentence, next, isLength, durationMin } = drops.refusal;
  const until = next && formats.timeOfMinutes(next.startMin + next.durationMin);
  const takeNext = () => next && void drops.move(visit, next);
  const seeOthers = () => {
    drops.forget();
    takeInHand(visit);
    hover({ durationMin });
    askPlaces();
    go({ rdv: visit.id }, true);
  };
  return (
    <div className="drop-banner" role="alert">
      <p>
        <b>{t(isLength ? 'banner.sameLength' : 'banner.moved')}</b> {sentence}{' '}
        {next && (isLength ? t('banner.freeUntil', { until }) : t('banner.next', { when: when(next) }))}
      </p>
      {next && (
        <Button size="xs" look="primary" onClick={takeNext}>
          {isLength ? t('banner.takeUntil', { until }) : t('banner.take', { when: when(next) })}
        </Button>
      )}
      <Button size="xs" onClick={seeOthers}>
        {t('banner.others')}
      </Button>
      <IconButton icon={IconX} label={t('banner.close')} look="ghost" size="sm" onClick={drops.forget} />
    </div>
  );
}
