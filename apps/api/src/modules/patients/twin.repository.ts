import { Injectable } from '@nestjs/common';
import { nationalDigits } from '@pupitre/shared/fr/phone';
import { fold } from '@pupitre/shared/patients/search-folding';
import { birthYearKey, phoneEndKey } from '@pupitre/shared/patients/search-keys';
import type { TwinTraits } from '@pupitre/shared/patients/twins';
import { isRealDay, type LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface KnownTwin extends TwinTraits {
  readonly id: string;
}

const mostCandidates = 200;

const candidatesSql = `
  select p.id, p.birth_name as "birthName", p.used_name as "usedName", p.first_name as "firstName", p.sex,
         p.birth_date::text as "birthDate", p.birth_place_code as "birthPlaceCode", p.phone, p.email
    from patient p
   where p.practice_id = $1 and p.id <> all($6) and p.id in (
     select same_day.id from patient same_day where same_day.practice_id = $1 and same_day.birth_date = any($2)
     union
     select k.patient_id from patient_search_key k where k.practice_id = $1 and k.key = $3
     union
     select k.patient_id from patient_search_key k where k.practice_id = $1 and starts_with(k.key, $4)
        and exists (select from patient_search_key born
              where born.practice_id = $1 and born.patient_id = k.patient_id and born.key = $5))
   limit ${mostCandidates}`;

@Injectable()
export class TwinRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whoever shares a birth date (day and month swapped too), a phone, or a name and a year of birth. */
  findCandidates(traits: TwinTraits, exceptId: string | null): Promise<KnownTwin[]> {
    const name = fold(traits.usedName) || fold(traits.birthName);
    return this.unitOfWork.manager.query(candidatesSql, [
      this.unitOfWork.practiceId,
      traits.birthDate ? [traits.birthDate, ...swapped(traits.birthDate)] : [],
      traits.phone ? phoneEndKey(nationalDigits(traits.phone)) : '',
      name ? `${name} ` : null,
      traits.birthDate ? birthYearKey(traits.birthDate.slice(0, 4)) : '',
      exceptId ? [exceptId] : [],
    ]);
  }
}

function swapped(day: LocalDay): LocalDay[] {
  const other = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  return isRealDay(other) ? [other] : [];
}
