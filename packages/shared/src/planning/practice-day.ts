import { addDays, type LocalDay, toInstant, toLocal } from '../time/zone.js';
import { type Interval, intersectIntervals, mergeIntervals, subtractIntervals } from './interval.js';
import { localSpan } from './local-span.js';
import {
  type ClosingReason,
  closingOf,
  type DayOpening,
  dayOpening,
  type HoursQuestion,
  type LocumDays,
  type OpeningHours,
  type OpeningQuestion,
  openBeforeAbsences,
  reservedHours,
} from './opening-hours.js';
import type { HolidayCode } from './public-holidays.js';

export type { Interval } from './interval.js';
export { longestOpening, type OpeningException, type OpeningRule, ruleHours } from './opening-hours.js';

/** `outside`: busy in an agenda kept elsewhere, which says no more. */
export type AbsenceReason = 'leave' | 'training' | 'sick' | 'meeting' | 'other' | 'outside';

/** [startsAt, endsAt) as ISO instants. */
export interface AbsenceSpan {
  readonly id: string;
  readonly resourceId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: AbsenceReason;
  readonly note: string;
}

/**
 * Why a stretch of the day is closed. `closed` is after the last opening or on a day off.
 * `returnsAt` is the ISO instant of the first open minute after the absence, or the end of the absence itself when
 * nothing opens in the thirty-one days that follow.
 */
export type ClosedReason = HoursReason | ClosingReason | AbsentReason;

export type HoursReason =
  | { readonly kind: 'before_opening'; readonly opensAtMin: number }
  | { readonly kind: 'break'; readonly resumesAtMin: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'exception'; readonly exceptionId: string; readonly reason: string };

export interface AbsentReason {
  readonly kind: 'absence';
  readonly absenceId: string;
  readonly reason: AbsenceReason;
  readonly note: string;
  readonly returnsAt: string;
}

export interface ClosedSpan<Reason extends ClosedReason = ClosedReason> extends Interval {
  readonly reason: Reason;
}

/** One resource, one local day. `open` and `closed` are sorted and together cover 0..1440 once, exactly. */
export interface PracticeDay {
  readonly day: LocalDay;
  readonly open: readonly Interval[];
  readonly closed: readonly ClosedSpan[];
  readonly holiday: HolidayCode | null;
}

/** All that says when columns work: their hours, their absences, and who stands in for whom. */
export interface AgendaHours extends OpeningHours {
  readonly absences: readonly AbsenceSpan[];
  readonly locums?: readonly LocumDays[];
}

export interface PracticeDayQuestion extends AgendaHours {
  readonly resourceId: string;
  readonly day: LocalDay;
}

const RETURN_SEARCH_DAYS = 31;
const wholeDay: Interval = { startMin: 0, endMin: 1440 };

/**
 * When a resource works on a local day, and why not the rest of the time.
 * An absence closes whatever else opens; then an explicit opening wins over an explicit closing, that over a holiday or
 * a closed day of the practice, that over the weekly hours. A locum works while the one she stands in for is absent.
 * An absence is told over its whole extent, even where the day was closed anyway; on a holiday, only over what opens.
 * Minutes that a clock change skips are closed; a minute that comes twice is open once, its first time.
 */
export function practiceDay(question: PracticeDayQuestion): PracticeDay {
  const opening = dayOpening(question);
  const closing = closingOf(question.day, question);
  const { opened, shut } = opening;
  const absences = closedByAbsence(question);
  const absent = closing ? absences.flatMap((span) => cutTo(span, opened)) : absences;
  const open = subtractIntervals(openBeforeAbsences(opening, closing), absent);
  const told = [...absent, ...without(closing ? holidaySpans(closing, opened) : shutSpans(shut), absent)];
  const closed: ClosedSpan[] = [...told, ...closedAround(open, told)].sort((a, b) => a.startMin - b.startMin);
  return { day: question.day, open, closed, holiday: closing?.kind === 'holiday' ? closing.code : null };
}

/** The open intervals of a day alone: the same answer as `practiceDay(question).open`, without the reasons. */
export function openIntervals(question: PracticeDayQuestion): Interval[] {
  const open = openBeforeAbsences(dayOpening(question), closingOf(question.day, question));
  return open.length === 0 ? [] : subtractIntervals(open, absentMinutes(question));
}

/** The open minutes of a day kept for emergencies; merged. They are open: whoever books there has to know. */
export function reservedIntervals(question: PracticeDayQuestion): Interval[] {
  const kept = reservedHours(question);
  return kept.length === 0 ? [] : subtractIntervals(kept, absentMinutes(question));
}

const absentMinutes = (question: PracticeDayQuestion): Interval[] => absencesOf(question).map(({ span }) => span);

/** Absences of the resource that meet the day, earliest first, each with the minutes it takes; none under a locum. */
function absencesOf({ resourceId, day, zone, absences, locums = [] }: PracticeDayQuestion) {
  if (locums.some((locum) => locum.resourceId === resourceId && locum.fromDay <= day && day <= locum.toDay)) return [];
  return absences
    .filter((absence) => absence.resourceId === resourceId)
    .flatMap((absence) => {
      const span = localSpan(absence.startsAt, absence.endsAt, day, zone);
      return span ? [{ absence, span }] : [];
    })
    .sort((a, b) => a.span.startMin - b.span.startMin || (a.absence.id < b.absence.id ? -1 : 1));
}

/** The part of the day outside the hours, before holidays and absences: why the desk cannot book there at all. */
export function closedByHours(question: HoursQuestion): ClosedSpan<HoursReason>[] {
  const opening = dayOpening(question);
  const shut = shutSpans(opening.shut);
  const open = mergeIntervals([...opening.opened, ...opening.weekly]);
  return [...shut, ...closedAround(open, shut)].sort((a, b) => a.startMin - b.startMin);
}

/** The part of the day that a holiday, or a closed day of the practice, takes: all but what is opened explicitly. */
export function closedByHoliday(question: OpeningQuestion): ClosedSpan<ClosingReason>[] {
  const closing = closingOf(question.day, question);
  return closing ? holidaySpans(closing, dayOpening(question).opened) : [];
}

/** The part of the day taken by absences, holiday or not. Where absences overlap, the one that began first tells why. */
export function closedByAbsence(question: PracticeDayQuestion): ClosedSpan<AbsentReason>[] {
  const told: ClosedSpan<AbsentReason>[] = [];
  for (const { absence, span } of absencesOf(question)) {
    const { id, reason, note } = absence;
    const returnsAt = returnAfter(absence, question);
    for (const left of subtractIntervals([span], told)) {
      told.push({ ...left, reason: { kind: 'absence', absenceId: id, reason, note, returnsAt } });
    }
  }
  return told;
}

function returnAfter(absence: AbsenceSpan, question: PracticeDayQuestion): string {
  const end = toLocal(new Date(absence.endsAt), question.zone);
  for (let ahead = 0; ahead <= RETURN_SEARCH_DAYS; ahead += 1) {
    const day = addDays(end.day, ahead);
    const notBefore = ahead === 0 ? end.minutes : 0;
    const open = openIntervals({ ...question, day }).find(({ endMin }) => endMin > notBefore);
    const back = open && toInstant(day, Math.max(open.startMin, notBefore), question.zone);
    if (back) return back.toISOString();
  }
  return absence.endsAt;
}

function holidaySpans(closing: ClosingReason, opened: readonly Interval[]): ClosedSpan<ClosingReason>[] {
  return subtractIntervals([wholeDay], opened).map((span) => ({ ...span, reason: closing }));
}

function shutSpans(shut: DayOpening['shut']): ClosedSpan<HoursReason>[] {
  return shut.map(({ startMin, endMin, exception: { id, reason } }) => ({
    ...{ startMin, endMin },
    reason: { kind: 'exception', exceptionId: id, reason },
  }));
}

/** The parts of a closed span that lie in some minutes, or outside them; each keeps its reason. */
const cutTo = <Reason extends ClosedReason>(span: ClosedSpan<Reason>, minutes: readonly Interval[]) =>
  intersectIntervals([span], minutes).map((part): ClosedSpan<Reason> => ({ ...part, reason: span.reason }));
const without = (spans: readonly ClosedSpan[], minutes: readonly Interval[]) =>
  spans.flatMap((span) =>
    subtractIntervals([span], minutes).map(
      ({ startMin, endMin }): ClosedSpan => ({ startMin, endMin, reason: span.reason }),
    ),
  );

function closedAround(open: readonly Interval[], absent: readonly Interval[]): ClosedSpan<HoursReason>[] {
  const elsewhere = subtractIntervals([wholeDay], [...open, ...absent]);
  return elsewhere.map((span) => ({ ...span, reason: closedReason(span, open) }));
}

function closedReason(span: Interval, open: readonly Interval[]): HoursReason {
  const next = open.find(({ startMin }) => startMin >= span.endMin);
  if (!next) return { kind: 'closed' };
  const hasWorked = open.some(({ endMin }) => endMin <= span.startMin);
  return hasWorked
    ? { kind: 'break', resumesAtMin: next.startMin }
    : { kind: 'before_opening', opensAtMin: next.startMin };
}
