import { Module } from '@nestjs/common';
import { CommuneController } from './commune.controller.js';
import { CommuneRepository } from './commune.repository.js';
import { CommuneService } from './commune.service.js';
import { PatientController } from './patient.controller.js';
import { PatientRepository } from './patient.repository.js';
import { PatientService } from './patient.service.js';
import { PatientEventRepository } from './patient-event.repository.js';
import { PatientFileRepository } from './patient-file.repository.js';
import { PatientFileService } from './patient-file.service.js';
import { PatientHitRepository } from './patient-hit.repository.js';
import { PatientIdentityRepository } from './patient-identity.repository.js';
import { PatientSearchRepository } from './patient-search.repository.js';
import { PatientSearchService } from './patient-search.service.js';
import { TwinRepository } from './twin.repository.js';
import { TwinService } from './twin.service.js';

@Module({
  controllers: [PatientController, CommuneController],
  providers: [
    CommuneRepository,
    CommuneService,
    PatientEventRepository,
    PatientFileRepository,
    PatientFileService,
    PatientHitRepository,
    PatientIdentityRepository,
    PatientRepository,
    PatientSearchRepository,
    PatientSearchService,
    PatientService,
    TwinRepository,
    TwinService,
  ],
})
export class PatientsModule {}
