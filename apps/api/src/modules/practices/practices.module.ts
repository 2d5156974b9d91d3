import { Module } from '@nestjs/common';
import { AbsenceController } from './absence.controller.js';
import { AbsenceRepository } from './absence.repository.js';
import { AbsenceService } from './absence.service.js';
import { AgendaRepository } from './agenda.repository.js';
import { MotifController } from './motif.controller.js';
import { MotifRepository } from './motif.repository.js';
import { MotifService } from './motif.service.js';
import { OpeningHoursController } from './opening-hours.controller.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { OpeningHoursService } from './opening-hours.service.js';
import { PracticeAgendas } from './practices.public.js';
import { SetupController } from './setup.controller.js';
import { SetupRepository } from './setup.repository.js';
import { SetupService } from './setup.service.js';

@Module({
  controllers: [SetupController, OpeningHoursController, AbsenceController, MotifController],
  providers: [
    ...[SetupService, SetupRepository, OpeningHoursService, OpeningHoursRepository, AbsenceService, AbsenceRepository],
    ...[MotifService, MotifRepository, AgendaRepository, PracticeAgendas],
  ],
  exports: [PracticeAgendas],
})
export class PracticesModule {}
