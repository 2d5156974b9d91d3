import { createHash } from 'node:crypto';
import type { Endpoint, InputOf } from '@pupitre/shared/contract/endpoint';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../domain-error.js';

export type EndpointRequest = FastifyRequest & {
  endpointInput?: InputOf<Endpoint>;
  /** Filled by the pipeline for the log: ids only. */
  accountId?: string;
};

/** `__Host-`: sent over TLS (or to loopback) only, to this host only, for every path. */
export const sessionCookie = '__Host-pupitre';

/** SHA-256 of the session cookie, hex; the cookie itself never reaches the database. */
export function sessionHashOf(request: FastifyRequest): string {
  const token = request.cookies[sessionCookie];
  return token ? hashToken(token).toString('hex') : '';
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The practice of the URL when it is a uuid; anything else cannot be one the caller belongs to. */
export function practiceIdOf(endpoint: Endpoint, request: FastifyRequest): string {
  if (!endpoint.path.startsWith('/practices/{practiceId}')) return '';
  const given = (request.params as Record<string, string>).practiceId;
  return z.uuid().safeParse(given).success ? (given ?? '') : '';
}

/** Parses everything the contract names. An id that is no id is an unknown one: 404, as for another practice's. */
export function parseInput(endpoint: Endpoint, request: FastifyRequest): InputOf<Endpoint> {
  const params = endpoint.params?.safeParse(request.params);
  if (params && !params.success) {
    const onlyIds = params.error.issues.every((issue) => issue.code === 'invalid_format' && issue.format === 'uuid');
    if (onlyIds) throw new DomainError('resource.not_found');
    throw invalid(params.error, 'params');
  }
  const query = endpoint.query?.safeParse(request.query);
  if (query && !query.success) throw invalid(query.error, 'query');
  const body = endpoint.body?.safeParse(request.body ?? {});
  if (body && !body.success) throw invalid(body.error, 'body');
  return {
    params: params?.data as never,
    query: query?.data as never,
    body: body?.data as never,
    version: endpoint.versioned ? versionOf(request) : 0,
  };
}

/** `"12"`, as we gave it; nine digits are more edits than any row will see, and fit the column. */
function versionOf(request: FastifyRequest): number {
  const [, version] = /^"?([1-9]\d{0,8})"?$/.exec(request.headers['if-match'] ?? '') ?? [];
  if (!version) throw new DomainError('version.required');
  return Number(version);
}

/** The path and kind of each fault, never the value that was sent. */
function invalid(error: z.ZodError, part: string): DomainError {
  return new DomainError('request.invalid', {
    issues: error.issues.map((issue) => ({
      path: [part, ...issue.path.map(String)].join('.'),
      code: issue.code,
      ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
      ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
    })),
  });
}
