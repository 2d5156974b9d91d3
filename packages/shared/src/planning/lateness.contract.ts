import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';
import { cardPatient } from './appointment.contract.js';
import { warningStates } from './lateness.js';

export const latenessWarning = z.object({
  appointmentId: id,
  patient: cardPatient,
  phoneMasked: z.string().nullable(),
  startMin: minuteOfDay,
  startsAt: instant,
  expectedAt: instant,
  state: z.enum(warningStates),
  /** Minutes of lateness the patient was told last, when and by whom; null while nobody told her. */
  told: z.object({ minutes: z.int(), at: instant, by: z.string() }).nullable(),
});
export type LatenessWarning = z.output<typeof latenessWarning>;

export const columnWarnings = z.object({ resourceId: id, minutes: z.int(), lines: z.array(latenessWarning) });
export type ColumnWarnings = z.output<typeof columnWarnings>;

export const setLateness = defineEndpoint('planning.set_lateness', {
  method: 'PUT',
  path: '/practices/{practiceId}/resources/{resourceId}/lateness',
  summary: "Add to or take from a column's lateness of today; expected times follow on every screen",
  access: 'lateness.set',
  idempotent: true,
  params: practiceParams.extend({ resourceId: id }),
  body: z.object({ day: localDay, addMinutes: z.int().min(-120).max(120) }),
  response: z.object({ resourceId: id, minutes: z.int() }),
});

export const listLatenessWarnings = defineEndpoint('lateness.list_warnings', {
  method: 'GET',
  path: '/practices/{practiceId}/days/{day}/lateness-warnings',
  summary:
    'Who is to be told of a lateness, by column and time: still to come, not there, and a quarter of an hour off',
  access: 'lateness.set',
  params: practiceParams.extend({ day: localDay }),
  response: z.object({ columns: z.array(columnWarnings) }),
});

const noticeParams = practiceParams.extend({ appointmentId: id });

export const noteLatenessTold = defineEndpoint('lateness.note_told', {
  method: 'PUT',
  path: '/practices/{practiceId}/appointments/{appointmentId}/lateness-notice',
  summary: 'Note that a patient was told of the lateness; told by two desks at once, the first one stands',
  access: 'lateness.set',
  params: noticeParams,
  /** The lateness that was told. */
  body: z.object({ minutes: z.int().min(1).max(240) }),
  response: z.object({ minutes: z.int(), at: instant, by: z.string() }),
});

export const takeBackLatenessTold = defineEndpoint('lateness.take_back_told', {
  method: 'DELETE',
  path: '/practices/{practiceId}/appointments/{appointmentId}/lateness-notice',
  summary: 'The patient was not told after all',
  access: 'lateness.set',
  params: noticeParams,
  response: 'empty',
});

export const readLatenessCallList = defineEndpoint('lateness.call_list', {
  method: 'GET',
  path: '/practices/{practiceId}/resources/{resourceId}/days/{day}/lateness-call-list',
  summary: 'Whole numbers of the patients of a column who are to be told of its lateness, for the list on paper',
  access: 'patient.reveal_phone',
  audited: 'lateness.call_list',
  params: practiceParams.extend({ resourceId: id, day: localDay }),
  response: z.object({ phones: z.array(z.object({ appointmentId: id, phone: z.string().nullable() })) }),
});
