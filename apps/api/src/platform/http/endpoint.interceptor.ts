import { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ENDPOINT } from './endpoint.decorator.js';
import { EndpointPipeline } from './endpoint.pipeline.js';
import type { EndpointRequest } from './endpoint-request.js';
import { FileAnswer } from './file-answer.js';

/** Puts every handler inside the pipeline. A handler without a contract does not run. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly pipeline: EndpointPipeline,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new Error(`${context.getClass().name}.${context.getHandler().name} serves no contract`);
    const request = context.switchToHttp().getRequest<EndpointRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const act = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (typeof endpoint.response === 'object' && 'file' in endpoint.response) {
      return from(this.file(endpoint, endpoint.response.file, request, act));
    }
    return from(this.pipeline.run(endpoint, request, reply, act));
  }

  /** The transaction stays open while the file is written out, and ends with it. */
  private async file(
    endpoint: Endpoint,
    type: string,
    request: EndpointRequest,
    act: () => Promise<unknown>,
  ): Promise<StreamableFile> {
    const opened = await this.unitOfWork.open(this.pipeline.contextOf(endpoint, request, true));
    try {
      const answer = await opened.enter(async () => {
        this.pipeline.admit(endpoint, request, opened.work);
        return (await act()) as FileAnswer;
      });
      await this.pipeline.writeAuditedRead(endpoint, request, opened.work.auditSubject);
      const disposition = `attachment; filename="${answer.fileName}"`;
      if (Buffer.isBuffer(answer.content)) {
        await opened.finish();
        return new StreamableFile(answer.content, { type, disposition });
      }
      return new StreamableFile(Readable.from(thenFinish(answer.content, opened.finish)), { type, disposition });
    } catch (error) {
      await opened.finish();
      throw error;
    }
  }
}

async function* thenFinish<T>(pieces: AsyncIterable<T>, finish: () => Promise<void>): AsyncGenerator<T> {
  try {
    yield* pieces;
  } finally {
    await finish();
  }
}
