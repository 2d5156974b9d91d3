import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { findCommunes } from '@pupitre/shared/patients/patient.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { CommuneService } from './commune.service.js';

@Controller()
export class CommuneController {
  constructor(private readonly communes: CommuneService) {}

  @Handles(findCommunes)
  find(@Input() { query }: InputOf<typeof findCommunes>) {
    return this.communes.find(query.text, query.birthplace);
  }
}
