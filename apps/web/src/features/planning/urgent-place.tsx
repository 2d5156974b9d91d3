import type { UrgentPlaceView } from '@pupitre/shared/planning/urgent.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useDayScreen } from './day-screen-context';
import { dayQuery } from './planning.queries';

interface UrgentPlaceProps {
  place: UrgentPlaceView;
  column: string;
  /** Its reason is being asked. */
  isAsked: boolean;
  isBusy: boolean;
  onTake: () => void;
}

/** A place of today: what it is, when, with whom, and who would be seen later, « PETIT Jean 10 h 15 → 10 h 25 ». */
export function UrgentPlace({ place, column, isAsked, isBusy, onTake }: UrgentPlaceProps) {
  const { t } = useTranslation('urgent');
  const formats = useFormats();
  const { practiceId, clock } = useDayScreen();
  const { data } = useQuery(dayQuery(practiceId, clock.today));
  const { kind, startMin, endMin, delayed } = place;
  const nameOf = (appointmentId: string) => {
    const visit = data?.appointments.find(({ id }) => id === appointmentId);
    return visit ? formats.nameFull(visit.patient) : '';
  };
  return (
    <button
      type="button"
      className={`urgent-place is-${kind}`}
      aria-pressed={isAsked}
      aria-busy={isBusy || undefined}
      onClick={onTake}
    >
      <span className="row">
        <b className="tn">{formats.timeRange(startMin, endMin)}</b>
        <span className="trunc">{column}</span>
        <span className="sp" />
        <span className="urgent-kind">{t(`kind.${kind}`)}</span>
      </span>
      {delayed.length > 0 && (
        <span className="urgent-later">
          <span>{t('later', { count: delayed.length })}</span>
          {delayed.map(({ appointmentId, fromMin, toMin }) => (
            <span key={appointmentId} className="tn">
              {t('shift', {
                name: nameOf(appointmentId),
                from: formats.timeOfMinutes(fromMin),
                to: formats.timeOfMinutes(Math.min(1440, toMin)),
              })}
            </span>
          ))}
        </span>
      )}
      {kind === 'rajout' && delayed.length === 0 && <span className="urgent-later">{t('nobodyLater')}</span>}
    </button>
  );
}
