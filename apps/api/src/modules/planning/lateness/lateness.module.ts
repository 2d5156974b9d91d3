import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning.module.js';
import { LatenessNoticeRepository } from './lateness-notice.repository.js';
import { LatenessWarningController } from './lateness-warning.controller.js';
import { LatenessWarningService } from './lateness-warning.service.js';

@Module({
  imports: [PlanningModule],
  controllers: [LatenessWarningController],
  providers: [LatenessNoticeRepository, LatenessWarningService],
})
export class LatenessModule {}
