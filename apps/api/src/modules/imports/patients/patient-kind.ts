import { Injectable } from '@nestjs/common';
import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import { chooseColumns, type MappedColumn, missingFields, proposeColumns } from '@pupitre/shared/import/column-mapping';
import { sniffDelimiter } from '@pupitre/shared/import/csv-dialect';
import { type CsvRecord, CsvRecords } from '@pupitre/shared/import/csv-records';
import { headerSignature } from '@pupitre/shared/import/header-names';
import { type FileDelimiter, mostColumns } from '@pupitre/shared/import/import-codes';
import { findTableHead } from '@pupitre/shared/import/table-head';
import { todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportFile } from '../import-file.repository.js';
import {
  type Dependents,
  ImportKinds,
  type ImportKindWork,
  type Recognition,
  type Stager,
  type StoredColumn,
  type Written,
} from '../import-kind.js';
import { ImportMappingRepository } from '../import-mapping.repository.js';
import { signatureHash } from './header-signature.js';
import { KnownPatientRepository } from './known-patient.repository.js';
import { PatientStager } from './patient-stager.js';
import { PatientTakeBackRepository } from './patient-take-back.repository.js';
import { PatientWriteRepository } from './patient-write.repository.js';

/** Patients out of a table of text. */
@Injectable()
export class PatientKind implements ImportKindWork {
  readonly kind = 'patients';

  constructor(
    kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly mappings: ImportMappingRepository,
    private readonly known: KnownPatientRepository,
    private readonly writes: PatientWriteRepository,
    private readonly takesBack: PatientTakeBackRepository,
    private readonly clock: Clock,
  ) {
    kinds.register(this);
  }

  async recognise(head: string): Promise<Recognition> {
    const delimiter = sniffDelimiter(head);
    if (!delimiter) return { failure: head.trim() ? 'not_recognised' : 'file_empty' };
    const records = recordsOf(head, delimiter);
    const heads = findTableHead(records);
    if (!heads) return { failure: 'not_recognised' };
    if (heads.cells.length > mostColumns) return { failure: 'too_many_columns' };
    const under = records.filter(({ line, fault }) => line > heads.line && !fault).map(({ cells }) => cells);
    if (under.length === 0) return { failure: 'header_only' };
    const { zone } = this.unitOfWork.membership;
    const proposed = proposeColumns(heads.cells, under, todayIn(zone, this.clock.now()));
    const signature = signatureHash(headerSignature(heads.cells));
    const remembered = await this.mappings.find(this.kind, signature);
    const columns = remembered ? chooseColumns(proposed, ({ header }) => remembered[header]) : proposed;
    return {
      ...{ failure: null, delimiter, columns: columns.map(stored), headerSignature: signature },
      mappingRemembered: remembered !== null,
    };
  }

  missingFields(columns: readonly StoredColumn[]) {
    return missingFields(columns);
  }

  async stager(file: ImportFile, head: string): Promise<Stager> {
    const { delimiter } = file;
    const heads = delimiter && findTableHead(recordsOf(head, delimiter));
    if (!heads) throw new Error('a table is staged before its head is known');
    const { zone, practitioners } = await this.known.practice();
    const today = todayIn(zone, this.clock.now());
    const context = { today, region: phoneRegionOf(zone), practitioners };
    return new PatientStager(this.known, file, heads.line, delimiter, context);
  }

  prepare(file: ImportFile): Promise<void> {
    return this.writes.reserveNumbers(file.id);
  }

  write(file: ImportFile): Promise<Written> {
    return this.writes.write(file, this.clock.now());
  }

  dependents(file: ImportFile): Promise<Dependents> {
    return this.takesBack.dependents(file.id);
  }

  takeBack(file: ImportFile): Promise<void> {
    return this.takesBack.takeBack(file, this.clock.now());
  }
}

function recordsOf(head: string, delimiter: FileDelimiter): CsvRecord[] {
  const records = new CsvRecords(delimiter);
  const whole = [...records.push(head), ...records.end()];
  return whole.slice(0, 200);
}

function stored(column: MappedColumn): StoredColumn {
  return { ...column, examples: [...column.examples] };
}
