import { Module } from '@nestjs/common';
import { InvitationController } from './invitation.controller.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationService } from './invitation.service.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

@Module({
  controllers: [SessionController, OwnSessionsController, InvitationController],
  providers: [
    SessionService,
    SessionRepository,
    OwnSessionsService,
    OwnSessionsRepository,
    PasswordHasher,
    InvitationService,
    InvitationRepository,
  ],
})
export class SessionModule {}
