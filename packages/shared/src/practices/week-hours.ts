import { type Interval, intervalsOverlap } from '../planning/interval.js';
import { isInTurn, type OpeningRule } from '../planning/opening-hours.js';
import { mondayOf } from '../time/iso-week.js';
import { addDays, type LocalDay } from '../time/zone.js';

/** A stretch of opening: isodow 1 (Monday) to 7, minutes of the day, end exclusive; absent fields as in `OpeningRule`. */
export interface WeekSpan extends Interval, Pick<OpeningRule, 'weekInterval' | 'weekAnchor' | 'label' | 'siteId'> {
  readonly isodow: number;
}

export interface WeekHoursFault {
  /** Place in the list that was given. */
  readonly index: number;
  readonly code: 'end_before_start' | 'overlap' | 'anchor_missing';
}

/**
 * What is wrong with weekly hours, at most one fault a span, in the order given. Spans that touch are fine, and so are
 * those of weeks that never meet. Of two that overlap, the later one of the list is told.
 */
export function weekHoursFaults(hours: readonly WeekSpan[]): WeekHoursFault[] {
  return hours.flatMap((span, index): WeekHoursFault[] => {
    if (span.startMin >= span.endMin) return [{ index, code: 'end_before_start' }];
    if (span.weekInterval === 2 && !span.weekAnchor) return [{ index, code: 'anchor_missing' }];
    const overlaps = hours.slice(0, index).some((other) => doSpansMeet(other, span));
    return overlaps ? [{ index, code: 'overlap' }] : [];
  });
}

function doSpansMeet(one: WeekSpan, other: WeekSpan): boolean {
  return one.isodow === other.isodow && intervalsOverlap(one, other) && doWeeksMeet(one, other);
}

/** Every week meets any; two that alternate meet when they have the same turn. */
function doWeeksMeet(one: WeekSpan, other: WeekSpan): boolean {
  return one.weekInterval !== 2 || !one.weekAnchor || isInTurn(one.weekAnchor, other);
}

/** The same stretch with every field told, the anchor on its Monday: equal stretches are equal texts. */
export function settledSpan(span: WeekSpan): Required<WeekSpan> {
  const { isodow, startMin, endMin, weekInterval = 1, weekAnchor = null, label = '', siteId = null } = span;
  const anchor = weekInterval === 2 && weekAnchor ? mondayOf(weekAnchor) : null;
  return { isodow, startMin, endMin, weekInterval, weekAnchor: anchor, label, siteId };
}

/** True when both say the same stretch of the same weeks, whatever day each is anchored on. */
export function isSameSpan(one: WeekSpan, other: WeekSpan): boolean {
  const [a, b] = [settledSpan(one), settledSpan(other)];
  if (a.weekAnchor && b.weekAnchor && isInTurn(a.weekAnchor, b)) return sameText({ ...a, weekAnchor: b.weekAnchor }, b);
  return sameText(a, b);
}

const sameText = (a: Required<WeekSpan>, b: Required<WeekSpan>) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The rules of one resource once its week is `hours` from `from` to `to`, both inclusive (null: for good). Days outside
 * keep what they had: a rule that goes on is cut. A rule that says the same over all these days is left as it is.
 */
export function replaceWeek<Rule extends OpeningRule>(
  resourceId: string,
  rules: readonly Rule[],
  hours: readonly WeekSpan[],
  from: LocalDay,
  to: LocalDay | null,
): (Rule | OpeningRule)[] {
  const stays = (rule: OpeningRule) =>
    (rule.validFrom === null || rule.validFrom <= from) &&
    (rule.validTo === null || (to !== null && rule.validTo >= to)) &&
    hours.some((span) => isSameSpan(span, rule));
  const staying = rules.filter(stays);
  const cut = rules.flatMap((rule) => (staying.includes(rule) ? [rule] : outside(rule, from, to)));
  const added = hours
    .filter((span) => !staying.some((rule) => isSameSpan(span, rule)))
    .map((span): OpeningRule => ({ ...settledSpan(span), resourceId, validFrom: from, validTo: to }));
  return [...cut, ...added];
}

/** What a rule says before and after those days. */
function outside<Rule extends OpeningRule>(rule: Rule, from: LocalDay, to: LocalDay | null): Rule[] {
  const isApart =
    (rule.validTo !== null && rule.validTo < from) || (to !== null && rule.validFrom !== null && rule.validFrom > to);
  if (isApart) return [rule];
  const pieces: Rule[] = [];
  if (rule.validFrom === null || rule.validFrom < from) pieces.push({ ...rule, validTo: addDays(from, -1) });
  if (to !== null && (rule.validTo === null || rule.validTo > to)) pieces.push({ ...rule, validFrom: addDays(to, 1) });
  return pieces;
}
