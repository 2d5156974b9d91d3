import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportFile } from '../import-file.repository.js';
import { ChangedSinceCheck, type Written } from '../import-kind.js';

/** Lines that make a patient, and lines that complete one: `l` is import_line, $1 the practice, $2 the import. */
const making = `l.practice_id = $1 and l.import_id = $2
  and (l.verdict = 'create' or (l.verdict = 'doubtful' and l.decision = 'create'))`;
const completing = `l.practice_id = $1 and l.import_id = $2 and l.twin_id is not null and l.fills <> '{}'
  and (l.verdict = 'match' or (l.verdict = 'doubtful' and l.decision = 'same'))`;

const insertPatients = `
  insert into patient (practice_id, id, number, birth_name, used_name, first_name, first_names, sex, birth_date,
    birth_place_code, phone, without_phone, email, street, postal_code, commune_code, heads_up, team_note,
    usual_practitioner_id, referring_doctor, long_term_illness, complementary_name, created_by, created_at)
  select $1, l.new_id, $3::int - 1 + row_number() over (order by l.line), c."birthName",
         coalesce(nullif(c."usedName", ''), c."birthName"), c."firstName", c."firstNames", c.sex, c."birthDate",
         c."birthPlaceCode", c.phone, c.phone is null, c.email, c.street, c."postalCode", c."communeCode", c."headsUp",
         c."teamNote", c."usualPractitionerId", c."referringDoctor", c."longTermIllness", c."complementaryName", $4, $5
    from import_line l
    cross join lateral jsonb_to_record(l.content) as c("birthName" text, "usedName" text, "firstName" text,
      "firstNames" text, sex text, "birthDate" date, "birthPlaceCode" text, phone text, email text, street text,
      "postalCode" text, "communeCode" text, "headsUp" text, "teamNote" text, "usualPractitionerId" uuid,
      "referringDoctor" boolean, "longTermIllness" boolean, "complementaryName" text)
   where ${making}`;

/** In the order of its index: half a million rows come twice as fast. */
const insertKeys = `
  insert into patient_search_key (practice_id, key, patient_id, kind)
  select $1, k.key, l.new_id, k.kind
    from import_line l cross join lateral unnest(l.keys, l.key_kinds) as k(key, kind)
   where l.practice_id = $1 and l.import_id = $2 and l.written = 'created'
   order by k.key collate "C"`;

const insertEvents = `
  insert into patient_event (practice_id, id, patient_id, at, account_id, actor_name, kind, fields)
  select $1, gen_random_uuid(), case l.written when 'created' then l.new_id else l.twin_id end, $3, $4, $5,
         case l.written when 'created' then 'created' else 'edited' end, array(select jsonb_object_keys(
           case l.written when 'changed' then l.fills else '{}' end) order by 1)
    from import_line l where l.practice_id = $1 and l.import_id = $2 and l.written is not null`;

/** One line a patient, the first; the row must be as it was when it was compared. */
const completePatients = `
  with filling as (
    select distinct on (l.twin_id) l.line, l.twin_id, (l.shown ->> 'twinVersion')::int as version, f.*
      from import_line l
      cross join lateral jsonb_to_record(l.fills) as f(phone text, email text, street text, "postalCode" text,
        "communeCode" text, "headsUp" text, "teamNote" text, "usualPractitionerId" uuid, "complementaryName" text)
     where ${completing} order by l.twin_id, l.line),
  changed as (
    update patient p
       set phone = coalesce(f.phone, p.phone), without_phone = p.without_phone and f.phone is null,
           email = coalesce(f.email, p.email), street = coalesce(f.street, p.street),
           postal_code = coalesce(f."postalCode", p.postal_code), commune_code = coalesce(f."communeCode", p.commune_code),
           heads_up = coalesce(f."headsUp", p.heads_up), team_note = coalesce(f."teamNote", p.team_note),
           usual_practitioner_id = coalesce(f."usualPractitionerId", p.usual_practitioner_id),
           complementary_name = coalesce(f."complementaryName", p.complementary_name), version = p.version + 1
      from filling f where p.practice_id = $1 and p.id = f.twin_id and p.version = f.version
    returning f.line, p.version),
  noted as (
    update import_line l set written = 'changed', written_version = c.version
      from changed c where l.practice_id = $1 and l.import_id = $2 and l.line = c.line)
  select (select count(*) from filling)::int as wanted, (select count(*) from changed)::int as changed`;

/** Somebody registered one of these people since the check: with these numbers they are not ours. */
const registeredSince = `
  select exists (
    select from import_line l
      join patient p on p.practice_id = $1 and p.birth_date = l.birth_date
        and (p.number < $3 or p.number >= $3 + $4)
        and p.birth_name = l.content ->> 'birthName' and lower(p.first_name) = lower(l.content ->> 'firstName')
     where l.practice_id = $1 and l.import_id = $2 and l.written = 'created' and l.verdict = 'create') as found`;

/** The writing of an import, set by set. What it does to other desks: nothing until the last statement but reads. */
@Injectable()
export class PatientWriteRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A block of file numbers, in a transaction of its own: the counter's row is what a desk that registers a patient
   * waits for, and the writing takes seconds.
   */
  async reserveNumbers(importId: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(
      `with needed as (select count(*)::int as many from import_line l where ${making}),
       taken as (
         insert into practice_counter (practice_id, series, last_number) select $1, 'patient', many from needed
         on conflict (practice_id, series) do update
           set last_number = practice_counter.last_number + excluded.last_number
         returning last_number)
       update import_file f set first_number = taken.last_number - needed.many + 1 from taken, needed
        where f.practice_id = $1 and f.id = $2`,
      [practiceId, importId],
    );
  }

  async write(file: ImportFile, now: Date): Promise<Written> {
    const { manager, practiceId } = this.unitOfWork;
    const ours = [practiceId, file.id];
    const first = file.firstNumber ?? 0;
    const [, created] = await manager.query(
      `update import_line l set written = 'created', written_version = 1 where ${making}`,
      ours,
    );
    await manager.query(insertPatients, [...ours, first, file.committedBy, now]);
    await manager.query(insertKeys, ours);
    const [{ wanted, changed }] = await manager.query(completePatients, ours);
    if (wanted !== changed) throw new ChangedSinceCheck();
    await manager.query(
      `insert into patient_search_key (practice_id, key, patient_id, kind)
       select $1, k.key, l.twin_id, k.kind
         from import_line l cross join lateral unnest(l.keys, l.key_kinds) as k(key, kind)
        where l.practice_id = $1 and l.import_id = $2 and l.written = 'changed' and l.fills ? 'phone' and k.kind = 'phone'
       on conflict do nothing`,
      ours,
    );
    await manager.query(insertEvents, [...ours, now, file.committedBy, file.committedByName]);
    await this.refuseRegisteredSince(file, created);
    this.unitOfWork.announce({ topic: 'patient', days: [], ids: [] });
    return { created, changed };
  }

  /** Last, and for a moment only: whoever is registering a patient right now is waited for, and then seen. */
  private async refuseRegisteredSince(file: ImportFile, created: number): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(`select 1 from practice_counter where practice_id = $1 and series = 'patient' for update`, [
      practiceId,
    ]);
    const [row] = await manager.query(registeredSince, [practiceId, file.id, file.firstNumber ?? 0, created]);
    if (row.found) throw new ChangedSinceCheck();
  }
}
