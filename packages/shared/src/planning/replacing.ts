import type { LocalDay } from '../time/zone.js';
import type { AppointmentStatus } from './appointment-status.js';
import type { FreeSlot } from './availability.js';

/** What the desk writes down about a visit that an absence meets. */
export const replacingMarks = ['to_call', 'told', 'aside', 'rebooked', 'refused'] as const;
export type ReplacingMark = (typeof replacingMarks)[number];

/** Where a visit stands on the list: what was written down, corrected by what became of the visit. */
export const replacingStates = [...replacingMarks, 'cancelled', 'settled'] as const;
export type ReplacingState = (typeof replacingStates)[number];

/** Why a place is offered; the three proposals of a visit, in this order. */
export const proposalKinds = ['same_practitioner', 'same_day', 'same_week'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export interface Proposal extends FreeSlot {
  readonly kind: ProposalKind;
}

/** A visit in the way, as the rules need it. */
export interface HitVisit {
  readonly status: AppointmentStatus;
  readonly urgent: boolean;
  /** ISO instant. */
  readonly startsAt: string;
}

export interface VisitToReplace {
  readonly id: string;
  /** Minutes the column is kept before and after the visit itself. */
  readonly beforeMin: number;
  readonly afterMin: number;
  /** Places that could be booked, by kind, the best first. */
  readonly candidates: Readonly<Record<ProposalKind, readonly FreeSlot[]>>;
}

/** Proposals of the whole table: by visit, at most one of each kind. */
export type ReplacingPlan = ReadonlyMap<string, readonly Proposal[]>;

/** Whoever comes within this time may have left home already. */
const soonMs = 2 * 3_600_000;

/**
 * 1: cannot wait. 2: there already, or about to leave home: on her way within two hours of `now`. 3: the others.
 * A visit whose hour is over is not « soon » any more.
 */
export function replacingPriority({ status, urgent, startsAt }: HitVisit, now: Date): 1 | 2 | 3 {
  if (urgent) return 1;
  const ahead = Date.parse(startsAt) - now.getTime();
  return status === 'arrived' || (ahead >= 0 && ahead <= soonMs) ? 2 : 3;
}

/** The order of the calls: by priority, then those who are there, then by time. `id` makes it the same on every desk. */
export function replacingOrder<V extends HitVisit & { readonly id: string }>(visits: readonly V[], now: Date): V[] {
  const isThere = ({ status }: HitVisit) => (status === 'arrived' ? 0 : 1);
  return [...visits].sort(
    (a, b) =>
      replacingPriority(a, now) - replacingPriority(b, now) ||
      isThere(a) - isThere(b) ||
      Date.parse(a.startsAt) - Date.parse(b.startsAt) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * Where a visit stands. What became of it weighs more than what was written: moved or cancelled elsewhere, it needs no
 * call; put back in the way by an undo, it needs one again. `isInTheWay`: it still stands on the absent column's time.
 */
export function replacingState(
  mark: ReplacingMark | null,
  status: AppointmentStatus,
  isInTheWay: boolean,
): ReplacingState {
  if (status === 'cancelled') return mark === 'refused' ? 'refused' : 'cancelled';
  if (!isInTheWay) return 'rebooked';
  if (!['requested', 'booked', 'confirmed', 'arrived'].includes(status)) return 'settled';
  return mark === 'told' || mark === 'aside' ? mark : 'to_call';
}

/** Whether somebody still has to do something about it. Put aside is not done: it comes back at the end of the list. */
export function isLeft(state: ReplacingState): boolean {
  return state === 'to_call' || state === 'aside';
}

/** « 17 / 23 »: how many are settled, of how many, and how many stand where. */
export function replacingProgress(states: readonly ReplacingState[]): {
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<ReplacingState, number>>;
} {
  const counts = Object.fromEntries(
    replacingStates.map((state) => [state, states.filter((one) => one === state).length]),
  ) as Record<ReplacingState, number>;
  return { done: states.filter((state) => !isLeft(state)).length, total: states.length, counts };
}

/**
 * Proposals for a whole table, without offering one place twice: no two of them meet on a column, buffers included.
 *
 * Every visit gets its first kind before any gets a second one, and within a kind the visits choose in the order given:
 * an earlier one never goes without a place that a later one was offered instead. Each proposal is one of the
 * candidates of its visit, so what can be booked is the caller's answer. `shown`, what stands on a screen already, is
 * kept while it is still a candidate: a list that is being read does not change under the eyes.
 */
export function allocateProposals(visits: readonly VisitToReplace[], shown: ReplacingPlan = new Map()): ReplacingPlan {
  const taken = new TakenPlaces();
  const plan = new Map<string, Proposal[]>(visits.map(({ id }) => [id, []]));
  const give = (visit: VisitToReplace, kind: ProposalKind, place: FreeSlot) => {
    taken.add(place, visit);
    plan.get(visit.id)?.push({ kind, ...placeOf(place) });
  };
  const has = ({ id }: VisitToReplace, kind: ProposalKind) => plan.get(id)?.some((given) => given.kind === kind);
  for (const kind of proposalKinds) {
    for (const visit of visits) {
      const kept = shown.get(visit.id)?.find((proposal) => proposal.kind === kind);
      const place = kept && visit.candidates[kind].find((candidate) => samePlace(candidate, kept));
      if (place && !has(visit, kind) && !taken.meets(place, visit)) give(visit, kind, place);
    }
  }
  for (const kind of proposalKinds) {
    for (const visit of visits) {
      const place = has(visit, kind) ? undefined : visit.candidates[kind].find((one) => !taken.meets(one, visit));
      if (place) give(visit, kind, place);
    }
  }
  for (const given of plan.values()) given.sort((a, b) => rankOf(a) - rankOf(b));
  return plan;
}

/**
 * How many candidates each of `durations` needs so that every visit can be offered one of them, whatever the others
 * took: a place given meets at most so many others of a series of places that follow each other. All in minutes.
 */
export function candidatesNeeded(durationMin: number, durations: readonly number[]): number {
  return durations.reduce((sum, other) => sum + Math.ceil(other / durationMin) + 1, 0);
}

type Buffers = Pick<VisitToReplace, 'beforeMin' | 'afterMin'>;

class TakenPlaces {
  private readonly spans = new Map<string, { from: number; to: number }[]>();

  add(place: FreeSlot, buffers: Buffers): void {
    const key = keyOf(place);
    this.spans.set(key, [...(this.spans.get(key) ?? []), spanOf(place, buffers)]);
  }

  meets(place: FreeSlot, buffers: Buffers): boolean {
    const { from, to } = spanOf(place, buffers);
    return (this.spans.get(keyOf(place)) ?? []).some((span) => span.from < to && from < span.to);
  }
}

const keyOf = ({ resourceId, day }: { resourceId: string; day: LocalDay }) => `${resourceId} ${day}`;
const spanOf = ({ startMin, endMin }: FreeSlot, { beforeMin, afterMin }: Buffers) => ({
  from: startMin - beforeMin,
  to: endMin + afterMin,
});
const placeOf = ({ resourceId, day, startMin, endMin }: FreeSlot): FreeSlot => ({ resourceId, day, startMin, endMin });
const samePlace = (a: FreeSlot, b: FreeSlot) => keyOf(a) === keyOf(b) && a.startMin === b.startMin;
const rankOf = ({ kind }: Proposal) => proposalKinds.indexOf(kind);
