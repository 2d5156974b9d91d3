import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import { errorKinds, statusOfKind } from '@pupitre/shared/contract/errors';
import { z } from 'zod';
import { successStatus } from './endpoint.decorator.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.0 page, made from the contracts alone. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    const path = `/api${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Pupitre',
      version,
      description: 'Le secrétariat médical. Errors are application/problem+json with a code.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-pupitre' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    'x-access': endpoint.access,
    ...(endpoint.access === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...headersOf(endpoint),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: endpoint.upload
              ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
              : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: { [successStatus(endpoint)]: successOf(endpoint), ...errorsOf(endpoint) },
  };
}

function parametersOf(shape: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }));
}

function headersOf(endpoint: Endpoint): Json[] {
  const header = (name: string) => ({ name, in: 'header', required: true, schema: { type: 'string' } });
  return [
    ...(endpoint.idempotent ? [header('Idempotency-Key')] : []),
    ...(endpoint.versioned ? [header('If-Match')] : []),
  ];
}

function successOf(endpoint: Endpoint): Json {
  const { response } = endpoint;
  if (response === 'empty') return { description: 'done' };
  if (response === 'stream')
    return { description: 'events', content: { 'text/event-stream': { schema: { type: 'string' } } } };
  if ('file' in response) {
    return {
      description: 'a file',
      content: { [String(response.file)]: { schema: { type: 'string', format: 'binary' } } },
    };
  }
  return {
    description: 'done',
    content: { 'application/json': { schema: schemaOf(response as z.ZodType, 'output') } },
  };
}

function errorsOf(endpoint: Endpoint): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of endpoint.errors ?? []) {
    const status = statusOfKind[errorKinds[code]];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answers = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries(answers);
}

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorKinds) },
    details: { type: 'object' },
    errorId: { type: 'string' },
  },
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, target: 'openapi-3.0', unrepresentable: 'any' }) as Json;
  return withoutRedundantPatterns(json) as Json;
}

/** A format says it better than zod's three-hundred-character expression. */
function withoutRedundantPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRedundantPatterns);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !(key === 'pattern' && 'format' in value));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutRedundantPatterns(inner)]));
}
