import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { EndpointRequest } from './endpoint-request.js';
import type { GracefulStop } from './graceful-stop.js';
import { securityHeaders } from './security-headers.js';

/** Headers on every answer, and one line of log a request: the route's pattern, never its URL. */
export function addRequestHooks(fastify: FastifyInstance, logger: Logger, stop: GracefulStop, overTls: boolean): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries(securityHeaders)) reply.header(name, value);
    if (stop.isDraining) reply.header('connection', 'close');
    if (overTls) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!request.url.startsWith('/api/')) return payload;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (!isKnown(request.headers['if-none-match'], reply.getHeader('etag'))) return payload;
    reply.code(304);
    return null;
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions?.url;
    if (!route?.startsWith('/api/')) return;
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        accountId: (request as EndpointRequest).accountId,
      },
      'request',
    );
  });
}

/** Whether the caller's copy is the one we would send. Tags are compared as written, `W/` aside (RFC 9110 §13.1.2). */
function isKnown(asked: string | undefined, etag: number | string | string[] | undefined): boolean {
  if (!asked || typeof etag !== 'string') return false;
  return asked.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}
