import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import {
  cents,
  id,
  instant,
  line,
  localDay,
  minuteOfDay,
  practiceParams,
  startMinute,
  text,
  version,
} from '../contract/fields.js';
import { appointmentStatuses } from './appointment-status.js';

export const appointmentSources = ['desk', 'phone', 'online', 'import'] as const;
export const cancelledBy = ['patient', 'practitioner', 'error', 'other'] as const;

/** The patient as a card shows her: never clinical data. */
export const cardPatient = z.object({
  id,
  usedName: z.string(),
  birthName: z.string(),
  firstName: z.string(),
  sex: z.enum(['F', 'M', 'U']),
  birthDate: localDay,
  hasPhone: z.boolean(),
  headsUp: z.string(),
});

/** A resource, and minutes before the start and after the end of whoever takes it. */
export const takenResource = z.tuple([id, z.int(), z.int()]);

export const appointmentCard = z.object({
  id,
  resourceId: id,
  practitionerId: id,
  motifId: id,
  patient: cardPatient,
  day: localDay,
  /** Local minutes of the practice's zone. */
  startMin: minuteOfDay,
  endMin: z.int(),
  startsAt: instant,
  endsAt: instant,
  status: z.enum(appointmentStatuses),
  urgent: z.boolean(),
  walkIn: z.boolean(),
  note: z.string(),
  source: z.enum(appointmentSources),
  arrivedAt: instant.nullable(),
  calledAt: instant.nullable(),
  seenAt: instant.nullable(),
  cancelledBy: z.enum(cancelledBy).nullable(),
  /** Why it stands beside another visit; null when it does not. */
  rajoutReason: z.string().nullable(),
  /** Rooms and machines it has besides the column. */
  companionIds: z.array(id),
  /** Each resource it takes, and the minutes it takes before its start and after its end. */
  taken: z.array(takenResource),
  /** The group session it has a seat in. */
  meetingId: id.nullable(),
  /** Where a remote visit takes place; empty for the others. */
  videoUrl: z.string(),
  /** The series it belongs to, its number there from 1, and of how many visits the series was made. */
  seriesId: id.nullable(),
  seriesIndex: z.int().nullable(),
  seriesCount: z.int().nullable(),
  /** What it was booked with, in one act: a chain of visits, or a family. */
  bundleId: id.nullable(),
  /** To pay at the desk, once the visit is over; null for roles without billing. */
  dueCents: cents.nullable(),
  version,
});
export type AppointmentCard = z.output<typeof appointmentCard>;

/** What was just done, and can be undone for ten minutes. Parameters are shown through a sentence of the locale. */
export const undoableAct = z.object({
  id,
  kind: z.string(),
  params: z.record(z.string(), z.string()),
  at: instant,
  until: instant,
});
export type UndoableAct = z.output<typeof undoableAct>;
export const changed = z.object({ appointment: appointmentCard, act: undoableAct.nullable() });

export const dayView = z.object({
  day: localDay,
  appointments: z.array(appointmentCard),
  lateness: z.array(z.object({ resourceId: id, minutes: z.int() })),
});
export type DayView = z.output<typeof dayView>;

export const listDay = defineEndpoint('planning.list_day', {
  method: 'GET',
  path: '/practices/{practiceId}/days/{day}',
  summary: 'Visits of a day, over all columns, cancelled ones included',
  access: 'agenda.read',
  params: practiceParams.extend({ day: localDay }),
  response: dayView,
});

/** Refusals somebody with the right passes over, each by its code, and the reason kept with the visit. */
export const bookingOverride = z.object({ codes: z.array(line(60)).min(1).max(12), reason: line(200) });

export const appointmentRequest = z.object({
  resourceId: id,
  motifId: id,
  patientId: id,
  day: localDay,
  startMin: startMinute,
  durationMin: z.int().min(5).max(720),
  note: text(300).default(''),
  urgent: z.boolean().default(false),
  /** Somebody who came without an appointment: starts as arrived. */
  walkIn: z.boolean().default(false),
  source: z.enum(appointmentSources).default('phone'),
  /** The place held while the form was open: it becomes the visit's. */
  holdId: id.nullable().default(null),
  override: bookingOverride.nullable().default(null),
});
export type AppointmentRequest = z.output<typeof appointmentRequest>;

export const bookingErrors = [
  'appointment.slot_taken',
  'appointment.slot_held',
  'appointment.in_meeting',
  'appointment.group_session',
  'appointment.rajouts_used_up',
  'appointment.reserved_for_urgent',
  'appointment.patient_busy',
  'appointment.channel_not_offered',
  'appointment.new_patients_only',
  'appointment.known_patients_only',
  'appointment.need_not_free',
  'appointment.reason_missing',
  'appointment.outside_opening_hours',
  'appointment.practitioner_absent',
  'appointment.public_holiday',
  'appointment.motif_not_offered',
  'appointment.resource_inactive',
  'appointment.too_far',
  'appointment.in_the_past',
  'appointment.walk_in_not_today',
  'appointment.end_before_start',
  'appointment.nonexistent_local_time',
] as const;

export const bookAppointment = defineEndpoint('appointment.book', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments',
  summary: 'Book an appointment; a refusal lists every reason and the next free slots',
  access: 'appointment.book',
  idempotent: true,
  params: practiceParams,
  body: appointmentRequest,
  response: changed,
  status: 201,
  errors: bookingErrors,
});

const appointmentParams = practiceParams.extend({ appointmentId: id });

export const moveAppointment = defineEndpoint('appointment.move', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/{appointmentId}/move',
  summary: 'Move to another time or column, or change its length; a confirmed visit stays confirmed',
  access: 'appointment.move',
  versioned: true,
  params: appointmentParams,
  body: z.object({
    resourceId: id,
    day: localDay,
    startMin: startMinute,
    durationMin: z.int().min(5).max(720),
    holdId: id.nullable().default(null),
    override: bookingOverride.nullable().default(null),
  }),
  response: changed,
  errors: [...bookingErrors, 'appointment.already_started', 'version.stale'],
});

export const cancelAppointment = defineEndpoint('appointment.cancel', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/{appointmentId}/cancel',
  summary: 'Cancel: who asked and why; the place is free at once',
  access: 'appointment.cancel',
  versioned: true,
  params: appointmentParams,
  body: z.object({ by: z.enum(cancelledBy), reason: line(200).default('') }),
  response: changed,
  errors: ['appointment.transition_refused', 'version.stale'],
});

export const changeAppointmentStatus = defineEndpoint('appointment.change_status', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/{appointmentId}/status',
  summary: 'Confirmed, arrived, in consultation, to collect, done, absent, left',
  access: 'appointment.change_status',
  versioned: true,
  params: appointmentParams,
  body: z.object({ to: z.enum(appointmentStatuses) }),
  response: changed,
  errors: [
    ...bookingErrors,
    'appointment.transition_refused',
    'appointment.not_yet_started',
    'appointment.charge_open',
    'version.stale',
  ],
});

export const editAppointment = defineEndpoint('appointment.edit', {
  method: 'PUT',
  path: '/practices/{practiceId}/appointments/{appointmentId}',
  summary: 'Change the note, the motif or the urgency',
  access: 'appointment.move',
  versioned: true,
  params: appointmentParams,
  body: z.object({
    motifId: id,
    note: text(300),
    urgent: z.boolean(),
    /** For a motif that needs a room or margins that are not free. */
    override: bookingOverride.nullable().default(null),
  }),
  response: changed,
  errors: [...bookingErrors, 'version.stale'],
});

/** A line of the visit's journal; the screen writes the sentence. */
export const appointmentEvent = z.object({
  id,
  at: instant,
  actorName: z.string(),
  kind: z.string(),
  details: z.record(z.string(), z.string()),
});
export type AppointmentEvent = z.output<typeof appointmentEvent>;

export const readAppointment = defineEndpoint('appointment.read', {
  method: 'GET',
  path: '/practices/{practiceId}/appointments/{appointmentId}',
  summary: 'A visit with its journal and the next one of the same patient',
  access: 'agenda.read',
  params: appointmentParams,
  response: z.object({
    appointment: appointmentCard,
    phoneMasked: z.string().nullable(),
    city: z.string(),
    insStatus: z.string(),
    events: z.array(appointmentEvent),
    next: z.object({ id, day: localDay, startMin: minuteOfDay }).nullable(),
  }),
});

export const undoAct = defineEndpoint('planning.undo', {
  method: 'POST',
  path: '/practices/{practiceId}/acts/{actId}/undo',
  summary: 'Undo one of my acts of the last ten minutes; refused with the reason when it is no longer possible',
  access: 'appointment.change_status',
  params: practiceParams.extend({ actId: id }),
  response: changed,
  errors: [
    'undo.nothing_left',
    'undo.too_late',
    'undo.changed_since',
    'appointment.slot_taken',
    'appointment.in_meeting',
    'appointment.patient_busy',
    'meeting.cancelled',
  ],
});

export const readMyDay = defineEndpoint('planning.read_my_day', {
  method: 'GET',
  path: '/practices/{practiceId}/my-day/{day}',
  summary: "A practitioner's own day, with the address and phone of home visits",
  access: 'own_day.read',
  params: practiceParams.extend({ day: localDay }),
  response: z.object({
    day: localDay,
    resourceId: id,
    latenessMinutes: z.int(),
    appointments: z.array(appointmentCard),
    visits: z.array(z.object({ appointmentId: id, address: z.string(), phone: z.string().nullable() })),
  }),
});
