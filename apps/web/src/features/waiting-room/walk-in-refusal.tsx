import type { FreeSlotView } from '@pupitre/shared/planning/appointment.contract';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { useRoom } from './room-context';
import { refusalOf } from './walk-in';

export interface WalkInRefusalProps {
  error: Error;
  onRetry: () => void;
  onPlace: (place: FreeSlotView) => void;
}

/** Why the place cannot be given, all reasons at once, and the next places of the same day. */
export function WalkInRefusal({ error, onRetry, onPlace }: WalkInRefusalProps) {
  const { t } = useTranslation('waiting-room');
  const { day } = useRoom();
  const formats = useFormats();
  const say = useProblemSentence();
  const refusal = refusalOf(error);
  if (!refusal) return <ErrorState error={error} kept={t('walkIn.kept')} onRetry={onRetry} />;
  // Somebody who stands there does not come back tomorrow as a walk-in.
  const places = refusal.alternatives.filter((place) => place.day === day);
  const reasons = refusal.refusals.map(({ code }) => code).filter((code) => code !== 'appointment.slot_taken');
  return (
    <div className="msg bad" role="alert">
      {refusal.refusals.length > reasons.length && <p>{t('walkIn.taken')}</p>}
      {[...new Set(reasons)].map((code) => (
        <p key={code}>{say(new ApiProblem({ status: 409, code: code as ApiProblem['code'] })).sentence}</p>
      ))}
      <p>{t(places.length > 0 ? 'walkIn.places' : 'walkIn.noPlace')}</p>
      <div className="acts">
        {places.map((place) => (
          <Button key={place.startMin} size="sm" onClick={() => onPlace(place)}>
            {formats.timeOfMinutes(place.startMin)}
          </Button>
        ))}
      </div>
    </div>
  );
}
