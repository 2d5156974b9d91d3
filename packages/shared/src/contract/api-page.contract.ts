import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';

/** The few parts of an OpenAPI page that its reader relies on; the rest is passed through as it is. */
const openApiPage = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string(), summary: z.string() }))),
});

/** Open in demo mode; elsewhere the handler asks for an administrator, so that strangers learn nothing of the product. */
export const readApiPage = defineEndpoint('api.read', {
  method: 'GET',
  path: '/openapi.json',
  summary: 'This page: every endpoint, as OpenAPI 3.0; in demo mode, or to an administrator',
  access: 'public',
  response: openApiPage,
  errors: ['session.required', 'session.ended', 'session.locked', 'resource.not_found'],
});
