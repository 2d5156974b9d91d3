import { isActive } from '@pupitre/shared/planning/appointment-status';
import { type Interval, subtractIntervals } from '@pupitre/shared/planning/interval';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import type { DayLoadView, WeekDayView, WeekView, WeekVisit } from '@pupitre/shared/planning/week.contract';
import { isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { type FreePiece, freePieces } from '../../lib/free-pieces';

export interface WeekDay {
  readonly day: LocalDay;
  readonly load: WeekDayView;
  /** Staff meetings and sessions of the column. */
  readonly meetings: readonly MeetingView[];
  /** Cancelled ones included. */
  readonly visits: readonly WeekVisit[];
  readonly free: readonly FreePiece[];
}

export interface Clock {
  readonly today: LocalDay;
  /** Minute of today. */
  readonly minute: number;
}

/** Days of one column, without the Saturday and Sunday on which nothing happens. */
export function weekDaysOf({ visits, meetings, days }: WeekView, { today, minute }: Clock): WeekDay[] {
  return days
    .map((load) => ({
      day: load.day,
      load,
      meetings: meetings.filter(({ day }) => day === load.day),
      visits: visits.filter(({ day }) => day === load.day),
      free: freePieces(load.gaps, load.day === today ? minute : 0),
    }))
    .filter(
      ({ day, load, visits: own, meetings: gathered }) => isShown(day, [load]) || own.length > 0 || gathered.length > 0,
    );
}

/** Working days always; a weekend when a column opens, has visits, or says why it does not. */
export function isShown(day: LocalDay, loads: readonly Pick<DayLoadView, 'closed' | 'visits'>[]): boolean {
  return isoWeekday(day) < 6 || loads.some(({ closed, visits }) => closed?.kind !== 'closed' || visits > 0);
}

export interface Frame {
  readonly openMin: number;
  readonly closeMin: number;
}

const usual: Frame = { openMin: 8 * 60, closeMin: 19 * 60 };

/** The hours to draw: whole hours around everything open or booked in the week; ordinary ones when there is nothing. */
export function frameOfWeek(days: readonly WeekDay[]): Frame {
  const spans = days.flatMap(({ load, visits, meetings }) => [...openOf(load), ...visits, ...meetings]);
  if (spans.length === 0) return usual;
  const first = Math.min(...spans.map(({ startMin }) => startMin));
  const last = Math.max(...spans.map(({ endMin }) => endMin));
  return { openMin: Math.floor(first / 60) * 60, closeMin: Math.min(1440, Math.ceil(last / 60) * 60) };
}

export const openOf = ({ closedSpans }: Pick<WeekDayView, 'closedSpans'>): Interval[] =>
  subtractIntervals([{ startMin: 0, endMin: 1440 }], closedSpans);

/** As the load counts them, those who came in beside another visit apart. */
export function countsOf({ load, visits }: Pick<WeekDay, 'load' | 'visits'>) {
  const rajouts = activeVisits({ visits }).filter(({ isRajout }) => isRajout).length;
  return { booked: Math.max(0, load.visits - rajouts), rajouts };
}

export const activeVisits = ({ visits }: Pick<WeekDay, 'visits'>): WeekVisit[] =>
  visits.filter(({ status }) => isActive(status));

/** The gap a place lies in, from the place on; null where nothing is free. */
export function roomAt(days: readonly WeekDay[], day: LocalDay, startMin: number): number | null {
  const piece = days
    .find((one) => one.day === day)
    ?.free.find((free) => free.startMin <= startMin && startMin < free.endMin);
  return piece ? piece.gapEndMin - startMin : null;
}
