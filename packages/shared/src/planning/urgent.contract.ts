import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';

export const urgentKinds = ['reserved', 'free', 'rajout'] as const;

export const urgentPlace = z.object({
  kind: z.enum(urgentKinds),
  resourceId: id,
  day: localDay,
  startMin: minuteOfDay,
  endMin: z.int(),
  /** Refusals to pass over with a reason, each one's to pass over; none for a place that is free. */
  codes: z.array(z.string()),
  /** Who would be seen later, in turn: minutes of the day, until now and from then on. */
  delayed: z.array(z.object({ appointmentId: id, fromMin: minuteOfDay, toMin: z.int() })),
});
export type UrgentPlaceView = z.output<typeof urgentPlace>;

export const findUrgentPlaces = defineEndpoint('planning.find_urgent_places', {
  method: 'POST',
  path: '/practices/{practiceId}/urgent-places',
  summary: 'Where somebody who cannot wait may go today: kept for emergencies, free, then beside another visit',
  access: 'appointment.book',
  readOnly: true,
  params: practiceParams,
  body: z.object({
    motifId: id,
    patientId: id.nullable().default(null),
    /** None: every column that takes the motif. */
    resourceIds: z.array(id).max(100).default([]),
    limit: z.int().min(1).max(10).default(3),
  }),
  response: z.object({ places: z.array(urgentPlace) }),
});
