import { Injectable } from '@nestjs/common';
import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { checkAccess } from '../access/permission-check.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { isRetryable } from '../database/constraint-errors.js';
import { UnitOfWork, type Work } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import { IdempotentRequests } from '../idempotency/idempotent-requests.js';
import { writeLiveEvents } from '../live/live-outbox.js';
import { Settings } from '../settings.js';
import { successStatus } from './endpoint.decorator.js';
import { type EndpointRequest, parseInput, practiceIdOf, sessionHashOf } from './endpoint-request.js';
import { refuseForeignOrigin } from './foreign-origin.js';

const attempts = 3;

/** The life of a request, the same for every endpoint; a controller only adds what is its own. */
@Injectable()
export class EndpointPipeline {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditJournal,
    private readonly idempotency: IdempotentRequests,
    private readonly settings: Settings,
  ) {}

  async run(
    endpoint: Endpoint,
    request: EndpointRequest,
    reply: FastifyReply,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    refuseForeignOrigin(request, this.settings.publicUrl);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(endpoint, request, reply, act);
      } catch (error) {
        if (isRetryable(error) && attempt < attempts) continue;
        await this.noteRefusal(endpoint, request, error);
        throw error;
      }
    }
  }

  private async once(
    endpoint: Endpoint,
    request: EndpointRequest,
    reply: FastifyReply,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const readOnly = endpoint.method === 'GET' || endpoint.readOnly === true;
    const subject: { patientId?: string; subjectId?: string } = {};
    const result = await this.unitOfWork.run(this.contextOf(endpoint, request, readOnly), async (work) => {
      this.admit(endpoint, request, work);
      const answered = readOnly
        ? await this.read(endpoint, act)
        : await this.write(endpoint, request, reply, work, act);
      Object.assign(subject, work.auditSubject);
      return answered;
    });
    if (endpoint.audited) await this.writeAuditedRead(endpoint, request, subject);
    return result;
  }

  /** Session, right, then shape: a stranger learns nothing from a validation fault. */
  admit(endpoint: Endpoint, request: EndpointRequest, work: Work): void {
    checkAccess(endpoint, work.actor, sessionHashOf(request) !== '');
    request.accountId = work.actor?.accountId;
    request.endpointInput = parseInput(endpoint, request);
  }

  contextOf(endpoint: Endpoint, request: EndpointRequest, readOnly: boolean) {
    return { sessionHash: sessionHashOf(request), practiceId: practiceIdOf(endpoint, request), readOnly };
  }

  private async read(endpoint: Endpoint, act: () => Promise<unknown>): Promise<unknown> {
    return answerOf(endpoint, await act());
  }

  private async write(
    endpoint: Endpoint,
    request: EndpointRequest,
    reply: FastifyReply,
    work: Work,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const identity = endpoint.idempotent ? this.identityOf(endpoint, request, work) : null;
    if (identity) {
      const earlier = await this.idempotency.begin(work.runner.manager, identity);
      if (earlier) {
        reply.header('idempotency-replayed', 'true');
        return earlier.body;
      }
    }
    const answer = answerOf(endpoint, await act());
    if (work.actor?.membership && !endpoint.untraced) {
      await this.audit.write(work.runner.manager, work.actor, {
        action: endpoint.id,
        outcome: 'done',
        requestId: request.id,
        ...work.auditSubject,
      });
    }
    if (identity)
      await this.idempotency.finish(work.runner.manager, identity, { status: successStatus(endpoint), body: answer });
    await this.announce(work);
    return answer;
  }

  private identityOf(endpoint: Endpoint, request: EndpointRequest, work: Work) {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 8 || key.length > 255) {
      throw new DomainError('request.idempotency_key_required');
    }
    const { actor } = work;
    if (!actor?.membership) throw new DomainError('resource.not_found');
    return {
      practiceId: actor.membership.practiceId,
      accountId: actor.accountId,
      key,
      endpoint: endpoint.id,
      payload: { params: request.endpointInput?.params, body: request.endpointInput?.body },
    };
  }

  private async announce(work: Work): Promise<void> {
    const practiceId = work.actor?.membership?.practiceId;
    if (practiceId) await writeLiveEvents(work.runner.manager, practiceId, work.liveEvents);
  }

  /** A read that must leave a trace: the trace is committed before the body goes out, or nothing goes out. */
  async writeAuditedRead(endpoint: Endpoint, request: EndpointRequest, subject: object): Promise<void> {
    await this.writeTrace(endpoint, request, {
      action: endpoint.audited ?? endpoint.id,
      outcome: 'done',
      ...subject,
    }).catch(() => {
      throw new DomainError('audit.unavailable');
    });
  }

  /** Somebody tried what her role may not: told in a transaction of its own, for the act's is rolled back. */
  async noteRefusal(endpoint: Endpoint, request: EndpointRequest, error: unknown): Promise<void> {
    if (!(error instanceof DomainError) || error.kind !== 'forbidden') return;
    await this.writeTrace(endpoint, request, { action: endpoint.id, outcome: 'refused' }).catch(() => undefined);
  }

  private async writeTrace(
    endpoint: Endpoint,
    request: EndpointRequest,
    entry: { action: string; outcome: 'done' | 'refused' },
  ): Promise<void> {
    await this.unitOfWork.run(this.contextOf(endpoint, request, false), async (work) => {
      if (work.actor) await this.audit.write(work.runner.manager, work.actor, { requestId: request.id, ...entry });
    });
  }
}

/** Undeclared columns are cut here: what leaves is what the contract says. */
function answerOf(endpoint: Endpoint, result: unknown): unknown {
  if (typeof endpoint.response === 'string' || !('parse' in endpoint.response)) return result;
  return (endpoint.response as z.ZodType).parse(result);
}
