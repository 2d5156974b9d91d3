import { Module } from '@nestjs/common';
import { AgendaImportController } from './agenda/agenda-import.controller.js';
import { AgendaImportService } from './agenda/agenda-import.service.js';
import { AgendaJudge } from './agenda/agenda-judge.js';
import { AgendaKind } from './agenda/agenda-kind.js';
import { AgendaOverlaps } from './agenda/agenda-overlaps.js';
import { AgendaPatientRepository } from './agenda/agenda-patient.repository.js';
import { AgendaPlaceRepository } from './agenda/agenda-place.repository.js';
import { AgendaSetupRepository } from './agenda/agenda-setup.repository.js';
import { AgendaTakeBackRepository } from './agenda/agenda-take-back.repository.js';
import { AgendaVisitRepository } from './agenda/agenda-visit.repository.js';
import { AgendaWriteRepository } from './agenda/agenda-write.repository.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportFileRepository } from './import-file.repository.js';
import { ImportFileReader } from './import-file-reader.js';
import { ImportJobs } from './import-jobs.js';
import { ImportKinds } from './import-kind.js';
import { ImportLineRepository } from './import-line.repository.js';
import { ImportMappingRepository } from './import-mapping.repository.js';
import { ImportPartRepository } from './import-part.repository.js';
import { ImportProblems } from './import-problems.js';
import { ImportStaging } from './import-staging.js';
import { ImportWriting } from './import-writing.js';
import { KnownPatientRepository } from './patients/known-patient.repository.js';
import { PatientKind } from './patients/patient-kind.js';
import { PatientTakeBackRepository } from './patients/patient-take-back.repository.js';
import { PatientWriteRepository } from './patients/patient-write.repository.js';

@Module({
  controllers: [ImportController, AgendaImportController],
  providers: [
    ...[ImportService, ImportCheckService, ImportStaging, ImportWriting, ImportProblems, ImportJobs, ImportKinds],
    ...[ImportFileRepository, ImportPartRepository, ImportLineRepository, ImportMappingRepository, ImportFileReader],
    ...[PatientKind, KnownPatientRepository, PatientWriteRepository, PatientTakeBackRepository],
    ...[AgendaKind, AgendaImportService, AgendaJudge, AgendaOverlaps, AgendaPatientRepository, AgendaPlaceRepository],
    ...[AgendaSetupRepository, AgendaTakeBackRepository, AgendaVisitRepository, AgendaWriteRepository],
  ],
})
export class ImportsModule {}
