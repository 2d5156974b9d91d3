import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { readApiPage } from '@pupitre/shared/contract/api-page.contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { ApiDoor } from './http/api-docs.js';
import { ApiPageController } from './http/api-page.controller.js';
import { EndpointPipeline } from './http/endpoint.pipeline.js';
import type { EndpointRequest } from './http/endpoint-request.js';
import { ProblemFilter } from './http/problem.filter.js';
import { addRequestHooks } from './http/request-hooks.js';
import { acceptUploads } from './http/upload-bodies.js';
import { serveWeb } from './http/web-files.js';
import { LiveHub } from './live/live-hub.js';
import type { PlatformParts } from './platform.module.js';

interface AppOptions {
  readonly trustProxy: boolean;
  readonly webDirectory?: string | undefined;
}

const bodyLimit = 256 * 1024;

/** The HTTP application over a root module: adapter, hooks, filters, pages. It does not listen yet. */
export async function createApp(
  rootModule: object,
  parts: PlatformParts,
  options: AppOptions,
): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter(parts.logger);
  const adapter = new FastifyAdapter({
    // One proxy: the address it saw counts, not what the caller wrote in front of it.
    trustProxy: options.trustProxy ? (_, hop) => hop === 0 : false,
    bodyLimit,
    genReqId: () => uuid(),
    requestTimeout: 30_000,
    logger: false,
    // A HEAD would run the handler and its audit for an answer nobody reads, or open a stream that never ends.
    exposeHeadRoutes: false,
    frameworkErrors: (error: Error, request: EndpointRequest, reply: FastifyReply) =>
      problems.answerUnrouted(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalFilters(problems);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // JSON alone is parsed: a form or plain text, which another site's page could send, is 415.
  fastify.removeContentTypeParser('text/plain');
  acceptUploads(fastify, allEndpoints);
  await fastify.register(cookie);
  addRequestHooks(fastify, parts.logger, parts.settings.publicUrl?.startsWith('https://') === true);
  if (options.webDirectory) await serveWeb(fastify, options.webDirectory, apiDoorOf(app, problems));
  await app.init();
  await app.get(LiveHub).start();
  return app;
}

/** One rule for the description of the API and for the page that shows it. */
function apiDoorOf(app: NestFastifyApplication, problems: ProblemFilter): ApiDoor {
  return {
    ask: (request, reply) =>
      app.get(EndpointPipeline).run(readApiPage, request, reply, () => app.get(ApiPageController).read()),
    refuse: (error, request, reply) => problems.answerUnrouted(error, request, reply),
  };
}
