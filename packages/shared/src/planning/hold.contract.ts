import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, minuteOfDay, practiceParams, startMinute } from '../contract/fields.js';
import { takenResource } from './appointment.contract.js';
import { columnList, spanParams } from './week.contract.js';

/** Minutes a place is held at the desk; the open form asks again before they are over. */
export const holdMinutes = 3;
/** Places one person may hold at once: a form in each of a few tabs. The oldest gives way. */
export const holdsAtOnce = 3;

/** A place somebody is speaking about. */
export const holdView = z.object({
  id,
  resourceId: id,
  day: localDay,
  /** Local minutes of the column. */
  startMin: minuteOfDay,
  endMin: z.int(),
  holderName: z.string(),
  isMine: z.boolean(),
  /** Each resource it takes, and the minutes it takes before its start and after its end. */
  taken: z.array(takenResource),
  /** Seconds after which it ends by itself, from the answer on: no clock needs to agree. */
  leftSeconds: z.int().nonnegative(),
});
export type HoldView = z.output<typeof holdView>;

export const listHolds = defineEndpoint('planning.list_holds', {
  method: 'GET',
  path: '/practices/{practiceId}/days/{day}/holds',
  summary: 'Places held on a day, mine included',
  access: 'agenda.read',
  params: practiceParams.extend({ day: localDay }),
  response: z.object({ holds: z.array(holdView) }),
});

export const listWeekHolds = defineEndpoint('planning.list_week_holds', {
  method: 'GET',
  path: '/practices/{practiceId}/weeks/{fromDay}/{toDay}/holds',
  summary: 'Places held over up to six weeks, mine included',
  access: 'agenda.read',
  params: spanParams,
  query: z.object({ resourceIds: columnList }),
  response: z.object({ holds: z.array(holdView) }),
});

const holdParams = practiceParams.extend({ holdId: id });

export const holdRequest = z.object({
  resourceId: id,
  /** Rooms and machines are held too once it is known. */
  motifId: id.nullable().default(null),
  day: localDay,
  startMin: startMinute,
  durationMin: z.int().min(5).max(720),
});
export type HoldRequest = z.output<typeof holdRequest>;

export const keepHold = defineEndpoint('planning.keep_hold', {
  method: 'PUT',
  path: '/practices/{practiceId}/holds/{holdId}',
  summary: 'Hold a place for three minutes, move the hold, or hold it longer; the place it leaves is free at once',
  access: 'appointment.book',
  untraced: true,
  params: holdParams,
  body: holdRequest,
  response: holdView,
  errors: ['appointment.slot_taken', 'appointment.slot_held', 'appointment.need_not_free', 'appointment.in_the_past'],
});

export const releaseHold = defineEndpoint('planning.release_hold', {
  method: 'DELETE',
  path: '/practices/{practiceId}/holds/{holdId}',
  summary: 'Let a held place go; nothing to let go is no error',
  access: 'appointment.book',
  untraced: true,
  params: holdParams,
  response: 'empty',
});
