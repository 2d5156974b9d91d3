import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { addAbsence, removeAbsence } from '@pupitre/shared/practices/practice.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { AbsenceService } from './absence.service.js';

@Controller()
export class AbsenceController {
  constructor(private readonly absences: AbsenceService) {}

  @Handles(addAbsence)
  add(@Input() { body }: InputOf<typeof addAbsence>) {
    return this.absences.add(body);
  }

  @Handles(removeAbsence)
  remove(@Input() { params }: InputOf<typeof removeAbsence>) {
    return this.absences.remove(params.absenceId);
  }
}
