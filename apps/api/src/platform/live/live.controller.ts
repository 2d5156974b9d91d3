import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { listenLive } from '@pupitre/shared/live/live.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Handles, Input } from '../http/endpoint.decorator.js';
import { LiveHub } from './live-hub.js';
import { LiveReplay } from './live-replay.service.js';
import { LiveStream } from './live-stream.js';

@Controller()
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly unitOfWork: UnitOfWork,
    private readonly replay: LiveReplay,
  ) {}

  @Handles(listenLive)
  async listen(
    @Input() { query }: InputOf<typeof listenLive>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { practiceId, sessionHash, actor } = this.unitOfWork;
    const stream = new LiveStream(reply, practiceId, actor.accountId, sessionHash);
    // Before the table is read: what is committed after the reading is heard.
    const forget = this.hub.add(stream);
    stream.onGone(forget);
    try {
      stream.open(await this.replay.framesSince(asText(request.headers['last-event-id']) ?? query.since));
    } catch (error) {
      forget();
      throw error;
    }
  }
}

const asText = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);
