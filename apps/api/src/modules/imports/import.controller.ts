import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/import/import.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { ImportService } from './import.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportProblems } from './import-problems.js';
import { ImportWriting } from './import-writing.js';

@Controller()
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly checks: ImportCheckService,
    private readonly writing: ImportWriting,
    private readonly problems: ImportProblems,
  ) {}

  @Handles(contract.listImports)
  list() {
    return this.imports.list();
  }

  @Handles(contract.beginImport)
  begin(@Input() { body }: InputOf<typeof contract.beginImport>) {
    return this.imports.begin(body);
  }

  @Handles(contract.putImportPart)
  putPart(@Input() { params, body }: InputOf<typeof contract.putImportPart>) {
    return this.imports.putPart(params.importId, params.part, body);
  }

  @Handles(contract.checkImport)
  async check(@Input() { params }: InputOf<typeof contract.checkImport>) {
    await this.checks.start(params.importId);
    return this.imports.read(params.importId);
  }

  @Handles(contract.readImport)
  read(@Input() { params }: InputOf<typeof contract.readImport>) {
    return this.imports.read(params.importId);
  }

  @Handles(contract.mapImportColumns)
  async map(@Input() { params, body }: InputOf<typeof contract.mapImportColumns>) {
    await this.checks.map(params.importId, body);
    return this.imports.read(params.importId);
  }

  @Handles(contract.readImportLines)
  readLines(@Input() { params, body }: InputOf<typeof contract.readImportLines>) {
    return this.imports.readLines(params.importId, body);
  }

  @Handles(contract.decideImportLine)
  decide(@Input() { params, body }: InputOf<typeof contract.decideImportLine>) {
    return this.imports.decide(params.importId, params.line, body);
  }

  @Handles(contract.cancelImport)
  cancel(@Input() { params }: InputOf<typeof contract.cancelImport>) {
    return this.imports.cancel(params.importId);
  }

  @Handles(contract.commitImport)
  async commit(@Input() { params }: InputOf<typeof contract.commitImport>) {
    await this.writing.askCommit(params.importId);
    return this.imports.read(params.importId);
  }

  @Handles(contract.undoImport)
  async undo(@Input() { params }: InputOf<typeof contract.undoImport>) {
    await this.writing.askUndo(params.importId);
    return this.imports.read(params.importId);
  }

  @Handles(contract.exportImportProblems)
  exportProblems(@Input() { params, query }: InputOf<typeof contract.exportImportProblems>) {
    return this.problems.export(params.importId, query.language);
  }
}
