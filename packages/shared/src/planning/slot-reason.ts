import { daysBetween, isoWeekday, type LocalDay } from '../time/zone.js';
import type { FreeSlot } from './availability.js';

/** Why a place is worth offering. Codes and figures: the screen has the words. */
export type SlotReason =
  /** Free, and long enough. */
  | { readonly code: 'free'; readonly minutes: number }
  /** The column of her usual practitioner, or another one although she has one. */
  | { readonly code: 'same_practitioner' | 'other_practitioner' }
  /** Straight after another visit of hers, or straight before it: `startMin` is that visit's. */
  | { readonly code: 'after_visit' | 'before_visit'; readonly startMin: number }
  /** She comes that day anyhow. */
  | { readonly code: 'same_day'; readonly startMin: number }
  /** The weekday she mostly comes on. */
  | { readonly code: 'usual_weekday'; readonly isodow: number }
  /** The room, machine or vehicle it comes with. */
  | { readonly code: 'with_resource'; readonly resourceId: string };

/** A visit of the patient, past or to come; local minutes. */
export interface KnownVisit {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

export interface KnownPatient {
  /** Column of her usual practitioner; null when she has none. */
  readonly usualResourceId: string | null;
  readonly visits: readonly KnownVisit[];
}

export interface OfferedSlot extends FreeSlot {
  /** Rooms, machines and vehicles that were found with it. */
  readonly companionIds?: readonly string[];
}

/** Longer than that she would go home in between. */
const WAIT_MIN = 20;
/** Fewer visits are no habit; older ones are another life. */
const [HABIT_VISITS, HABIT_DAYS] = [3, 730];

/**
 * The reasons of one place, in the order they are told. Without a patient it is free, and no more is known.
 * A habit is a weekday that at least half of her visits of two years before the place fell on, and three of them.
 */
export function slotReasons(slot: OfferedSlot, patient: KnownPatient | null): SlotReason[] {
  const companions = (slot.companionIds ?? []).map((resourceId): SlotReason => ({ code: 'with_resource', resourceId }));
  const free: SlotReason = { code: 'free', minutes: slot.endMin - slot.startMin };
  if (!patient) return [free, ...companions];
  return [
    free,
    ...practitionerReason(slot, patient),
    ...companions,
    ...visitReason(slot, patient),
    ...habit(slot, patient),
  ];
}

function practitionerReason({ resourceId }: FreeSlot, { usualResourceId }: KnownPatient): SlotReason[] {
  if (usualResourceId === null) return [];
  return [{ code: resourceId === usualResourceId ? 'same_practitioner' : 'other_practitioner' }];
}

function visitReason({ day, startMin, endMin }: FreeSlot, { visits }: KnownPatient): SlotReason[] {
  const ofDay = visits.filter((visit) => visit.day === day).sort((a, b) => a.startMin - b.startMin);
  const isNear = (from: number, to: number) => from <= to && to - from <= WAIT_MIN;
  const before = ofDay.findLast((visit) => isNear(visit.endMin, startMin));
  if (before) return [{ code: 'after_visit', startMin: before.startMin }];
  const after = ofDay.find((visit) => isNear(endMin, visit.startMin));
  if (after) return [{ code: 'before_visit', startMin: after.startMin }];
  return ofDay[0] ? [{ code: 'same_day', startMin: ofDay[0].startMin }] : [];
}

function habit({ day }: FreeSlot, { visits }: KnownPatient): SlotReason[] {
  const isodow = isoWeekday(day);
  const recent = visits.filter((visit) => visit.day < day && daysBetween(visit.day, day) <= HABIT_DAYS);
  const days = [...new Set(recent.map((visit) => visit.day))];
  const alike = days.filter((one) => isoWeekday(one) === isodow).length;
  return alike >= HABIT_VISITS && alike * 2 >= days.length ? [{ code: 'usual_weekday', isodow }] : [];
}
