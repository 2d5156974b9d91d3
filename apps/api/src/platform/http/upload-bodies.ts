import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../domain-error.js';

const octets = 'application/octet-stream';

/**
 * Bytes for the contracts that declare `upload`, and for no other route: there they are as unwelcome as a form (415),
 * before one of them is read. Another site's page cannot send this type unasked (docs/adr/0017).
 */
export function acceptUploads(fastify: FastifyInstance, endpoints: readonly Endpoint[]): void {
  const uploads = endpoints.filter(({ upload }) => upload);
  const routes = new Set(uploads.map(({ method, path }) => `${method} /api${path.replace(/\{(\w+)\}/g, ':$1')}`));
  const bodyLimit = Math.max(1, ...uploads.map(({ upload }) => upload?.maxBytes ?? 0));
  fastify.addContentTypeParser(octets, { parseAs: 'buffer', bodyLimit }, (_, body, done) => done(null, body));
  fastify.addHook('preParsing', async (request) => {
    if (!request.headers['content-type']?.toLowerCase().startsWith(octets)) return;
    const route = `${request.method} ${request.routeOptions.url}`;
    if (!routes.has(route)) throw new DomainError('request.not_json');
  });
}
