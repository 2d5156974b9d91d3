import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/import/agenda/agenda-import.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { AgendaImportService } from './agenda-import.service.js';

@Controller()
export class AgendaImportController {
  constructor(private readonly agendas: AgendaImportService) {}

  @Handles(contract.readAgendaImport)
  read(@Input() { params }: InputOf<typeof contract.readAgendaImport>) {
    return this.agendas.read(params.importId);
  }

  @Handles(contract.chooseAgendaImport)
  choose(@Input() { params, body }: InputOf<typeof contract.chooseAgendaImport>) {
    return this.agendas.choose(params.importId, body);
  }

  @Handles(contract.readImportVisits)
  visits(@Input() { params, body }: InputOf<typeof contract.readImportVisits>) {
    return this.agendas.list(params.importId, body);
  }

  @Handles(contract.decideImportVisit)
  decide(@Input() { params, body }: InputOf<typeof contract.decideImportVisit>) {
    return this.agendas.decide(params.importId, params.line, body);
  }
}
