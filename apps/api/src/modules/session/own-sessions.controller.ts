import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import {
  listSessions,
  revokeMemberSessions,
  revokeOtherSessions,
  revokeSession,
} from '@pupitre/shared/session/own-sessions.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { OwnSessionsService } from './own-sessions.service.js';

@Controller()
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessionsService) {}

  @Handles(listSessions)
  async list() {
    return { sessions: await this.sessions.list() };
  }

  @Handles(revokeSession)
  revoke(@Input() { params }: InputOf<typeof revokeSession>) {
    return this.sessions.revoke(params.sessionId);
  }

  @Handles(revokeOtherSessions)
  async revokeOthers() {
    return { ended: await this.sessions.revokeOthers() };
  }

  @Handles(revokeMemberSessions)
  async revokeOfMember(@Input() { params }: InputOf<typeof revokeMemberSessions>) {
    return { ended: await this.sessions.revokeOfMember(params.accountId) };
  }
}
