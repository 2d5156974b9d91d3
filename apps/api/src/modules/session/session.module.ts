import { Module } from '@nestjs/common';
import { PasswordHasher } from './password-hasher.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';

@Module({ controllers: [SessionController], providers: [SessionService, SessionRepository, PasswordHasher] })
export class SessionModule {}
