import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { acceptInvitation, readInvitation } from '@pupitre/shared/session/invitation.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { InvitationService } from './invitation.service.js';
import { setSessionCookie } from './session-cookie.js';

@Controller()
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  @Handles(readInvitation)
  read(@Input() { body }: InputOf<typeof readInvitation>, @Req() request: FastifyRequest) {
    return this.invitations.read(body.token, request.ip);
  }

  @Handles(acceptInvitation)
  async accept(
    @Input() { body }: InputOf<typeof acceptInvitation>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const opened = await this.invitations.accept(body.token, body.password, body.person, from);
    setSessionCookie(reply, opened.token);
    return opened.view;
  }
}
