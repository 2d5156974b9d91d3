import { Controller, Res } from '@nestjs/common';
import { listenLive } from '@pupitre/shared/live/live.contract';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Handles } from '../http/endpoint.decorator.js';
import { securityHeaders } from '../http/security-headers.js';
import { LiveHub } from './live-hub.js';

/** Bytes a desk may leave unread before its stream is closed and it starts again. */
const unreadLimit = 256 * 1024;

@Controller()
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Handles(listenLive)
  listen(@Res() reply: FastifyReply): void {
    const { practiceId, sessionHash } = this.unitOfWork;
    const { accountId } = this.unitOfWork.actor;
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    stream.write('retry: 1000\nevent: ready\ndata: {}\n\n');
    const remove = this.hub.add({
      practiceId,
      accountId,
      sessionHash,
      send: (name, data) => {
        stream.write(`event: ${name}\ndata: ${JSON.stringify(data ?? {})}\n\n`);
        if (stream.writableLength > unreadLimit) stream.destroy();
      },
      close: () => stream.end(),
    });
    stream.on('close', remove);
  }
}
