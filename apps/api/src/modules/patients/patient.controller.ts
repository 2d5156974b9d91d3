import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/patients/patient.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { PatientService } from './patient.service.js';
import { PatientFileService } from './patient-file.service.js';
import { PatientSearchService } from './patient-search.service.js';
import { TwinService } from './twin.service.js';

@Controller()
export class PatientController {
  constructor(
    private readonly patients: PatientService,
    private readonly files: PatientFileService,
    private readonly finder: PatientSearchService,
    private readonly twins: TwinService,
  ) {}

  @Handles(contract.searchPatients)
  search(@Input() { body }: InputOf<typeof contract.searchPatients>) {
    return this.finder.search(body.text, body.limit);
  }

  @Handles(contract.findTwins)
  findTwins(@Input() { body }: InputOf<typeof contract.findTwins>) {
    return this.twins.find(body);
  }

  @Handles(contract.createPatient)
  create(@Input() { body }: InputOf<typeof contract.createPatient>) {
    return this.patients.create(body);
  }

  @Handles(contract.readPatientFile)
  readFile(@Input() { params, query }: InputOf<typeof contract.readPatientFile>) {
    return this.files.read(params.patientId, query.reason);
  }

  @Handles(contract.revealPhone)
  revealPhone(@Input() { params }: InputOf<typeof contract.revealPhone>) {
    return this.patients.revealPhone(params.patientId);
  }

  @Handles(contract.editPatient)
  edit(@Input() { params, version, body }: InputOf<typeof contract.editPatient>) {
    return this.patients.edit(params.patientId, version, body);
  }
}
