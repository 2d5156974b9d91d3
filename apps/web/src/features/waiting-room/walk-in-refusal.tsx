import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { refusedPlaceOf } from '../../lib/refused-place';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { PassOver } from '../../ui/pass-over';
import { RefusalList } from '../../ui/refusal-list';
import { useRoom } from './room-context';

export interface WalkInRefusalProps {
  error: Error;
  onRetry: () => void;
  onPlace: (place: FreeSlotView) => void;
  onPassOver: (codes: readonly string[], reason: string) => void;
}

/** Why the place cannot be given, all reasons at once, the next places of the same day, and the way past. */
export function WalkInRefusal({ error, onRetry, onPlace, onPassOver }: WalkInRefusalProps) {
  const { t } = useTranslation('waiting-room');
  const { day } = useRoom();
  const formats = useFormats();
  const say = useProblemSentence();
  const [reason, setReason] = useState('');
  const refused = refusedPlaceOf(error);
  if (!refused) return <ErrorState error={error} kept={t('walkIn.kept')} onRetry={onRetry} />;
  // Somebody who stands there does not come back tomorrow as a walk-in.
  const places = refused.alternatives.filter((place) => place.day === day);
  const isTaken = refused.refusals.some(({ code }) => code === 'appointment.slot_taken');
  const lines = refused.refusals.map((refusal) => ({
    ...refusal,
    sentence:
      refusal.code === 'appointment.slot_taken'
        ? t('walkIn.taken')
        : say(new ApiProblem({ status: 409, code: refusal.code, details: { ...refusal.details } })).sentence,
  }));
  return (
    <div className="msg bad" role="alert">
      <RefusalList lines={lines} />
      <p>{t(places.length > 0 ? 'walkIn.places' : 'walkIn.noPlace')}</p>
      <div className="acts">
        {places.map((place) => (
          <Button key={place.startMin} size="sm" onClick={() => onPlace(place)}>
            {formats.timeOfMinutes(place.startMin)}
          </Button>
        ))}
      </div>
      {refused.refusals.every(({ mayOverride }) => mayOverride) && (
        <PassOver
          reason={reason}
          onReason={setReason}
          onConfirm={() => onPassOver([...new Set(refused.refusals.map(({ code }) => code))], reason.trim())}
          rajout={isTaken ? t('walkIn.rajout') : null}
          isBusy={false}
        />
      )}
    </div>
  );
}
