import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';

const columnParams = practiceParams.extend({ resourceId: id });

/** A visit to come that stands, at least in part, where its column is closed; local day and minutes of the column. */
export const outsideVisit = z.object({
  appointmentId: id,
  day: localDay,
  startMin: minuteOfDay,
  durationMin: z.int(),
  motifId: id,
  patient: z.object({
    id,
    usedName: z.string(),
    birthName: z.string(),
    firstName: z.string(),
    birthDate: localDay,
  }),
  phoneMasked: z.string().nullable(),
});
export type OutsideVisit = z.output<typeof outsideVisit>;

export const readOutsideHours = defineEndpoint('practice.read_outside_hours', {
  method: 'GET',
  path: '/practices/{practiceId}/resources/{resourceId}/outside-hours',
  summary:
    'Visits to come that the hours of their column leave outside, but those put there on purpose; earliest first',
  access: 'agenda.read',
  params: columnParams,
  response: z.object({ visits: z.array(outsideVisit) }),
});

export const readOutsidePhones = defineEndpoint('practice.read_outside_phones', {
  method: 'GET',
  path: '/practices/{practiceId}/resources/{resourceId}/outside-hours/phones',
  summary: 'Whom to call of the visits that the hours leave outside: the phones that the printed list carries',
  access: 'patient.reveal_phone',
  audited: 'practice.read_outside_phones',
  params: columnParams,
  /** Whole, E.164, null when the patient has none. */
  response: z.object({ phones: z.array(z.object({ appointmentId: id, phone: z.string().nullable() })) }),
});
