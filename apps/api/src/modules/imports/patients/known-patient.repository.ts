import { Injectable } from '@nestjs/common';
import type { KnownCommune } from '@pupitre/shared/import/commune-match';
import type { EarlierLine, KnownPatient } from '@pupitre/shared/import/patient-verdict';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

export interface ComparedPatient extends KnownPatient {
  readonly version: number;
  readonly firstNames: string;
}

/** What the lines of a chunk are looked for by. */
export interface Sought {
  readonly days: readonly LocalDay[];
  readonly birthNames: readonly string[];
}

/**
 * Near twins of a day; of the same birth name, all. Twenty thousand people have one or two: a day with more is the one a
 * software writes when it knows none, and comparing everybody with everybody would take hours.
 */
const mostOfADay = 100;

export interface PracticeFacts {
  readonly zone: string;
  readonly practitioners: readonly { id: string; firstName: string; lastName: string }[];
}

/** What the lines of a chunk are compared with, all of them in one query each. */
@Injectable()
export class KnownPatientRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async practice(): Promise<PracticeFacts> {
    const { manager, practiceId } = this.unitOfWork;
    const [practice] = await manager.query('select zone from practice where practice_id = $1', [practiceId]);
    const practitioners = await manager.query(
      `select id, first_name as "firstName", last_name as "lastName" from practitioner where practice_id = $1`,
      [practiceId],
    );
    return { zone: practice.zone, practitioners };
  }

  /** Who is born on one of these days: a person found again, or a near twin, shares a day with her line. */
  bornOn({ days, birthNames }: Sought): Promise<ComparedPatient[]> {
    const columns = `id, birth_name as "birthName", used_name as "usedName", first_name as "firstName",
      first_names as "firstNames", sex, birth_date::text as "birthDate", birth_place_code as "birthPlaceCode", phone, email,
      street, postal_code as "postalCode", commune_code as "communeCode", heads_up as "headsUp", team_note as "teamNote",
      usual_practitioner_id as "usualPractitionerId", complementary_name as "complementaryName", version, number`;
    return this.unitOfWork.manager.query(
      `select * from (
         select ${columns}, birth_name = any($3) as is_named,
                row_number() over (partition by patient.birth_date order by number) as place
           from patient where practice_id = $1 and patient.birth_date = any($2::date[])) near
        where is_named or place <= ${mostOfADay}
        order by number`,
      [this.unitOfWork.practiceId, days, birthNames],
    );
  }

  /** Lines of this run, before the chunk, that make a patient or may. */
  linesBornOn(
    file: { id: string; run: string | null },
    beforeLine: number,
    { days, birthNames }: Sought,
  ): Promise<EarlierLine[]> {
    return this.unitOfWork.manager.query(
      // One reading a chunk, whatever the plan: a table still growing has no statistics, and a day at a time would
      // be read whole for each of them.
      `select line, traits from (
         select line, content as traits, content ->> 'birthName' = any($6) as is_named,
                row_number() over (partition by birth_date order by line) as place
           from import_line
          where practice_id = $1 and import_id = $2 and run = $3 and line < $4 and content is not null
            and birth_date = any($5::date[])) near
        where is_named or place <= ${mostOfADay}
        order by line`,
      [this.unitOfWork.practiceId, file.id, file.run, beforeLine, days, birthNames],
    );
  }

  /** The official list is under no row-level security: the same for all. */
  communes(keys: { codes: readonly string[]; names: readonly string[] }): Promise<KnownCommune[]> {
    return this.unitOfWork.manager.query(
      `select code, folded, postal_codes as "postalCodes", former from commune where code = any($1) or folded = any($2)`,
      [keys.codes, keys.names],
    );
  }
}
