import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { practiceParams } from '../contract/fields.js';

/** What changed, by ids only: no name, no time, nothing of a patient. */
export const liveEvent = z.object({
  topic: z.enum(['appointment', 'import', 'lateness', 'patient', 'practice', 'till']),
  /** Local days touched, for the agenda's topics. */
  days: z.array(z.string()),
  ids: z.array(z.string()),
});
export type LiveEvent = z.output<typeof liveEvent>;

export const listenLive = defineEndpoint('live.listen', {
  method: 'GET',
  path: '/practices/{practiceId}/live',
  summary: 'Server-sent events: `event: change` with a LiveEvent, `event: ping` as heartbeat every 20 s',
  access: 'live.listen',
  params: practiceParams,
  response: 'stream',
});

export const readHealth = defineEndpoint('health.read', {
  method: 'GET',
  path: '/health',
  summary: 'Is the server up, migrated and able to reach its database',
  access: 'public',
  response: z.object({ status: z.literal('ok'), version: z.string(), migrations: z.int() }),
  errors: ['server.unavailable'],
});
