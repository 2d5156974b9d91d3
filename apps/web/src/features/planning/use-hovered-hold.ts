import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import type { HeldPlace } from '../../lib/held-place';
import { useMay } from '../../lib/session';
import { useHeldPlace } from '../../lib/use-held-place';
import type { DayScreen } from './day-screen-context';
import { type Pinced, usePince } from './pince';
import type { Drops } from './use-drops';

/** The place a visit in hand hovers over is held, where it could be let go: D, the arrows, and nobody comes between. */
export function useHoveredHold({ practiceId, day }: Pick<DayScreen, 'practiceId' | 'day'>, drops: Drops): void {
  const mayHold = useMay()('appointment.book');
  const pinced = usePince();
  const place = pinced && mayHold ? hoveredPlace(pinced, day) : null;
  const isFree =
    place !== null &&
    drops.isAllowed(pinced?.visit.id ?? '', {
      ...{ columnId: place.resourceId, startMin: place.startMin, endMin: place.startMin + place.durationMin },
    });
  useHeldPlace(practiceId, isFree ? place : null, false);
}

/** None where it stands already, nor once the free places are listed: the one chosen there is held by their list. */
function hoveredPlace({ visit, columnId, startMin, durationMin, slotPage }: Pinced, day: string): HeldPlace | null {
  const span = { startMin, endMin: startMin + durationMin };
  const isAtHome = visit.day === day && visit.resourceId === columnId && intervalsOverlap(visit, span);
  return isAtHome || slotPage !== null
    ? null
    : { resourceId: columnId, motifId: visit.motifId, day, startMin, durationMin };
}
