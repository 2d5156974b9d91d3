import { Injectable } from '@nestjs/common';
import type { SearchedPatient } from '@pupitre/shared/patients/search-keys';
import type { SearchCondition, SearchStep } from '@pupitre/shared/patients/search-query';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface Candidate extends SearchedPatient {
  readonly id: string;
}

@Injectable()
export class PatientSearchRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Patients of at least one step, at most `cap`; later steps are read only while the earlier ones leave room. */
  findCandidates(steps: readonly SearchStep[], cap: number): Promise<Candidate[]> {
    const { manager, practiceId } = this.unitOfWork;
    const parameters: unknown[] = [practiceId, cap];
    const reads = steps.map((step) => stepSql(step, parameters));
    return manager.query(
      `select p.id, p.birth_name as "birthName", p.used_name as "usedName", p.first_name as "firstName",
              p.first_names as "firstNames", p.birth_date::text as "birthDate", p.phone
         from (select distinct patient_id from (${reads.join(' union all ')} limit $2) read) found
         join patient p on p.practice_id = $1 and p.id = found.patient_id`,
      parameters,
    );
  }
}

/**
 * Each condition is a constant of its own in the statement: only then can the planner turn `starts_with` into a
 * range of the index, and it is leakproof, so row-level security lets it.
 */
function stepSql(step: SearchStep, parameters: unknown[]): string {
  const [first, ...others] = [...step.all]
    .sort(equalitiesFirst)
    .map((condition) => conditionSql(condition, parameters));
  const alsoHolds = others.map(
    (holds) => `and exists (select from patient_search_key other
      where other.practice_id = $1 and other.patient_id = k.patient_id and ${holds('other')})`,
  );
  return `select step.patient_id from (select k.patient_id from patient_search_key k
    where k.practice_id = $1 and ${first?.('k')} ${alsoHolds.join(' ')} order by k.key limit $2) step`;
}

function conditionSql(condition: SearchCondition, parameters: unknown[]): (alias: string) => string {
  if ('equals' in condition) {
    const position = parameters.push(condition.equals);
    return (alias) => `${alias}.key = any($${position}::text[])`;
  }
  const position = parameters.push(condition.startsWith);
  return (alias) => `starts_with(${alias}.key, $${position})`;
}

/** A date or the end of a phone holds for few; a beginning may hold for half the practice. */
function equalitiesFirst(a: SearchCondition, b: SearchCondition): number {
  return Number('equals' in b) - Number('equals' in a);
}
