import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { practiceParams } from '../contract/fields.js';

/** What changed, by ids only: no name, no time, nothing of a patient. */
export const liveEvent = z.object({
  topic: z.enum([
    'absence',
    'appointment',
    'hold',
    'import',
    'lateness',
    'patient',
    'practice',
    'till',
    'waiting_list',
  ]),
  /** Local days touched, for the agenda's topics. */
  days: z.array(z.string()),
  ids: z.array(z.string()),
});
export type LiveEvent = z.output<typeof liveEvent>;

export const listenLive = defineEndpoint('live.listen', {
  method: 'GET',
  path: '/practices/{practiceId}/live',
  summary:
    'Server-sent events. `ready`: what was missed since the cursor has been sent (`replayed`), or the cursor says too little and everything is to be read again (`resync`). `change`: a LiveEvent; the same one may come twice. `ping`: heartbeat every 20 s. `bye`: come back in `retryMs`. The id of an event is the cursor',
  access: 'live.listen',
  params: practiceParams,
  /** The cursor of the last event heard; `Last-Event-ID` says the same. An unreadable one is as none. */
  query: z.object({ since: z.string().optional() }),
  response: 'stream',
});

/** Data of `ready`: may the desk go on from what it holds, or must it read everything on screen again. */
export const liveReady = z.object({ state: z.enum(['replayed', 'resync']) });
export type LiveReady = z.output<typeof liveReady>;

/** Data of `bye`: the server stops in good order; each desk is given its own moment to come back. */
export const liveBye = z.object({ retryMs: z.int().nonnegative() });

export const readHealth = defineEndpoint('health.read', {
  method: 'GET',
  path: '/health',
  summary: 'Is the server up, migrated and able to reach its database',
  access: 'public',
  response: z.object({ status: z.literal('ok'), version: z.string(), migrations: z.int() }),
  errors: ['server.unavailable', 'server.draining'],
});
