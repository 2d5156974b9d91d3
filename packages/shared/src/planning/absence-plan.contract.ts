import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line, localDay, minuteOfDay, practiceParams, startMinute, version } from '../contract/fields.js';
import { absenceForm, absenceView } from '../practices/practice.contract.js';
import { bookingErrors, cardPatient, undoableAct } from './appointment.contract.js';
import { appointmentStatuses } from './appointment-status.js';
import { freeSlot } from './free-slots.contract.js';
import { proposalKinds, replacingStates } from './replacing.js';

const planParams = practiceParams.extend({ absenceId: id });
const lineParams = planParams.extend({ appointmentId: id });

export const previewAbsence = defineEndpoint('absence_plan.preview', {
  method: 'POST',
  path: '/practices/{practiceId}/absences/effect',
  summary: 'Which visits an absence would meet; writes nothing',
  access: 'absence.edit',
  readOnly: true,
  params: practiceParams,
  body: absenceForm,
  response: z.object({
    /** Visits whose patient is still to be seen; the next two are among them. */
    hit: z.int(),
    urgent: z.int(),
    /** In the waiting room already. */
    present: z.int(),
    /** The column is absent at that time, at least in part. */
    isAbsentAlready: z.boolean(),
  }),
  errors: ['absence.end_before_start', 'absence.in_the_past', 'absence.too_long', 'appointment.nonexistent_local_time'],
});

export const planSummary = z.object({ absence: absenceView, done: z.int(), total: z.int() });
export type PlanSummary = z.output<typeof planSummary>;

export const listAbsencePlans = defineEndpoint('absence_plan.list', {
  method: 'GET',
  path: '/practices/{practiceId}/absence-plans',
  summary: 'Absences of today and later that meet visits, and how many of them are settled',
  access: 'agenda.read',
  params: practiceParams,
  response: z.object({ plans: z.array(planSummary) }),
});

const planPlace = z.object({ resourceId: id, day: localDay, startMin: minuteOfDay });

/** A visit the absence meets, or met. */
export const planLine = z.object({
  appointmentId: id,
  /** Of the line: of the visit and of what is noted about it, together. */
  version,
  patient: cardPatient,
  phoneMasked: z.string().nullable(),
  motifId: id,
  status: z.enum(appointmentStatuses),
  urgent: z.boolean(),
  startsAt: instant,
  durationMin: z.int(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  state: z.enum(replacingStates),
  /** The place it had when the absence met it. */
  from: planPlace,
  /** The place it has now, once it is another one. */
  to: planPlace.nullable(),
  note: z.string(),
  /** Who noted the state, and when; null while nobody did. */
  by: z.string().nullable(),
  at: instant.nullable(),
});
export type PlanLine = z.output<typeof planLine>;

export const readAbsencePlan = defineEndpoint('absence_plan.read', {
  method: 'GET',
  path: '/practices/{practiceId}/absence-plans/{absenceId}',
  summary: 'The visits an absence meets in the order of the calls, those already settled included',
  access: 'agenda.read',
  params: planParams,
  response: z.object({ absence: absenceView, notedAt: instant, notedBy: z.string(), lines: z.array(planLine) }),
});
export type AbsencePlan = z.output<typeof readAbsencePlan.response>;

export const planProposal = freeSlot.extend({ kind: z.enum(proposalKinds) });
const lineProposals = z.object({ appointmentId: id, proposals: z.array(planProposal).max(3) });
export type LineProposals = z.output<typeof lineProposals>;

export const proposePlaces = defineEndpoint('absence_plan.propose', {
  method: 'POST',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/proposals',
  summary: 'Up to three places for each visit that is left, none of them offered twice in the table',
  access: 'agenda.read',
  readOnly: true,
  params: planParams,
  /** What stands on the screen stays there while it is free. */
  body: z.object({ shown: z.array(lineProposals).max(500).default([]) }),
  response: z.object({ lines: z.array(lineProposals) }),
});

export const rebookVisit = defineEndpoint('absence_plan.rebook', {
  method: 'POST',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/visits/{appointmentId}/rebook',
  summary: 'Move a visit to another place; a refusal lists every reason and new proposals',
  access: 'appointment.move',
  versioned: true,
  params: lineParams,
  body: z.object({ resourceId: id, day: localDay, startMin: startMinute }),
  response: z.object({ line: planLine, act: undoableAct.nullable() }),
  errors: [...bookingErrors, 'appointment.already_started', 'version.stale'],
});

export const markVisit = defineEndpoint('absence_plan.mark', {
  method: 'PUT',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/visits/{appointmentId}',
  summary: 'Note that the patient was told, is to be called (again), or that the visit is put aside for later',
  access: 'appointment.move',
  versioned: true,
  params: lineParams,
  body: z.object({ mark: z.enum(['to_call', 'told', 'aside']), note: line(200) }),
  response: planLine,
  errors: ['version.stale'],
});

export const refuseVisit = defineEndpoint('absence_plan.refuse', {
  method: 'POST',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/visits/{appointmentId}/refuse',
  summary: 'The patient wants no other place: the visit is cancelled by the practitioner',
  access: 'appointment.cancel',
  versioned: true,
  params: lineParams,
  body: z.object({ note: line(200) }),
  response: z.object({ line: planLine, act: undoableAct.nullable() }),
  errors: ['appointment.transition_refused', 'version.stale'],
});

export const liftAbsence = defineEndpoint('absence_plan.lift', {
  method: 'POST',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/lift',
  summary: 'Remove an absence and its list; on demand, put the visits it moved back where they were',
  access: 'absence.edit',
  params: planParams,
  body: z.object({ putBack: z.boolean() }),
  response: z.object({
    putBack: z.int(),
    /** Those whose old place cannot be given back, and why: they stay where they were moved to. */
    kept: z.array(z.object({ appointmentId: id, patient: cardPatient, code: z.string() })),
  }),
});
export type LiftedAbsence = z.output<typeof liftAbsence.response>;

export const readCallList = defineEndpoint('absence_plan.call_list', {
  method: 'GET',
  path: '/practices/{practiceId}/absence-plans/{absenceId}/call-list',
  summary: 'Whole numbers of the patients who are left to call, for the list on paper',
  access: 'patient.reveal_phone',
  audited: 'absence_plan.call_list',
  params: planParams,
  response: z.object({ phones: z.array(z.object({ appointmentId: id, phone: z.string().nullable() })) }),
});
