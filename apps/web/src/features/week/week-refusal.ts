import type { Permission } from '@pupitre/shared/access/roles';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import type { RefusedPlace } from '@pupitre/shared/planning/refused-place.contract';
import { rajoutsBeside } from '@pupitre/shared/planning/taken-minutes';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { Rajout } from '../../lib/use-rajout-words';
import type { RefusalLine } from '../../ui/refusal-list';
import { canMove } from './use-week-cards';
import { activeVisits, type WeekDay } from './week-days';
import type { WeekPlace } from './week-places';

export interface MoveRefusal {
  readonly visit: WeekVisit;
  /** Where it was let go. */
  readonly place: WeekPlace;
  /** Every reason; a single sentence when the failure is no refusal of the place. */
  readonly told: readonly RefusalLine[];
  /** All of them, when this person may pass over each. */
  readonly codes: readonly string[] | null;
  /** Where it would stand among the rajouts of its half-day; null when it stands alone. */
  readonly rajout: Rajout | null;
  /** The first place that would do. */
  readonly next: WeekPlace | null;
  /** The one visit that stands there and could take the place this one leaves. */
  readonly other: WeekVisit | null;
}

interface Around {
  readonly days: readonly WeekDay[];
  readonly setup: Pick<PracticeSetup, 'motifs'>;
  readonly permissions: readonly Permission[];
}

export const lengthOf = ({ startMin, endMin }: { readonly startMin: number; readonly endMin: number }): number =>
  endMin - startMin;

/** What can be done about a move that was given back; nothing where it is no refusal of the place. */
export function refusalOf(
  visit: WeekVisit,
  place: WeekPlace,
  refused: RefusedPlace | null,
  { days, setup, permissions }: Around,
): Pick<MoveRefusal, 'codes' | 'rajout' | 'next' | 'other'> {
  if (!refused) return { codes: null, rajout: null, next: null, other: null };
  const { refusals, alternatives } = refused;
  const canPassOver = refusals.every(({ mayOverride }) => mayOverride);
  const codes = canPassOver ? [...new Set(refusals.map(({ code }) => code))] : null;
  const isSameStart = visit.day === place.day && visit.startMin === place.startMin;
  const [next = null] = isSameStart ? [] : alternatives.filter(({ resourceId }) => resourceId === visit.resourceId);
  const there = days.find(({ day }) => day === place.day);
  const others = (there?.visits ?? []).filter(({ id }) => id !== visit.id);
  const met = there
    ? activeVisits(there).filter(({ id, ...span }) => id !== visit.id && intervalsOverlap(span, place))
    : [];
  const [only = null] = met.length === 1 && !isSameStart ? met : [];
  return {
    codes,
    rajout: codes?.includes('appointment.slot_taken') ? rajoutAt(visit, place, others, setup) : null,
    next: next && { day: next.day, startMin: next.startMin, endMin: next.startMin + lengthOf(place) },
    other: only && only.meetingId === null && canMove(only, permissions) ? only : null,
  };
}

function rajoutAt(
  { resourceId, motifId }: WeekVisit,
  { startMin }: WeekPlace,
  others: readonly WeekVisit[],
  { motifs }: Around['setup'],
): Rajout {
  const standing = others
    .filter(({ status }) => status !== 'cancelled')
    .map((visit) => ({ ...visit, rajoutReason: visit.isRajout ? '' : null }));
  return {
    number: rajoutsBeside(standing, resourceId, startMin) + 1,
    allowed: motifs.find(({ id }) => id === motifId)?.rajouts ?? 0,
    part: startMin < 720 ? 'morning' : 'afternoon',
  };
}
