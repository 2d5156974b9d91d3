import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';

/** A home visit of a round: where to go, whom to call from the door. */
export const roundStop = z.object({
  appointmentId: id,
  startMin: minuteOfDay,
  endMin: z.int(),
  usedName: z.string(),
  birthName: z.string(),
  firstName: z.string(),
  birthDate: localDay,
  address: z.string(),
  /** Whole, E.164; null when she has none. */
  phone: z.string().nullable(),
  motifName: z.string(),
  note: z.string(),
});
export type RoundStop = z.output<typeof roundStop>;

export const readRound = defineEndpoint('planning.read_round', {
  method: 'GET',
  path: '/practices/{practiceId}/resources/{resourceId}/rounds/{day}',
  summary: 'The home visits of a column and day, in order, with addresses and phones',
  access: 'patient.reveal_phone',
  audited: 'planning.read_round',
  params: practiceParams.extend({ resourceId: id, day: localDay }),
  response: z.object({ stops: z.array(roundStop) }),
});
