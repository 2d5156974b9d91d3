import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';

export const boardLists = ['expected', 'present', 'inRoom', 'toCollect'] as const;
export type BoardList = (typeof boardLists)[number];

export interface Board extends Readonly<Record<BoardList, readonly AppointmentCard[]>> {
  readonly done: readonly AppointmentCard[];
  readonly absent: readonly AppointmentCard[];
  readonly left: readonly AppointmentCard[];
  readonly cancelled: readonly AppointmentCard[];
}

const NOON = 720;

const byStart = (a: AppointmentCard, b: AppointmentCard) => a.startMin - b.startMin || (a.id < b.id ? -1 : 1);
const urgentFirst = (a: AppointmentCard, b: AppointmentCard) => Number(b.urgent) - Number(a.urgent);
/** Instants of one server in one form: their order as text is that of time, an unknown one last. */
const bySince = (since: (visit: AppointmentCard) => string | null) => (a: AppointmentCard, b: AppointmentCard) =>
  Date.parse(since(a) ?? '9999-12-31') - Date.parse(since(b) ?? '9999-12-31') || byStart(a, b);

const byWait = bySince(({ arrivedAt }) => arrivedAt);
const byCall = bySince(({ calledAt }) => calledAt);
const byEnd = bySince(({ seenAt }) => seenAt);

/** The day as the waiting room sees it. A request from the public page is not expected before the desk accepts it. */
export function boardOf(visits: readonly AppointmentCard[]): Board {
  const of = (...statuses: AppointmentCard['status'][]) => visits.filter(({ status }) => statuses.includes(status));
  return {
    expected: of('booked', 'confirmed').sort(byStart),
    present: of('arrived').sort((a, b) => urgentFirst(a, b) || byWait(a, b)),
    inRoom: of('in_consultation').sort((a, b) => urgentFirst(a, b) || byCall(a, b)),
    toCollect: of('to_collect').sort(byEnd),
    done: of('done').sort(byStart),
    absent: of('no_show').sort(byStart),
    left: of('left').sort(byStart),
    cancelled: of('cancelled').sort(byStart),
  };
}

/** Minutes waited by those whose arrival was noted; somebody without one is in no figure. */
export function waitsOf(present: readonly AppointmentCard[], now: Date): number[] {
  return present.flatMap(({ arrivedAt }) => (arrivedAt ? [waitedMinutes(arrivedAt, now)] : []));
}

/** The middle one, or the mean of the two middle ones in whole minutes; null when nobody waits. */
export function medianOf(waits: readonly number[]): number | null {
  const sorted = [...waits].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** Those of the half day under way, then the others: nobody is hidden, the next hours come first. */
export function halfDays(expected: readonly AppointmentCard[], nowMin: number) {
  if (nowMin >= NOON) return { part: 'afternoon' as const, soon: expected, later: [] };
  return {
    part: 'morning' as const,
    soon: expected.filter(({ startMin }) => startMin < NOON),
    later: expected.filter(({ startMin }) => startMin >= NOON),
  };
}

/** End of the waiting bar: forty minutes, or more where the practice is warned later, the mark at three quarters. */
export function waitScale(alertMinutes: number): number {
  return Math.max(40, Math.ceil((alertMinutes * 4) / 30) * 10);
}
