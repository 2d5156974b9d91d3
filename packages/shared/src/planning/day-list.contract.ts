import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, practiceParams } from '../contract/fields.js';

export const readDayPhones = defineEndpoint('planning.read_day_phones', {
  method: 'GET',
  path: '/practices/{practiceId}/resources/{resourceId}/day-phones/{day}',
  summary: 'Whom to call of a column and day: the phones that the printed list carries',
  access: 'patient.reveal_phone',
  audited: 'planning.read_day_phones',
  params: practiceParams.extend({ resourceId: id, day: localDay }),
  /** Every visit that was not cancelled; whole, E.164, null when the patient has none. */
  response: z.object({ phones: z.array(z.object({ appointmentId: id, phone: z.string().nullable() })) }),
});
