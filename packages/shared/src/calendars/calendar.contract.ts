import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line, practiceParams } from '../contract/fields.js';

/** The practice's id and 32 random bytes, base64url: see `feed-token.ts` of the API. */
const token = z.string();

export const feedView = z.object({
  id,
  resourceId: id,
  label: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** Null: no program has read it yet. */
  lastReadAt: instant.nullable(),
});
export type FeedView = z.output<typeof feedView>;

/** Why a calendar kept elsewhere could not be read. */
export const outsideFaults = [
  'unreachable',
  'too_slow',
  'address_forbidden',
  'certificate',
  'redirected_too_often',
  'not_found',
  'access_denied',
  'server_error',
  'too_large',
  'no_calendar',
] as const;
export type OutsideFault = (typeof outsideFaults)[number];

export const outsideCalendarView = z.object({
  id,
  resourceId: id,
  name: z.string(),
  /** Of its address only the host is ever shown. */
  host: z.string(),
  state: z.enum(['waiting', 'read', 'refused']),
  /** Why the last try failed; what was read before stays. */
  fault: z.enum(outsideFaults).nullable(),
  triedAt: instant.nullable(),
  readAt: instant.nullable(),
  /** Stretches of time it takes, from yesterday on. */
  busyCount: z.int(),
  /** Events that could not be placed. */
  eventsLeft: z.int(),
  /** Visits still to be seen that its busy time meets; they are kept. */
  visitsMet: z.int(),
});
export type OutsideCalendarView = z.output<typeof outsideCalendarView>;

/** Characters of an address, as people paste them. */
export const longestAddress = 2000;
/** So many of a kind for one column: more is a loop of some program. */
export const mostPerColumn = 20;

export const listCalendars = defineEndpoint('calendar.list', {
  method: 'GET',
  path: '/practices/{practiceId}/calendars',
  summary: 'Addresses that show a column elsewhere, and calendars elsewhere that close time here; a practitioner’s own',
  access: 'calendar.edit',
  params: practiceParams,
  response: z.object({
    /** Columns the caller may give an address to, or a calendar. */
    resourceIds: z.array(id),
    feeds: z.array(feedView),
    outside: z.array(outsideCalendarView),
  }),
});

export const addFeed = defineEndpoint('calendar.add_feed', {
  method: 'POST',
  path: '/practices/{practiceId}/calendar-feeds',
  summary: 'Make an address by which a calendar program reads a column; its secret is in this answer alone',
  access: 'calendar.edit',
  params: practiceParams,
  body: z.object({ resourceId: id, label: line(60).min(1) }),
  response: z.object({ feed: feedView, token }),
  errors: ['calendar.too_many'],
});

export const revokeFeed = defineEndpoint('calendar.revoke_feed', {
  method: 'DELETE',
  path: '/practices/{practiceId}/calendar-feeds/{feedId}',
  summary: 'Close an address for good; what programs have read stays with them',
  access: 'calendar.edit',
  params: practiceParams.extend({ feedId: id }),
  response: 'empty',
});

export const readFeed = defineEndpoint('calendar.read_feed', {
  method: 'GET',
  path: '/calendars/{token}.ics',
  summary: 'A column as an iCalendar, to whoever has the address: initials and motif, never a name',
  access: 'public',
  params: z.object({ token }),
  response: { file: 'text/calendar; charset=utf-8' },
  errors: ['request.too_many'],
});

export const addOutsideCalendar = defineEndpoint('calendar.add_outside', {
  method: 'POST',
  path: '/practices/{practiceId}/outside-calendars',
  summary: 'Close the time a calendar kept elsewhere takes; it is read at once, then every half hour',
  access: 'calendar.edit',
  idempotent: true,
  params: practiceParams,
  body: z.object({ resourceId: id, name: line(60).min(1), address: z.string().trim().min(1).max(longestAddress) }),
  response: outsideCalendarView,
  status: 201,
  errors: ['calendar.address_refused', 'calendar.too_many'],
});

export const refreshOutsideCalendar = defineEndpoint('calendar.refresh_outside', {
  method: 'POST',
  path: '/practices/{practiceId}/outside-calendars/{calendarId}/refresh',
  summary: 'Read a calendar kept elsewhere again, now',
  access: 'calendar.edit',
  params: practiceParams.extend({ calendarId: id }),
  response: 'empty',
  errors: ['request.too_many'],
});

export const removeOutsideCalendar = defineEndpoint('calendar.remove_outside', {
  method: 'DELETE',
  path: '/practices/{practiceId}/outside-calendars/{calendarId}',
  summary: 'Forget a calendar kept elsewhere; the time it closed is open again',
  access: 'calendar.edit',
  params: practiceParams.extend({ calendarId: id }),
  response: 'empty',
});
