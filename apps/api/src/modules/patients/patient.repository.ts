import { Injectable } from '@nestjs/common';
import type { SearchKey } from '@pupitre/shared/patients/search-keys';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { invalidField } from './invalid-field.js';
import { PatientEntity, type PatientTraits } from './patient.entity.js';

/** Beginnings of constraint names; a code or an id that exists nowhere is a fault of its field. */
const unknownReferences = {
  patient_birth_place_code_fkey: () => invalidField('birthPlaceCode'),
  patient_commune_code_fkey: () => invalidField('communeCode'),
  patient_practice_id_usual_practitioner_id_fkey: () => invalidField('usualPractitionerId'),
};

@Injectable()
export class PatientRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(id: string): Promise<PatientEntity> {
    const found = await this.unitOfWork.manager.findOneBy(PatientEntity, {
      practiceId: this.unitOfWork.practiceId,
      id,
    });
    if (!found) throw new DomainError('resource.not_found');
    return found;
  }

  /** The next file number, gapless: the counter's row stays locked until this transaction ends. */
  async takeNumber(): Promise<number> {
    const [row] = await this.unitOfWork.manager.query(
      `insert into practice_counter (practice_id, series, last_number) values ($1, 'patient', 1)
       on conflict (practice_id, series) do update set last_number = practice_counter.last_number + 1
       returning last_number`,
      [this.unitOfWork.practiceId],
    );
    return row.last_number;
  }

  async insert(patient: PatientEntity): Promise<void> {
    await this.unitOfWork.translate(unknownReferences, (manager) => manager.insert(PatientEntity, patient));
  }

  /** False when the row has moved on from `version`. */
  async update(
    id: string,
    version: number,
    change: Partial<PatientTraits> & Pick<PatientEntity, 'insStatus'>,
  ): Promise<boolean> {
    const { practiceId } = this.unitOfWork;
    const { affected } = await this.unitOfWork.translate(unknownReferences, (manager) =>
      manager.update(PatientEntity, { practiceId, id, version }, { ...change, version: version + 1 }),
    );
    return affected === 1;
  }

  async replaceSearchKeys(patientId: string, keys: readonly SearchKey[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `delete from patient_search_key where practice_id = $1 and patient_id = $2 and not key = any($3)`,
      [practiceId, patientId, keys.map(({ key }) => key)],
    );
    await manager.query(
      `insert into patient_search_key (practice_id, key, patient_id, kind)
       select $1, key, $2, kind from unnest($3::text[], $4::text[]) as k(key, kind)
       on conflict (practice_id, key, patient_id) do update set kind = excluded.kind`,
      [practiceId, patientId, keys.map(({ key }) => key), keys.map(({ kind }) => kind)],
    );
  }
}
