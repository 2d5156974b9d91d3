import type { FastifyInstance, FastifyReply } from 'fastify';
import type { EndpointRequest } from './endpoint-request.js';

export interface ApiDoor {
  /** Rejects for whoever may not read the description of the API. */
  ask(request: EndpointRequest, reply: FastifyReply): Promise<unknown>;
  refuse(error: Error, request: EndpointRequest, reply: FastifyReply): void;
}

/**
 * The page that shows the API is a screen of the web application. Whoever may read the description may open it; the
 * others meet the very refusal the description gives them.
 */
export function serveApiDocs(fastify: FastifyInstance, index: Buffer, door: ApiDoor): void {
  fastify.get('/api/docs', async (request: EndpointRequest, reply) => {
    try {
      await door.ask(request, reply);
    } catch (error) {
      reply.hijack();
      door.refuse(error as Error, request, reply);
      return;
    }
    return reply.type('text/html; charset=utf-8').send(index);
  });
}
