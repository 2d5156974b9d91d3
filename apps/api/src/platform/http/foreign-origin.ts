import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';

/**
 * Refuses writes that another site's page could have sent: the cookie is SameSite, and this is the second wall.
 * A request without Origin and without Sec-Fetch-Site comes from no page at all.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (request.method === 'GET') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('request.foreign_origin');
  if (origin === undefined) return;
  const expected = publicUrl ? new URL(publicUrl).host : request.headers.host;
  if (!URL.canParse(origin) || new URL(origin).host !== expected) throw new DomainError('request.foreign_origin');
}
