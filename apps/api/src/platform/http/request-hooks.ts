import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { EndpointRequest } from './endpoint-request.js';
import type { GracefulStop } from './graceful-stop.js';
import { securityHeaders } from './security-headers.js';

/** Headers on every answer, and one line of log a request: the route's pattern, never its URL. */
export function addRequestHooks(fastify: FastifyInstance, logger: Logger, stop: GracefulStop, overTls: boolean): void {
  fastify.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) reply.header(name, value);
    if (stop.isDraining) reply.header('connection', 'close');
    if (overTls) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
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
