import { Module } from '@nestjs/common';
import { PracticesModule } from '../../practices/practices.module.js';
import { PlanningModule } from '../planning.module.js';
import { UrgentController } from './urgent.controller.js';
import { UrgentPlacesService } from './urgent-places.service.js';

@Module({
  imports: [PlanningModule, PracticesModule],
  controllers: [UrgentController],
  providers: [UrgentPlacesService],
})
export class UrgentModule {}
