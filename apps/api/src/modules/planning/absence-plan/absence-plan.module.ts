import { Module } from '@nestjs/common';
import { PracticesModule } from '../../practices/practices.module.js';
import { PlanningModule } from '../planning.module.js';
import { AbsencePlanController } from './absence-plan.controller.js';
import { AbsencePlanService } from './absence-plan.service.js';
import { ProposalService } from './proposal.service.js';
import { RebookingRepository } from './rebooking.repository.js';
import { RebookingService } from './rebooking.service.js';

@Module({
  imports: [PracticesModule, PlanningModule],
  controllers: [AbsencePlanController],
  providers: [AbsencePlanService, ProposalService, RebookingRepository, RebookingService],
})
export class AbsencePlanModule {}
