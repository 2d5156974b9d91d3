import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { AbsenceController } from './absence.controller.js';
import { AbsenceRepository } from './absence.repository.js';
import { AbsenceService } from './absence.service.js';
import { AbsenceBook } from './absence-book.js';
import { AgendaRepository } from './agenda.repository.js';
import { FoundingController } from './founding.controller.js';
import { FoundingRepository } from './founding.repository.js';
import { FoundingService } from './founding.service.js';
import { MotifController } from './motif.controller.js';
import { MotifRepository } from './motif.repository.js';
import { MotifService } from './motif.service.js';
import { HolidayOverrideRepository } from './opening/holiday-override.repository.js';
import { HolidayOverrideService } from './opening/holiday-override.service.js';
import { LocumController } from './opening/locum.controller.js';
import { LocumRepository } from './opening/locum.repository.js';
import { LocumService } from './opening/locum.service.js';
import { OpeningChangeRepository } from './opening/opening-change.repository.js';
import { OpeningColumns } from './opening/opening-columns.js';
import { OpeningEffectRepository } from './opening/opening-effect.repository.js';
import { OpeningEffects } from './opening/opening-effects.js';
import { OpeningExceptionController } from './opening/opening-exception.controller.js';
import { OpeningExceptionRepository } from './opening/opening-exception.repository.js';
import { OpeningExceptionService } from './opening/opening-exception.service.js';
import { OpeningUndoService } from './opening/opening-undo.service.js';
import { OutsideHoursController } from './opening/outside-hours.controller.js';
import { OutsideHoursRepository } from './opening/outside-hours.repository.js';
import { OutsideHoursService } from './opening/outside-hours.service.js';
import { SiteController } from './opening/site.controller.js';
import { SiteRepository } from './opening/site.repository.js';
import { SiteService } from './opening/site.service.js';
import { OpeningHoursController } from './opening-hours.controller.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { OpeningHoursService } from './opening-hours.service.js';
import { PoolController } from './pool.controller.js';
import { PoolRepository } from './pool.repository.js';
import { PoolService } from './pool.service.js';
import { PracticeAgendas } from './practices.public.js';
import { SetupController } from './setup.controller.js';
import { SetupRepository } from './setup.repository.js';
import { SetupService } from './setup.service.js';

@Module({
  imports: [MembersModule],
  controllers: [
    SetupController,
    OpeningHoursController,
    AbsenceController,
    MotifController,
    PoolController,
    FoundingController,
    OpeningExceptionController,
    OutsideHoursController,
    SiteController,
    LocumController,
  ],
  providers: [
    ...[OpeningColumns, OpeningEffects, OpeningEffectRepository, OpeningExceptionService, OpeningExceptionRepository],
    ...[OpeningChangeRepository, OpeningUndoService, OutsideHoursRepository, OutsideHoursService],
    ...[HolidayOverrideService, HolidayOverrideRepository, SiteService, SiteRepository, LocumService, LocumRepository],
    ...[SetupService, SetupRepository, OpeningHoursService, OpeningHoursRepository, AbsenceService, AbsenceRepository],
    AbsenceBook,
    ...[
      MotifService,
      MotifRepository,
      AgendaRepository,
      PoolRepository,
      PoolService,
      PracticeAgendas,
      FoundingService,
      FoundingRepository,
    ],
  ],
  exports: [AbsenceBook, PracticeAgendas],
})
export class PracticesModule {}
