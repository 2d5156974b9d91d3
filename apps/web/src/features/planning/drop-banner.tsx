import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button, IconButton } from '../../ui/button';
import { PassOver } from '../../ui/pass-over';
import { RefusalList } from '../../ui/refusal-list';
import { useDayScreen } from './day-screen-context';
import { askPlaces, hover, takeInHand } from './pince';
import type { DropRefusal, Drops } from './use-drops';
import { useRajoutWords } from './use-rajout-words';
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
  const { t } = useTranslation(['planning', 'override']);
  const formats = useFormats();
  const { go } = useDayScreen();
  const { when } = useSlotWords();
  const [isPassing, setPassing] = useState(false);
  const { visit, told, codes, next, other, isLength, place } = refusal;
  const until = next && formats.timeOfMinutes(next.startMin + next.durationMin);
  const takeNext = () => next && void drops.move(visit, next);
  const seeOthers = () => {
    drops.forget();
    takeInHand(visit);
    hover({ durationMin: place.durationMin });
    askPlaces();
    go({ rdv: visit.id }, true);
  };
  return (
    <div className="drop-banner" role="alert">
      <div className="drop-why">
        <b>{t(isLength ? 'banner.sameLength' : 'banner.moved')}</b> <RefusalList lines={told} />
        {next && <p>{isLength ? t('banner.freeUntil', { until }) : t('banner.next', { when: when(next) })}</p>}
        {isPassing && <Passing drops={drops} refusal={refusal} />}
      </div>
      {next && (
        <Button size="xs" look="primary" onClick={takeNext}>
          {isLength ? t('banner.takeUntil', { until }) : t('banner.take', { when: when(next) })}
        </Button>
      )}
      {other && (
        <Button size="xs" onClick={() => void drops.swap()}>
          {t('banner.swap', { who: formats.nameFull(other.patient) })}
        </Button>
      )}
      {codes && !isPassing && (
        <Button size="xs" onClick={() => setPassing(true)}>
          {t(refusal.rajout ? 'override:confirmRajout' : 'override:confirm')}
        </Button>
      )}
      <Button size="xs" onClick={seeOthers}>
        {t('banner.others')}
      </Button>
      <IconButton icon={IconX} label={t('banner.close')} look="ghost" size="sm" onClick={drops.forget} />
    </div>
  );
}

/** Asked for by its button, it takes the focus from it. */
function Passing({ drops, refusal }: { drops: Drops; refusal: DropRefusal }) {
  const sayRajout = useRajoutWords();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const wasFocused = useRef(false);
  const { rajout, place } = refusal;
  return (
    <PassOver
      reason={reason}
      onReason={setReason}
      onConfirm={() => {
        setBusy(true);
        void drops.passOver(reason.trim()).finally(() => setBusy(false));
      }}
      rajout={rajout && sayRajout(rajout, place.day)}
      isBusy={isBusy}
      firstRef={(button) => {
        if (button && !wasFocused.current) button.focus();
        wasFocused.current = true;
      }}
    />
  );
}
