import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Problem, statusOfKind } from '@pupitre/shared/contract/errors';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { isUnavailable, postgresErrorOf } from '../database/constraint-errors.js';
import { DomainError } from '../domain-error.js';
import type { EndpointRequest } from './endpoint-request.js';
import { securityHeaders } from './security-headers.js';

/** Every failure leaves as `application/problem+json`: a code, never a sentence, never what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<EndpointRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    if (problem.status === 429 && typeof problem.details?.retryAfterSeconds === 'number') {
      reply.header('retry-after', problem.details.retryAfterSeconds);
    }
    if (problem.status === 503) reply.header('retry-after', 2);
    reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** An address nobody can read never reaches a route, nor the hooks that add the headers. */
  answerUnrouted(error: Error, request: EndpointRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    reply.raw.writeHead(problem.status, { ...securityHeaders, 'content-type': 'application/problem+json' });
    reply.raw.end(JSON.stringify(problem));
  }

  private problemOf(error: unknown, request: EndpointRequest): Problem {
    const refusal = toDomainError(error);
    // A stop in good order is no failure: it is told, not logged.
    if (refusal && (refusal.kind !== 'unavailable' || refusal.code === 'server.draining')) return toProblem(refusal);
    const errorId = randomBytes(4).toString('hex').toUpperCase();
    // The message of a database error can quote values: only its code, table and constraint are logged.
    const database = postgresErrorOf(error);
    this.logger.error(
      {
        errorId,
        requestId: request.id,
        route: request.routeOptions?.url,
        ...(database
          ? { sqlState: database.code, constraint: database.constraint }
          : { errorName: (error as Error)?.name, stack: stackWithoutMessage(error) }),
      },
      'request failed',
    );
    const failure = refusal ?? new DomainError(isUnavailable(error) ? 'server.unavailable' : 'server.failed');
    return { ...toProblem(failure), errorId };
  }
}

function toProblem(error: DomainError): Problem {
  const hasDetails = Object.keys(error.details).length > 0;
  return {
    type: 'about:blank',
    status: statusOfKind[error.kind],
    code: error.code,
    ...(hasDetails ? { details: error.details } : {}),
  };
}

/** Refusals of ours, and those of the HTTP layer under us. */
function toDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  // 414: a path parameter longer than any id.
  if (status === 404 || status === 414) return new DomainError('resource.not_found');
  if (status === 413) return new DomainError('request.too_large');
  if (status === 415) return new DomainError('request.not_json');
  if (status === 400) return new DomainError('request.malformed');
  return null;
}

function stackWithoutMessage(error: unknown): string | undefined {
  const stack = (error as Error)?.stack;
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}
