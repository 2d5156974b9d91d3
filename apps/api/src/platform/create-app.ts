import http from 'node:http';
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
import { GracefulStop } from './http/graceful-stop.js';
import { OpenConnections } from './http/open-connections.js';
import { ProblemFilter } from './http/problem.filter.js';
import { addRequestHooks } from './http/request-hooks.js';
import { acceptUploads } from './http/upload-bodies.js';
import { serveWeb } from './http/web-files.js';
import { LiveHub } from './live/live-hub.js';
import { serveMetrics } from './metrics/metrics-route.js';
import type { PlatformParts } from './platform.module.js';

interface AppOptions {
  readonly trustProxy: boolean;
  readonly webDirectory?: string | undefined;
  /** Opens /api/metrics to whoever shows it. */
  readonly metricsToken?: string | undefined;
}

const bodyLimit = 256 * 1024;
/** A proxy keeps its connections for a minute: it must be the one that closes them, or a request meets a closed door. */
const keepAliveTimeout = 72_000;
const requestTimeout = 30_000;

/** The HTTP application over a root module: adapter, hooks, filters, pages. It does not listen yet. */
export async function createApp(
  rootModule: object,
  parts: PlatformParts,
  options: AppOptions,
): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter(parts.logger);
  const connections = new OpenConnections();
  const adapter = new FastifyAdapter({
    // One proxy: the address it saw counts, not what the caller wrote in front of it.
    trustProxy: options.trustProxy ? (_, hop) => hop === 0 : false,
    bodyLimit,
    genReqId: () => uuid(),
    serverFactory: (answer: http.RequestListener) => {
      const server = http.createServer({ requestTimeout, keepAliveTimeout }, answer);
      connections.watch(server);
      return server;
    },
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
  const stop = app.get(GracefulStop);
  stop.closes(connections);
  addRequestHooks(fastify, parts.logger, stop, parts.settings.publicUrl?.startsWith('https://') === true);
  if (options.metricsToken) {
    const { dataSource, settings, workerSecret } = parts;
    const liveStreams = () => app.get(LiveHub).size;
    serveMetrics(fastify, {
      token: options.metricsToken,
      workerSecret,
      dataSource,
      version: settings.version,
      liveStreams,
    });
  }
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
