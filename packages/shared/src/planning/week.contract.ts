import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, localDay, minuteOfDay, practiceParams, version } from '../contract/fields.js';
import { absenceView } from '../practices/practice.contract.js';
import { daysBetween } from '../time/zone.js';
import { cancelledBy } from './appointment.contract.js';
import { appointmentStatuses } from './appointment-status.js';
import { meetingView } from './meeting.contract.js';
import { type HolidayCode, holidayCodes } from './public-holidays.js';

/** Six weeks: what a month needs when it is drawn by whole weeks. */
export const longestSpanDays = 42;

/** A visit as a card of one line shows it. */
export const weekVisit = z.object({
  id,
  resourceId: id,
  motifId: id,
  day: localDay,
  startMin: minuteOfDay,
  endMin: z.int(),
  status: z.enum(appointmentStatuses),
  urgent: z.boolean(),
  usedName: z.string(),
  birthName: z.string(),
  firstName: z.string(),
  cancelledBy: z.enum(cancelledBy).nullable(),
  cancelReason: z.string(),
  /** It stands beside another one. */
  isRajout: z.boolean(),
  /** The session where she has a seat. */
  meetingId: id.nullable(),
  version,
});
export type WeekVisit = z.output<typeof weekVisit>;

const interval = z.object({ startMin: minuteOfDay, endMin: minuteOfDay });

/** `ClosedReason`: why a stretch of a day, or a whole day, is closed. */
export const closedReasonView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('before_opening'), opensAtMin: minuteOfDay }),
  z.object({ kind: z.literal('break'), resumesAtMin: minuteOfDay }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('exception'), exceptionId: id, reason: z.string() }),
  z.object({ kind: z.literal('holiday'), code: z.enum(holidayCodes as [HolidayCode, ...HolidayCode[]]) }),
  z.object({ kind: z.literal('closed_day'), label: z.string() }),
  z.object({
    kind: z.literal('absence'),
    absenceId: id,
    reason: absenceView.shape.reason,
    note: z.string(),
    returnsAt: instant,
  }),
]);

/** How full a column is on a day. Minutes are of its openings; two visits at once count once. */
export const dayLoadView = z.object({
  resourceId: id,
  day: localDay,
  /** Visits that keep their place, those outside the openings included. */
  visits: z.int(),
  openMinutes: z.int(),
  bookedMinutes: z.int(),
  /** Whole percent, 100 only when full; null when nothing opens. */
  occupancy: z.int().nullable(),
  /** Stretches of free time still ahead, ten minutes at least. */
  holes: z.int(),
  /** The longest of them, over the day and in each half of it. */
  free: z.object({ longest: z.int(), morning: z.int(), afternoon: z.int() }),
  /** Why nothing opens; null when something does. */
  closed: closedReasonView.nullable(),
});
export type DayLoadView = z.output<typeof dayLoadView>;

export const weekDayView = dayLoadView.extend({
  /** Free time still ahead. */
  gaps: z.array(interval),
  /** With the openings they make the whole day. */
  closedSpans: z.array(interval.extend({ reason: closedReasonView })),
});
export type WeekDayView = z.output<typeof weekDayView>;

export const spanParams = practiceParams
  .extend({ fromDay: localDay, toDay: localDay })
  .refine(({ fromDay, toDay }) => fromDay <= toDay && daysBetween(fromDay, toDay) < longestSpanDays, {
    path: ['toDay'],
  });

/** Ids of columns joined by commas; none means all those of the caller. */
export const columnList = z
  .string()
  .max(3_700)
  .default('')
  .transform((joined) => (joined === '' ? [] : joined.split(',')))
  .pipe(z.array(id).max(100));

export const listWeek = defineEndpoint('planning.list_week', {
  method: 'GET',
  path: '/practices/{practiceId}/weeks/{fromDay}/{toDay}',
  summary: 'Visits, meetings and openness of some columns over up to six weeks, one compact row a visit',
  access: 'agenda.read',
  params: spanParams,
  query: z.object({ resourceIds: columnList }),
  response: z.object({ visits: z.array(weekVisit), meetings: z.array(meetingView), days: z.array(weekDayView) }),
});
export type WeekView = z.output<typeof listWeek.response>;

export const listLoads = defineEndpoint('planning.list_loads', {
  method: 'GET',
  path: '/practices/{practiceId}/loads/{fromDay}/{toDay}',
  summary: 'How full the columns are over up to six weeks, without visits',
  access: 'agenda.read',
  params: spanParams,
  query: z.object({ resourceIds: columnList }),
  response: z.object({ loads: z.array(dayLoadView) }),
});
