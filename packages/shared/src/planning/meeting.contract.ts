import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, localDay, minuteOfDay, practiceParams, startMinute, text, version } from '../contract/fields.js';
import { bookingErrors, bookingOverride, changed, takenResource } from './appointment.contract.js';

export const meetingKinds = ['staff', 'group'] as const;

/** Somebody's time taken together: a staff meeting over several columns, or a session where patients have seats. */
export const meetingView = z.object({
  id,
  kind: z.enum(meetingKinds),
  title: z.string(),
  resourceIds: z.array(id),
  motifId: id.nullable(),
  day: localDay,
  startMin: minuteOfDay,
  endMin: z.int(),
  /** Of a session. */
  capacity: z.int().nullable(),
  /** Patients who have a seat and have not cancelled. */
  seated: z.int(),
  /** Each resource it takes, and the minutes it takes before its start and after its end. */
  taken: z.array(takenResource),
  version,
});
export type MeetingView = z.output<typeof meetingView>;

export const listMeetings = defineEndpoint('planning.list_meetings', {
  method: 'GET',
  path: '/practices/{practiceId}/days/{day}/meetings',
  summary: 'Staff meetings and group sessions of a day',
  access: 'agenda.read',
  params: practiceParams.extend({ day: localDay }),
  response: z.object({ meetings: z.array(meetingView) }),
});

const when = { day: localDay, startMin: startMinute, durationMin: z.int().min(5).max(720) };

export const staffMeetingForm = z.object({ title: line(80).min(1), resourceIds: z.array(id).min(1).max(50), ...when });
export type StaffMeetingForm = z.output<typeof staffMeetingForm>;

export const callStaffMeeting = defineEndpoint('planning.call_staff_meeting', {
  method: 'POST',
  path: '/practices/{practiceId}/staff-meetings',
  summary:
    'Take the time of several columns for a meeting; refused, with each column and why, where one of them is taken',
  access: 'appointment.book',
  idempotent: true,
  params: practiceParams,
  body: staffMeetingForm,
  response: meetingView,
  status: 201,
  errors: [
    'meeting.columns_taken',
    'appointment.in_the_past',
    'appointment.nonexistent_local_time',
    'appointment.slot_taken',
  ],
});

export const groupSessionForm = z.object({
  title: line(80).min(1),
  resourceId: id,
  motifId: id,
  capacity: z.int().min(1).max(30),
  ...when,
  override: bookingOverride.nullable().default(null),
});
export type GroupSessionForm = z.output<typeof groupSessionForm>;

export const openGroupSession = defineEndpoint('planning.open_group_session', {
  method: 'POST',
  path: '/practices/{practiceId}/group-sessions',
  summary: 'Open a session with seats: it is booked as a visit is, without a patient yet',
  access: 'appointment.book',
  idempotent: true,
  params: practiceParams,
  body: groupSessionForm,
  response: meetingView,
  status: 201,
  errors: bookingErrors,
});

const meetingParams = practiceParams.extend({ meetingId: id });

export const takeSeat = defineEndpoint('planning.take_seat', {
  method: 'POST',
  path: '/practices/{practiceId}/group-sessions/{meetingId}/seats',
  summary: 'Give a patient a seat: a visit like another, that shares its time',
  access: 'appointment.book',
  idempotent: true,
  params: meetingParams,
  body: z.object({ patientId: id, note: text(300).default(''), override: bookingOverride.nullable().default(null) }),
  response: changed,
  status: 201,
  errors: ['meeting.full', 'meeting.already_seated', 'meeting.cancelled', ...bookingErrors],
});

export const cancelMeeting = defineEndpoint('planning.cancel_meeting', {
  method: 'POST',
  path: '/practices/{practiceId}/meetings/{meetingId}/cancel',
  summary: 'Give the time back; a session with patients is refused until each is cancelled or moved',
  access: 'appointment.cancel',
  versioned: true,
  params: meetingParams,
  response: meetingView,
  errors: ['meeting.has_patients', 'meeting.cancelled', 'version.stale'],
});

export const restoreMeeting = defineEndpoint('planning.restore_meeting', {
  method: 'POST',
  path: '/practices/{practiceId}/meetings/{meetingId}/restore',
  summary: 'Take the time of a cancelled meeting again, when it is still free',
  access: 'appointment.book',
  versioned: true,
  params: meetingParams,
  response: meetingView,
  errors: ['meeting.not_cancelled', 'meeting.columns_taken', 'version.stale', ...bookingErrors],
});
