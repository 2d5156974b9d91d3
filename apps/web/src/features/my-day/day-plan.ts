import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { displayGaps, freeGaps } from '@pupitre/shared/planning/availability';
import type { Interval } from '@pupitre/shared/planning/interval';

/** Under this a gap is a breath, not a free place. */
const SHORTEST_GAP_MIN = 10;
/** Free time is told from a line of the agenda's grid. */
const GRID_MIN = 5;

export type PlanRow =
  | { readonly kind: 'visit'; readonly visit: AppointmentCard }
  | { readonly kind: 'free'; readonly startMin: number; readonly minutes: number };

export interface DayPlan {
  /** Visits of the day that were not cancelled, and those that are over for the practitioner. */
  readonly total: number;
  readonly seen: number;
  /** Instant at which the last visit should end, lateness included; null when nobody is left to see. */
  readonly endsAt: Date | null;
  /** Urgent and waiting, longest first. */
  readonly urgent: readonly AppointmentCard[];
  readonly inRoom: readonly AppointmentCard[];
  /** Who comes next: somebody who waits, else, when the room is empty, whoever is expected first. */
  readonly next: AppointmentCard | null;
  /** The others by hour, with the free time between them. */
  readonly rest: readonly PlanRow[];
}

export interface DayPlanQuestion {
  readonly visits: readonly AppointmentCard[];
  readonly latenessMinutes: number;
  /** When the column works on the day. */
  readonly open: readonly Interval[];
  readonly nowMin: number;
}

const byStart = (a: AppointmentCard, b: AppointmentCard) => a.startMin - b.startMin || (a.id < b.id ? -1 : 1);

/** The day in the order a practitioner needs it: urgent, under way, next, the rest. */
export function planOf({ visits, latenessMinutes, open, nowMin }: DayPlanQuestion): DayPlan {
  const sorted = visits.toSorted(byStart);
  const of = (...statuses: AppointmentCard['status'][]) => sorted.filter(({ status }) => statuses.includes(status));
  const kept = sorted.filter(({ status }) => status !== 'cancelled' && status !== 'requested');
  const inRoom = of('in_consultation');
  const present = of('arrived');
  const urgent = present.filter((visit) => visit.urgent);
  const expected = of('booked', 'confirmed');
  const next = present.find((visit) => !visit.urgent) ?? (isIdle(inRoom, urgent) ? (expected[0] ?? null) : null);
  const rest = [...present, ...expected].filter((visit) => visit !== next && !urgent.includes(visit)).sort(byStart);
  const last = [...inRoom, ...present, ...expected].map(({ endsAt }) => Date.parse(endsAt));
  return {
    total: kept.length,
    seen: of('to_collect', 'done').length,
    endsAt: last.length > 0 ? new Date(Math.max(...last) + latenessMinutes * 60_000) : null,
    urgent,
    inRoom,
    next,
    rest: withFreeTime(rest, freeGaps(open, kept), nowMin),
  };
}

const isIdle = (...lists: readonly (readonly AppointmentCard[])[]) => lists.every((list) => list.length === 0);

function withFreeTime(visits: readonly AppointmentCard[], gaps: readonly Interval[], nowMin: number): PlanRow[] {
  const from = Math.ceil(nowMin / GRID_MIN) * GRID_MIN;
  const ahead = gaps.map(({ startMin, endMin }) => ({ startMin: Math.max(startMin, from), endMin }));
  const free = displayGaps(ahead, SHORTEST_GAP_MIN);
  const rows: PlanRow[] = [
    ...visits.map((visit) => ({ kind: 'visit' as const, visit })),
    ...free.map(({ startMin, minutes }) => ({ kind: 'free' as const, startMin, minutes })),
  ];
  return rows.sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (row: PlanRow) => (row.kind === 'visit' ? row.visit.startMin : row.startMin);

/** Where « Terminer » leads: to the desk when the motif has usual acts, even with nothing to pay. */
export const finishedStatus = (hasUsualActs: boolean) => (hasUsualActs ? 'to_collect' : 'done');
