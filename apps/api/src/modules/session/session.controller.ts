import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/session/session.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { SessionService } from './session.service.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';

@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Handles(contract.readInstallation)
  installation() {
    return this.sessions.installation();
  }

  @Handles(contract.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof contract.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.sessions.signIn(body.email, body.password, {
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    setSessionCookie(reply, opened.token);
    return opened.view;
  }

  @Handles(contract.readSession)
  read() {
    return this.sessions.view();
  }

  @Handles(contract.signOut)
  async signOut(@Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end();
    clearSessionCookie(reply);
  }

  @Handles(contract.lockSession)
  lock() {
    return this.sessions.lock();
  }

  @Handles(contract.unlockSession)
  unlock(@Input() { body }: InputOf<typeof contract.unlockSession>, @Req() request: FastifyRequest) {
    return this.sessions.unlock(body.password, request.ip);
  }

  @Handles(contract.stepUp)
  stepUp(@Input() { body }: InputOf<typeof contract.stepUp>, @Req() request: FastifyRequest) {
    return this.sessions.stepUp(body.password, request.ip);
  }

  @Handles(contract.noteActivity)
  noteActivity() {
    return this.sessions.noteActivity();
  }

  @Handles(contract.savePreferences)
  savePreferences(@Input() { body }: InputOf<typeof contract.savePreferences>) {
    return this.sessions.savePreferences(body);
  }
}
