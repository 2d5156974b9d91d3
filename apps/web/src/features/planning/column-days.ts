import type { AppointmentCard, DayView } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import {
  type Interval,
  intersectIntervals,
  intervalsOverlap,
  subtractIntervals,
} from '@pupitre/shared/planning/interval';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { type ClosedSpan, practiceDay, reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { freeOf } from '@pupitre/shared/planning/taken-minutes';
import { columnHours, locumOn } from '@pupitre/shared/practices/column-hours';
import type { LocumView } from '@pupitre/shared/practices/locum.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { type FreePiece, freePieces } from '../../lib/free-pieces';
import type { LoadKind } from '../../planner/types';

export interface ColumnDay {
  readonly resource: ResourceView;
  readonly open: readonly Interval[];
  readonly closed: readonly ClosedSpan[];
  /** Cancelled ones included. */
  readonly visits: readonly AppointmentCard[];
  readonly free: readonly FreePiece[];
  /** Free, and kept for emergencies: not counted with the rest. */
  readonly reserved: readonly FreePiece[];
  /** Who works in it in place of its practitioner. */
  readonly locum: LocumView | null;
  readonly latenessMinutes: number;
  /** Staff meetings and group sessions that take its time. */
  readonly meetings: readonly MeetingView[];
}

export interface Clock {
  readonly today: LocalDay;
  /** Minute of today. */
  readonly minute: number;
}

/** One column's day by the same rules as the server: what is open, taken, closed and why, and still free. */
export function columnDay(
  setup: PracticeSetup,
  view: DayView,
  resource: ResourceView,
  clock: Clock,
  allMeetings: readonly MeetingView[] = [],
): ColumnDay {
  const question = { ...columnHours(setup, resource.id), day: view.day };
  const { open, closed } = practiceDay(question);
  const kept = reservedIntervals(question);
  const visits = view.appointments.filter(({ resourceId }) => resourceId === resource.id);
  const meetings = allMeetings.filter(({ resourceIds }) => resourceIds.includes(resource.id));
  const standing = view.appointments.filter(({ status }) => isActive(status));
  // By what each really takes, whatever its motif keeps today: what is drawn as free can be booked.
  const gaps = freeOf(resource.id, open, [...standing, ...meetings]);
  return {
    resource,
    open,
    closed,
    visits,
    meetings,
    free: freePieces(subtractIntervals(gaps, kept), offeredFrom(view.day, clock)),
    reserved: freePieces(intersectIntervals(gaps, kept), offeredFrom(view.day, clock)),
    locum: locumOn(setup, resource.id, view.day),
    latenessMinutes: view.lateness.find(({ resourceId }) => resourceId === resource.id)?.minutes ?? 0,
  };
}

/** Past free time is offered no more. */
function offeredFrom(day: LocalDay, { today, minute }: Clock): number {
  if (day === today) return minute;
  return day < today ? 1440 : 0;
}

export interface Frame {
  readonly openMin: number;
  readonly closeMin: number;
}

const USUAL: Frame = { openMin: 8 * 60, closeMin: 19 * 60 };

/** The hours to draw: whole hours around everything open or booked; an ordinary day when there is nothing. */
export function frameOf(days: readonly ColumnDay[]): Frame {
  const spans = days.flatMap(({ open, visits }) => [...open, ...visits]);
  if (spans.length === 0) return USUAL;
  const first = Math.min(...spans.map(({ startMin }) => startMin));
  const last = Math.max(...spans.map(({ endMin }) => endMin));
  return { openMin: Math.floor(first / 60) * 60, closeMin: Math.min(1440, Math.ceil(last / 60) * 60) };
}

export const activeVisits = ({ visits }: ColumnDay): readonly AppointmentCard[] =>
  visits.filter(({ status }) => isActive(status));

/** Those who came in beside another visit are counted apart. */
export function countsOf(visits: readonly AppointmentCard[]): { readonly booked: number; readonly rajouts: number } {
  const standing = visits.filter(({ status }) => isActive(status));
  const rajouts = standing.filter(({ rajoutReason }) => rajoutReason !== null).length;
  return { booked: standing.length - rajouts, rajouts };
}

/** One entry per half hour: closed, over, booked for the greater part of what is open, or free. */
export function loadOf(day: ColumnDay, { openMin, closeMin }: Frame, pastMin: number): LoadKind[] {
  const taken = activeVisits(day);
  const load: LoadKind[] = [];
  for (let startMin = openMin; startMin < closeMin; startMin += 30) {
    const half = { startMin, endMin: startMin + 30 };
    const open = lengthOf(day.open.flatMap((span) => crop(span, half)));
    const left = lengthOf(
      subtractIntervals(
        day.open.flatMap((span) => crop(span, half)),
        taken,
      ),
    );
    const isBooked = taken.some((visit) => intervalsOverlap(visit, half)) && left * 2 <= open;
    if (!isBooked) load.push(open === 0 ? 'closed' : 'free');
    else load.push(half.endMin <= pastMin ? 'done' : 'booked');
  }
  return load;
}

function crop(span: Interval, window: Interval): Interval[] {
  const startMin = Math.max(span.startMin, window.startMin);
  const endMin = Math.min(span.endMin, window.endMin);
  return startMin < endMin ? [{ startMin, endMin }] : [];
}

const lengthOf = (spans: readonly Interval[]) =>
  spans.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);

/** Visits that an absence of these minutes meets and whose patient is still to be seen. */
export const visitsToReplace = (visits: readonly AppointmentCard[], absent: Interval): readonly AppointmentCard[] =>
  visits.filter(
    (visit) =>
      ['requested', 'booked', 'confirmed', 'arrived'].includes(visit.status) && intervalsOverlap(visit, absent),
  );
