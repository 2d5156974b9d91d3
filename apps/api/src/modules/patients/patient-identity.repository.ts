import { Injectable } from '@nestjs/common';
import { maskPhone } from '@pupitre/shared/fr/phone';
import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

const identitySql = `
  select p.id, p.number, p.birth_name as "birthName", p.used_name as "usedName", p.first_name as "firstName",
         p.first_names as "firstNames", p.sex, p.birth_date::text as "birthDate",
         case when birth.code is not null then json_build_object('code', birth.code, 'name', birth.name) end
           as "birthPlace",
         p.phone, p.without_phone as "withoutPhone", p.email, p.street, p.postal_code as "postalCode",
         case when home.code is not null then json_build_object('code', home.code, 'name', home.name) end as commune,
         p.heads_up as "headsUp", p.team_note as "teamNote", p.usual_practitioner_id as "usualPractitionerId",
         p.referring_doctor as "referringDoctor", p.long_term_illness as "longTermIllness",
         p.third_party as "thirdParty", p.complementary_name as "complementaryName", p.ins_status as "insStatus",
         p.version
    from patient p
    left join commune birth on birth.code = p.birth_place_code
    left join commune home on home.code = p.commune_code
   where p.practice_id = $1 and p.id = $2`;

@Injectable()
export class PatientIdentityRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(id: string): Promise<PatientIdentity> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query(identitySql, [practiceId, id]);
    if (!row) throw new DomainError('resource.not_found');
    const { phone, ...identity } = row as Omit<PatientIdentity, 'phoneMasked'> & { phone: string | null };
    return { ...identity, phoneMasked: phone && maskPhone(phone) };
  }
}
