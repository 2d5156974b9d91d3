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
import { Turns } from '../turns.js';
import { ENDPOINT } from './endpoint.decorator.js';
import { EndpointPipeline } from './endpoint.pipeline.js';
import type { EndpointRequest } from './endpoint-request.js';
import type { FileAnswer } from './file-answer.js';

/** A file holds two connections while its trace is written: half the pool at most goes to files. */
const filesAtOnce = 4;
/** A year of rows goes out in seconds; a reader who takes longer than this keeps others waiting. */
const fileMs = 90_000;

/** Puts every handler inside the pipeline. A handler without a contract does not run. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  private readonly fileTurns = new Turns(filesAtOnce);

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
      return from(this.file(endpoint, endpoint.response.file, request, reply, act));
    }
    return from(this.pipeline.run(endpoint, request, reply, act));
  }

  /** A made file leaves the transaction first; a streamed one ends it with its last byte, in its turn. */
  private async file(
    endpoint: Endpoint,
    type: string,
    request: EndpointRequest,
    reply: FastifyReply,
    act: () => Promise<unknown>,
  ): Promise<StreamableFile | string> {
    const giveBack = await this.fileTurns.take();
    const opened = await this.unitOfWork.open(this.pipeline.contextOf(endpoint, request, true)).catch((error) => {
      giveBack();
      throw error;
    });
    const finish = () => opened.finish().finally(giveBack);
    try {
      const answer = await opened.enter(async () => {
        this.pipeline.admit(endpoint, request, opened.work);
        return (await act()) as FileAnswer;
      });
      await this.pipeline.writeAuditedRead(endpoint, request, opened.work.auditSubject);
      const headers = { type, disposition: `attachment; filename="${answer.fileName}"` };
      if ('stream' in answer) return new StreamableFile(readableUntil(fileMs, answer.stream, finish), headers);
      await finish();
      if ('text' in answer) return taggedText(reply, type, answer);
      return new StreamableFile(await answer.make(), headers);
    } catch (error) {
      await finish();
      await this.pipeline.noteRefusal(endpoint, request, error);
      throw error;
    }
  }
}

/** The hook that sends answers 304 when the caller has the text of this tag already. */
function taggedText(reply: FastifyReply, type: string, answer: Extract<FileAnswer, { text: string }>): string {
  reply.headers({
    'content-type': type,
    'content-disposition': `inline; filename="${answer.fileName}"`,
    'cache-control': answer.cacheControl,
    etag: answer.etag,
  });
  return answer.text;
}

/** Finished once, however it ends: read to the last byte, failed, left before the first, or too slow. */
function readableUntil(ms: number, pieces: AsyncIterable<string>, finish: () => Promise<void>): Readable {
  const stream = Readable.from(pieces);
  const deadline = setTimeout(() => stream.destroy(), ms).unref();
  stream.once('close', () => {
    clearTimeout(deadline);
    void finish();
  });
  return stream;
}
