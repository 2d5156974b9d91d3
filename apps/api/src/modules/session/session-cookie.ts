import type { FastifyReply } from 'fastify';
import { sessionCookie } from '../../platform/http/endpoint-request.js';

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, attributes);
}

/** The cookie and whatever the browser kept of the practice go together. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, attributes);
  reply.header('clear-site-data', '"cache"');
}
