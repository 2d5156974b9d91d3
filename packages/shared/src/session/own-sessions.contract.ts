import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, practiceParams } from '../contract/fields.js';
import { browsers, systems } from './device.js';

const ownSession = z.object({
  /** A name for the session; its secret stands in the cookie alone. */
  id,
  /** Families only, as the browser told at sign-in; null when it told nothing known. */
  browser: z.enum(browsers).nullable(),
  system: z.enum(systems).nullable(),
  since: instant,
  lastSeen: instant,
  state: z.enum(['active', 'locked']),
  /** The one this answer goes to. */
  thisOne: z.boolean(),
});
export type OwnSession = z.output<typeof ownSession>;

export const listSessions = defineEndpoint('session.list', {
  method: 'GET',
  path: '/session/sessions',
  summary: 'Where I am signed in',
  access: 'session',
  response: z.object({ sessions: z.array(ownSession) }),
});

export const revokeSession = defineEndpoint('session.revoke', {
  method: 'DELETE',
  path: '/session/sessions/{sessionId}',
  summary: 'End one of my sessions, wherever it is open',
  access: 'session',
  params: z.object({ sessionId: id }),
  response: 'empty',
});

export const revokeOtherSessions = defineEndpoint('session.revoke_others', {
  method: 'DELETE',
  path: '/session/sessions',
  summary: 'End all my sessions but this one',
  access: 'session',
  response: z.object({ ended: z.int() }),
});

export const revokeMemberSessions = defineEndpoint('member.revoke_sessions', {
  method: 'DELETE',
  path: '/practices/{practiceId}/members/{accountId}/sessions',
  summary: 'End every session of a member: a computer was lost, a person has left',
  access: 'session.revoke',
  params: practiceParams.extend({ accountId: id }),
  response: z.object({ ended: z.int() }),
});
