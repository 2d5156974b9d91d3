import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useRajoutWords } from '../../lib/use-rajout-words';
import { RefusedMove } from '../../ui/refused-move';
import { useDayScreen } from './day-screen-context';
import { askPlaces, hover, takeInHand } from './pince';
import type { DropRefusal, Drops } from './use-drops';
import { useSlotWords } from './use-slot-words';

/** A refused drop: every reason, the next free place in one click, and the way past for whoever may. */
export function DropBanner({ drops }: { drops: Drops }) {
  const { refusal } = drops;
  if (!refusal) return null;
  const { visit, place } = refusal;
  return (
    <Banner
      key={`${visit.id} ${place.resourceId} ${place.day} ${place.startMin} ${place.durationMin}`}
      drops={drops}
      refusal={refusal}
    />
  );
}

function Banner({ drops, refusal }: { drops: Drops; refusal: DropRefusal }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { go, clock } = useDayScreen();
  const { when } = useSlotWords();
  const sayRajout = useRajoutWords(clock.today);
  const { visit, told, codes, rajout, next, other, isLength, place } = refusal;
  const until = next && formats.timeOfMinutes(next.startMin + next.durationMin);
  const seeOthers = () => {
    drops.forget();
    takeInHand(visit);
    hover({ durationMin: place.durationMin });
    askPlaces();
    go({ rdv: visit.id }, true);
  };
  const swap = other && {
    label: t('banner.swap', { who: formats.nameFull(other.patient) }),
    run: () => void drops.swap(),
  };
  return (
    <RefusedMove
      title={t(isLength ? 'banner.sameLength' : 'banner.moved')}
      told={told}
      note={next && (isLength ? t('banner.freeUntil', { until }) : t('banner.next', { when: when(next) }))}
      take={
        next && {
          label: isLength ? t('banner.takeUntil', { until }) : t('banner.take', { when: when(next) }),
          run: () => void drops.move(visit, next),
        }
      }
      acts={[...(swap ? [swap] : []), { label: t('banner.others'), run: seeOthers }]}
      passing={codes && { rajout: rajout && sayRajout(rajout, place.day), confirm: drops.passOver }}
      closeLabel={t('banner.close')}
      onClose={drops.forget}
    />
  );
}
