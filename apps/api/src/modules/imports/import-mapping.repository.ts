import { Injectable } from '@nestjs/common';
import type { ImportKind, PatientField } from '@pupitre/shared/import/import-codes';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Field by head of column; null: not imported. */
export type RememberedFields = Readonly<Record<string, PatientField | null>>;

@Injectable()
export class ImportMappingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(kind: ImportKind, headerSignature: string): Promise<RememberedFields | null> {
    const rows: { fields: RememberedFields }[] = await this.unitOfWork.manager.query(
      'select fields from import_mapping where practice_id = $1 and kind = $2 and header_signature = $3',
      [this.unitOfWork.practiceId, kind, headerSignature],
    );
    return rows[0]?.fields ?? null;
  }

  async put(kind: ImportKind, headerSignature: string, fields: RememberedFields): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into import_mapping (practice_id, kind, header_signature, fields) values ($1, $2, $3, $4)
       on conflict (practice_id, kind, header_signature) do update set fields = excluded.fields, used_at = now()`,
      [this.unitOfWork.practiceId, kind, headerSignature, JSON.stringify(fields)],
    );
  }
}
