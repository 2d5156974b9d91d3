import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, practiceParams, version } from '../contract/fields.js';
import { appointmentCard, bookingErrors, bookingOverride, undoableAct } from './appointment.contract.js';

/** Visits one act moves at most: a full day of one practitioner. */
export const movedTogetherLimit = 60;

const visitInHand = z.object({ appointmentId: id, version });

/** Every visit the act changed, and the one way back for all of them. */
const changedTogether = z.object({ appointments: z.array(appointmentCard), act: undoableAct });
export type ChangedTogether = z.output<typeof changedTogether>;

const togetherErrors = [
  ...bookingErrors,
  'appointment.some_refused',
  'appointment.already_started',
  'appointment.same_visit_twice',
  'version.stale',
] as const;

export const swapAppointments = defineEndpoint('appointment.swap', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/swap',
  summary: 'Two visits change places, each with its own length; both or none, undone as one',
  access: 'appointment.move',
  params: practiceParams,
  body: z.object({
    first: visitInHand,
    second: visitInHand,
    override: bookingOverride.nullable().default(null),
  }),
  response: changedTogether,
  errors: togetherErrors,
});

export const moveTogether = defineEndpoint('appointment.move_together', {
  method: 'POST',
  path: '/practices/{practiceId}/appointments/move-together',
  summary:
    'Several visits move alike: to another day, another column, or earlier and later by minutes; all or none, undone as one',
  access: 'appointment.move',
  params: practiceParams,
  body: z.object({
    visits: z.array(visitInHand).min(1).max(movedTogetherLimit),
    /** Null: each stays on its day, in its column. */
    day: localDay.nullable().default(null),
    resourceId: id.nullable().default(null),
    /** Minutes later; earlier when negative. */
    shiftMin: z.int().min(-1440).max(1440).default(0),
    override: bookingOverride.nullable().default(null),
  }),
  response: changedTogether,
  errors: togetherErrors,
});
