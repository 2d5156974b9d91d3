import { Module } from '@nestjs/common';
import { PracticesModule } from '../../practices/practices.module.js';
import { PlanningModule } from '../planning.module.js';
import { FreeStretches } from './free-stretches.js';
import { WaitingAcceptanceService } from './waiting-acceptance.service.js';
import { WaitingEntries } from './waiting-entries.js';
import { WaitingFitService } from './waiting-fit.service.js';
import { WaitingJournalRepository } from './waiting-journal.repository.js';
import { WaitingListController } from './waiting-list.controller.js';
import { WaitingListRepository } from './waiting-list.repository.js';
import { WaitingListService } from './waiting-list.service.js';
import { WaitingNews } from './waiting-news.js';
import { WaitingVisits } from './waiting-visits.js';
import { WaitingWishRepository } from './waiting-wish.repository.js';

/** Who waits for a place, and who is called when one is given back. */
@Module({
  imports: [PlanningModule, PracticesModule],
  controllers: [WaitingListController],
  providers: [
    ...[WaitingListService, WaitingFitService, WaitingAcceptanceService, WaitingEntries, WaitingVisits, WaitingNews],
    ...[FreeStretches],
    ...[WaitingListRepository, WaitingWishRepository, WaitingJournalRepository],
  ],
})
export class WaitingListModule {}
