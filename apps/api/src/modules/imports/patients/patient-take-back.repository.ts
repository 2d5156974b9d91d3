import { Injectable } from '@nestjs/common';
import { postgresErrorOf } from '../../../platform/database/constraint-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportFile } from '../import-file.repository.js';
import { DependedOn, type Dependents } from '../import-kind.js';

const made = `import_line l join patient p on p.practice_id = l.practice_id and p.id = l.new_id
   where l.practice_id = $1 and l.import_id = $2 and l.written = 'created'`;
const completed = `import_line l join patient p on p.practice_id = l.practice_id and p.id = l.twin_id
   where l.practice_id = $1 and l.import_id = $2 and l.written = 'changed'`;

/** How many patients serve, and how: those the import made by anything, those it completed by a change since. */
const dependentsSql = `
  select (select count(*) from ${made} and exists (
            select from appointment a where a.practice_id = $1 and a.patient_id = p.id))::int as appointments,
         (select count(*) from ${made} and exists (
            select from invoice i where i.practice_id = $1 and i.patient_id = p.id))::int as invoices,
         ((select count(*) from ${made} and p.version <> l.written_version)
           + (select count(*) from ${completed} and p.version <> l.written_version))::int as edited`;

/** Fields that the import filled are empty again; nobody has changed the row since. */
const emptySql = `
  with emptied as (
    update patient p
       set phone = case when l.fills ? 'phone' then null else p.phone end,
           without_phone = case when l.fills ? 'phone' then true else p.without_phone end,
           email = case when l.fills ? 'email' then '' else p.email end,
           street = case when l.fills ? 'street' then '' else p.street end,
           postal_code = case when l.fills ? 'postalCode' then '' else p.postal_code end,
           commune_code = case when l.fills ? 'communeCode' then null else p.commune_code end,
           heads_up = case when l.fills ? 'headsUp' then '' else p.heads_up end,
           team_note = case when l.fills ? 'teamNote' then '' else p.team_note end,
           usual_practitioner_id = case when l.fills ? 'usualPractitionerId' then null else p.usual_practitioner_id end,
           complementary_name = case when l.fills ? 'complementaryName' then '' else p.complementary_name end,
           version = p.version + 1
      from import_line l
     where l.practice_id = $1 and l.import_id = $2 and l.written = 'changed'
       and p.practice_id = $1 and p.id = l.twin_id and p.version = l.written_version
    returning p.id, l.fills),
  noted as (
    insert into patient_event (practice_id, id, patient_id, at, account_id, actor_name, kind, fields)
    select $1, gen_random_uuid(), id, $3, $4, $5, 'edited', array(select jsonb_object_keys(fills) order by 1) from emptied)
  select count(*)::int as emptied from emptied`;

const deleteKeysSql = `
  delete from patient_search_key k using import_line l
   where l.practice_id = $1 and l.import_id = $2 and l.written = 'changed' and l.fills ? 'phone'
     and k.practice_id = $1 and k.patient_id = l.twin_id and k.kind = 'phone' and k.key = any(l.keys)`;

/** The way back of an import of patients: what it made goes, what it filled is empty again. */
@Injectable()
export class PatientTakeBackRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async dependents(importId: string): Promise<Dependents> {
    const rows = await this.unitOfWork.manager.query(dependentsSql, [this.unitOfWork.practiceId, importId]);
    return rows[0];
  }

  /** The application may not delete a patient: a function of the database does, for an import being taken back. */
  async takeBack(file: ImportFile, now: Date): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const ours = [practiceId, file.id];
    await manager.query(deleteKeysSql, ours);
    const [{ emptied }] = await manager.query(emptySql, [...ours, now, file.undoneBy, file.undoneByName]);
    if (emptied !== file.writtenChanged) throw new DependedOn();
    await manager.query('select app.take_back_import($1)', [file.id]).catch((error: unknown) => {
      throw postgresErrorOf(error)?.code === '23503' ? new DependedOn() : error;
    });
    this.unitOfWork.announce({ topic: 'patient', days: [], ids: [] });
  }
}
