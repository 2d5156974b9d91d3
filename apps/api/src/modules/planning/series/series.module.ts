import { Module } from '@nestjs/common';
import { PracticesModule } from '../../practices/practices.module.js';
import { PlanningModule } from '../planning.module.js';
import { BundleController } from './bundle.controller.js';
import { BundleRepository } from './bundle.repository.js';
import { BundleService } from './bundle.service.js';
import { BundleFinder } from './bundle-finder.js';
import { GroundRepository } from './ground.repository.js';
import { GroundReader } from './ground-reader.js';
import { SeriesController } from './series.controller.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesService } from './series.service.js';
import { SeriesEditService } from './series-edit.service.js';
import { SeriesPlanner } from './series-planner.js';
import { VisitGroupCancellation } from './visit-group-cancellation.js';

/** Visits booked by a rule, one after the other, or for a family. */
@Module({
  imports: [PracticesModule, PlanningModule],
  controllers: [SeriesController, BundleController],
  providers: [
    BundleFinder,
    BundleRepository,
    BundleService,
    GroundReader,
    GroundRepository,
    SeriesEditService,
    SeriesPlanner,
    SeriesRepository,
    SeriesService,
    VisitGroupCancellation,
  ],
})
export class SeriesModule {}
