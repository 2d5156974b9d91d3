import { Module } from '@nestjs/common';
import { DraftController } from './draft.controller.js';
import { DraftRepository } from './draft.repository.js';
import { DraftService } from './draft.service.js';
import { LastChangeController } from './last-change.controller.js';
import { LastChangeRepository } from './last-change.repository.js';
import { LastChangeService } from './last-change.service.js';

@Module({
  controllers: [DraftController, LastChangeController],
  providers: [DraftService, DraftRepository, LastChangeRepository, LastChangeService],
})
export class DraftsModule {}
