import { addDays, clockChange, isoWeekday, type LocalDay, toInstant, toLocal } from '../time/zone.js';
import { type Interval, mergeIntervals, subtractIntervals } from './interval.js';
import { localSpan } from './local-span.js';
import { type HolidayCode, publicHoliday } from './public-holidays.js';

export type { Interval } from './interval.js';

/** Weekly opening of a resource: isodow 1 (Monday) to 7, minutes of the day, both validity days inclusive. */
export interface OpeningRule {
  readonly resourceId: string;
  readonly isodow: number;
  readonly startMin: number;
  readonly endMin: number;
  readonly validFrom: LocalDay | null;
  readonly validTo: LocalDay | null;
}

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
export type ClosedReason = HoursReason | { readonly kind: 'holiday'; readonly code: HolidayCode } | AbsentReason;

export type HoursReason =
  | { readonly kind: 'before_opening'; readonly opensAtMin: number }
  | { readonly kind: 'break'; readonly resumesAtMin: number }
  | { readonly kind: 'closed' };

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

/** Minutes of the longest opening these weekly rules ever give, spans that touch taken as one: nothing longer fits. */
export function longestOpening(rules: readonly OpeningRule[]): number {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((isodow) =>
    mergeIntervals(rules.filter((rule) => rule.isodow === isodow)),
  );
  return Math.max(0, ...weekdays.flat().map(({ startMin, endMin }) => endMin - startMin));
}

/** One resource, one local day. `open` and `closed` are sorted and together cover 0..1440 once, exactly. */
export interface PracticeDay {
  readonly day: LocalDay;
  readonly open: readonly Interval[];
  readonly closed: readonly ClosedSpan[];
  readonly holiday: HolidayCode | null;
}

export interface PracticeDayQuestion {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly zone: string;
  readonly holidayZone: string;
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
}

const RETURN_SEARCH_DAYS = 31;

/**
 * When a resource works on a local day, and why not the rest of the time.
 * A holiday closes the whole day. An absence is told over its whole extent, even where the day was closed anyway.
 * Minutes that a clock change skips are closed; a minute that comes twice is open once, its first time.
 */
export function practiceDay(question: PracticeDayQuestion): PracticeDay {
  const { day, holidayZone } = question;
  const holiday = publicHoliday(day, holidayZone);
  if (holiday) {
    return {
      day,
      open: [],
      closed: [{ startMin: 0, endMin: 1440, reason: { kind: 'holiday', code: holiday } }],
      holiday,
    };
  }
  const absent = closedByAbsence(question);
  const open = subtractIntervals(ruleHours(question), absent);
  const closed: ClosedSpan[] = [...absent, ...closedAround(open, absent)].sort((a, b) => a.startMin - b.startMin);
  return { day, open, closed, holiday };
}

/** The open intervals of a day alone: the same answer as `practiceDay(question).open`, without the reasons. */
export function openIntervals(question: PracticeDayQuestion): Interval[] {
  if (publicHoliday(question.day, question.holidayZone)) return [];
  return subtractIntervals(
    ruleHours(question),
    absencesOf(question).map(({ span }) => span),
  );
}

/** The weekly hours that apply on the day, before holidays and absences; merged, skipped minutes taken out. */
export function ruleHours({
  resourceId,
  day,
  zone,
  rules,
}: Omit<PracticeDayQuestion, 'absences' | 'holidayZone'>): Interval[] {
  const isodow = isoWeekday(day);
  const hours = rules.filter(
    (rule) =>
      rule.resourceId === resourceId &&
      rule.isodow === isodow &&
      (rule.validFrom === null || rule.validFrom <= day) &&
      (rule.validTo === null || day <= rule.validTo),
  );
  const change = hours.length > 0 ? clockChange(day, zone) : null;
  const skipped = change ? [{ startMin: change.fromMin, endMin: change.toMin }] : [];
  return subtractIntervals(hours, skipped);
}

/** Absences of the resource that meet the day, earliest first, each with the minutes it takes. */
function absencesOf({ resourceId, day, zone, absences }: PracticeDayQuestion) {
  return absences
    .filter((absence) => absence.resourceId === resourceId)
    .flatMap((absence) => {
      const span = localSpan(absence.startsAt, absence.endsAt, day, zone);
      return span ? [{ absence, span }] : [];
    })
    .sort((a, b) => a.span.startMin - b.span.startMin || (a.absence.id < b.absence.id ? -1 : 1));
}

/** The part of the day outside the weekly hours, before holidays and absences: why the desk cannot book there at all. */
export function closedByHours(
  question: Omit<PracticeDayQuestion, 'absences' | 'holidayZone'>,
): ClosedSpan<HoursReason>[] {
  return closedAround(ruleHours(question), []);
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

function closedAround(open: readonly Interval[], absent: readonly Interval[]): ClosedSpan<HoursReason>[] {
  const elsewhere = subtractIntervals([{ startMin: 0, endMin: 1440 }], [...open, ...absent]);
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
