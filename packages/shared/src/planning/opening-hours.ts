import { mondayOf } from '../time/iso-week.js';
import { clockChange, daysBetween, isoWeekday, type LocalDay } from '../time/zone.js';
import { type Interval, mergeIntervals, subtractIntervals } from './interval.js';
import { type HolidayCode, publicHoliday } from './public-holidays.js';

/** What a stretch of opening is for: anything, or emergencies of the day (open time, kept for them). */
export const openingLabels = ['', 'urgent'] as const;
export type OpeningLabel = (typeof openingLabels)[number];

/**
 * Weekly opening of a resource: isodow 1 (Monday) to 7, minutes of the day, both validity days inclusive.
 * With an interval of 2 it holds every other week, counted from the week of the anchor; absent fields mean every week,
 * for anything, at the home site.
 */
export interface OpeningRule {
  readonly resourceId: string;
  readonly isodow: number;
  readonly startMin: number;
  readonly endMin: number;
  readonly validFrom: LocalDay | null;
  readonly validTo: LocalDay | null;
  readonly weekInterval?: 1 | 2;
  readonly weekAnchor?: LocalDay | null;
  readonly label?: OpeningLabel;
  /** Where the resource is then; null at its home site. */
  readonly siteId?: string | null;
}

/** One day that does not follow the week, for some of its minutes. */
export interface OpeningException {
  readonly id: string;
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
  readonly effect: 'open' | 'closed';
  readonly reason: string;
  readonly siteId?: string | null;
}

/** A day of the whole practice: a public holiday that is worked, or a day of its own that is not. */
export interface HolidayOverride {
  readonly day: LocalDay;
  readonly effect: 'worked' | 'closed';
  readonly label: string;
}

/** Days on which somebody else works in the agenda of a resource, both inclusive. */
export interface LocumDays {
  readonly resourceId: string;
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

/** All that says when the columns of one clock are open, absences apart. Lists may hold other resources. */
export interface OpeningHours {
  readonly zone: string;
  readonly holidayZone: string;
  readonly rules: readonly OpeningRule[];
  readonly exceptions?: readonly OpeningException[];
  readonly holidayOverrides?: readonly HolidayOverride[];
}

export interface OpeningQuestion extends OpeningHours {
  readonly resourceId: string;
  readonly day: LocalDay;
}

/** The same question without the calendar of the practice. */
export type HoursQuestion = Omit<OpeningQuestion, 'holidayZone' | 'holidayOverrides'>;

/** Why a day of the practice is closed from end to end. */
export type ClosingReason =
  | { readonly kind: 'holiday'; readonly code: HolidayCode }
  | { readonly kind: 'closed_day'; readonly label: string };

/** The holiday or the day of its own that closes the practice; null on a day worked. What the practice says wins. */
export function closingOf(
  day: LocalDay,
  { holidayZone, holidayOverrides = [] }: Pick<OpeningHours, 'holidayZone' | 'holidayOverrides'>,
): ClosingReason | null {
  const own = holidayOverrides.find((override) => override.day === day);
  if (own) return own.effect === 'closed' ? { kind: 'closed_day', label: own.label } : null;
  const code = publicHoliday(day, holidayZone);
  return code ? { kind: 'holiday', code } : null;
}

/**
 * True in the weeks a rule speaks of. Every other week is counted in sevens from the anchor, never by ISO numbers:
 * after a year of 53 weeks two odd ones follow each other, and a practice that alternates would not.
 */
export function isInTurn(day: LocalDay, rule: Pick<OpeningRule, 'weekInterval' | 'weekAnchor'>): boolean {
  if (rule.weekInterval !== 2 || !rule.weekAnchor) return true;
  return (daysBetween(mondayOf(rule.weekAnchor), mondayOf(day)) / 7) % 2 === 0;
}

/** True when the rule is in force on the day: its weekday, its validity, its week. */
export function isRuleOn(rule: OpeningRule, day: LocalDay): boolean {
  return (
    rule.isodow === isoWeekday(day) &&
    (rule.validFrom === null || rule.validFrom <= day) &&
    (rule.validTo === null || day <= rule.validTo) &&
    isInTurn(day, rule)
  );
}

/** The weekly hours that apply on the day, before exceptions, holidays and absences; merged, skipped minutes taken out. */
export function ruleHours({
  resourceId,
  day,
  zone,
  rules,
}: Pick<OpeningQuestion, 'resourceId' | 'day' | 'zone' | 'rules'>): Interval[] {
  const hours = rules.filter((rule) => rule.resourceId === resourceId && isRuleOn(rule, day));
  return hours.length === 0 ? [] : subtractIntervals(hours, skippedMinutes(day, zone));
}

/** What the hours and the exceptions of a day say; whether the practice is closed that day is `closingOf`. */
export interface DayOpening {
  /** By explicit exceptions; they hold on a closed day too. */
  readonly opened: readonly Interval[];
  /** By explicit exceptions, where none opens. Earliest first, never overlapping: the first to begin tells why. */
  readonly shut: readonly (Interval & { readonly exception: OpeningException })[];
  /** By the weekly hours, exceptions already taken out. */
  readonly weekly: readonly Interval[];
}

/** The opening of a day, part by part: explicit openings win over explicit closings, those over the week. */
export function dayOpening(question: HoursQuestion): DayOpening {
  const { resourceId, day, zone, exceptions = [] } = question;
  const own = exceptions.filter((exception) => exception.resourceId === resourceId && exception.day === day);
  const weekly = ruleHours(question);
  if (own.length === 0) return { opened: [], shut: [], weekly };
  const opened = subtractIntervals(
    own.filter(({ effect }) => effect === 'open'),
    skippedMinutes(day, zone),
  );
  const shut = told(
    own.filter(({ effect }) => effect === 'closed'),
    opened,
  );
  return { opened, shut, weekly: subtractIntervals(weekly, [...shut, ...opened]) };
}

/** What is open before absences; merged. On a day the practice is closed, explicit openings alone. */
export function openBeforeAbsences({ opened, weekly }: DayOpening, closing: ClosingReason | null): Interval[] {
  return closing ? [...opened] : mergeIntervals([...opened, ...weekly]);
}

/** The open stretches of a day kept for emergencies, before absences; merged. */
export function reservedHours(question: OpeningQuestion): Interval[] {
  const kept = question.rules.filter(({ label }) => label === 'urgent');
  if (kept.length === 0) return [];
  return closingOf(question.day, question) ? [] : [...dayOpening({ ...question, rules: kept }).weekly];
}

/** Minutes of the longest opening these hours can give, spans that touch taken as one: nothing longer fits. */
export function longestOpening(rules: readonly OpeningRule[], exceptions: readonly OpeningException[] = []): number {
  const onWeekday = (isodow: number) => rules.filter((rule) => rule.isodow === isodow);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].flatMap((isodow) => mergeIntervals(onWeekday(isodow)));
  const opened = exceptions.filter(({ effect }) => effect === 'open');
  const special = opened.flatMap(({ day }) =>
    mergeIntervals([...onWeekday(isoWeekday(day)), ...opened.filter((other) => other.day === day)]),
  );
  return [...weekdays, ...special].reduce((longest, { startMin, endMin }) => Math.max(longest, endMin - startMin), 0);
}

function told(
  closed: readonly OpeningException[],
  opened: readonly Interval[],
): (Interval & { readonly exception: OpeningException })[] {
  const spans: (Interval & { readonly exception: OpeningException })[] = [];
  for (const exception of [...closed].sort((a, b) => a.startMin - b.startMin || (a.id < b.id ? -1 : 1))) {
    for (const left of subtractIntervals([exception], [...opened, ...spans])) {
      spans.push({ startMin: left.startMin, endMin: left.endMin, exception });
    }
  }
  return spans.sort((a, b) => a.startMin - b.startMin);
}

/** Minutes a clock change leaves out in spring; none on other days. */
function skippedMinutes(day: LocalDay, zone: string): Interval[] {
  const change = clockChange(day, zone);
  return change ? [{ startMin: change.fromMin, endMin: change.toMin }] : [];
}
