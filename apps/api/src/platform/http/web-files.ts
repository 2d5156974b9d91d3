import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type ApiDoor, serveApiDocs } from './api-docs.js';

const year = 31_536_000;

/** Serves the built web application; a page address that is no file gets the application itself. */
export async function serveWeb(fastify: FastifyInstance, directory: string, door: ApiDoor): Promise<void> {
  const root = path.resolve(directory);
  const indexFile = path.join(root, 'index.html');
  if (!existsSync(indexFile)) throw new Error(`WEB_DIR has no index.html: ${root}`);
  const index = readFileSync(indexFile);
  // Loaded only where files are served: API tests run without it.
  const { default: fastifyStatic } = await import('@fastify/static');
  await fastify.register(fastifyStatic, {
    root: path.join(root, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: year * 1000,
    decorateReply: false,
  });
  // What stands beside index.html under its own name: the theme before the first paint, the icon.
  await fastify.register(fastifyStatic, {
    root,
    prefix: '/',
    wildcard: false,
    index: false,
    globIgnore: ['assets/**', 'index.html', '**/*.{br,gz}'],
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => reply.header('cache-control', 'no-cache'),
  });
  serveApiDocs(fastify, index, door);
  fastify.get('/*', { exposeHeadRoute: true }, (request, reply) => {
    if (request.url.startsWith('/api/') || /\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '')) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send(JSON.stringify({ type: 'about:blank', status: 404, code: 'resource.not_found' }));
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
  });
}
