import { Injectable } from '@nestjs/common';
import { nationalDigits } from '@pupitre/shared/fr/phone';
import type { KnownPatient } from '@pupitre/shared/import/agenda/patient-choice';
import type { VisitWords } from '@pupitre/shared/import/agenda/visit-words';
import { wordsOf } from '@pupitre/shared/patients/search-folding';
import { birthDateKey, longestKey, phoneEndKey, typoKeys } from '@pupitre/shared/patients/search-keys';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Patients an event may mean, by the place of its words in the list asked. */
export type Candidates = readonly KnownPatient[][];

const patientColumns = `p.id, p.birth_name as "birthName", p.used_name as "usedName", p.first_name as "firstName",
  p.birth_date::text as "birthDate", p.phone`;

/** A name, a birth date or a phone said whole: read by equality, a few rows an event. */
const exactSql = `
  select asked.n, ${patientColumns}
    from jsonb_to_recordset($2::jsonb) as asked(n int, keys text[])
    cross join lateral (select distinct k.patient_id from patient_search_key k
      where k.practice_id = $1 and k.key = any (asked.keys) limit 20) found
    join patient p on p.practice_id = $1 and p.id = found.patient_id`;

/**
 * Two words of a name, each a letter apart at most. The first drives and is the family name where it can be told: of a
 * common first name two hundred bearers are looked at, no more. A scalar question for each, for the planner would
 * otherwise read everybody who bears the second word, once an event.
 */
const nearSql = `
  select asked.n, ${patientColumns}
    from jsonb_to_recordset($2::jsonb) as asked(n int, first text[], second text[])
    cross join lateral (select distinct near.patient_id
      from (select k.patient_id from patient_search_key k
             where k.practice_id = $1 and k.key = any (asked.first) limit 200) near
     where (select true from patient_search_key o
             where o.practice_id = $1 and o.patient_id = near.patient_id and o.key = any (asked.second) limit 1)
     limit 7) found
    join patient p on p.practice_id = $1 and p.id = found.patient_id`;

@Injectable()
export class AgendaPatientRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async candidates(asked: readonly VisitWords[]): Promise<Candidates> {
    const found: Map<string, KnownPatient>[] = asked.map(() => new Map());
    await this.add(
      found,
      exactSql,
      asked.map((words, n) => ({ n, keys: exactKeys(words) })),
    );
    const unnamed = asked.flatMap((words, n) =>
      found[n]?.size === 0 ? nearKeys(words).map((keys) => ({ n, ...keys })) : [],
    );
    await this.add(found, nearSql, unnamed);
    return found.map((patients) => [...patients.values()]);
  }

  private async add(found: Map<string, KnownPatient>[], sql: string, asked: readonly object[]): Promise<void> {
    if (asked.length === 0) return;
    const rows: (KnownPatient & { n: number })[] = await this.unitOfWork.manager.query(sql, [
      this.unitOfWork.practiceId,
      JSON.stringify(asked),
    ]);
    for (const { n, ...patient } of rows) found[n]?.set(patient.id, patient);
  }
}

function exactKeys({ phrases, phones, birthDate }: VisitWords): string[] {
  return [
    ...phrases.map((phrase) => phrase.slice(0, longestKey).trimEnd()),
    ...phones.map((phone) => phoneEndKey(nationalDigits(phone))),
    ...(birthDate ? [birthDateKey(birthDate)] : []),
  ];
}

/** Of three words at most: each pair is a question to the database. The family name, where it can be told, comes first. */
function nearKeys({ words, person }: VisitWords): { first: string[]; second: string[] }[] {
  const family = wordsOf(person.familyName);
  const [first = '', ...others] = [...words]
    .sort((a, b) => Number(family.includes(b)) - Number(family.includes(a)))
    .slice(0, 3);
  if (others.length === 0) return first ? [{ first: [`~${first}`], second: [`~${first}`] }] : [];
  return others.flatMap((other, at) =>
    [first, ...others.slice(0, at)].map((each) => ({ first: typoKeys(each), second: typoKeys(other) })),
  );
}
