import { Injectable } from '@nestjs/common';
import type { VisitReason } from '@pupitre/shared/import/agenda/agenda-codes';
import type { ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { LineFilter } from '../import-line.repository.js';

/** A line of the agenda on its way in; instants are ISO strings. */
export interface StagedVisit {
  readonly line: number;
  readonly event: number;
  readonly fileLine: number;
  readonly sourceUid: string;
  readonly recurrenceKey: string;
  readonly verdict: ImportVerdict;
  readonly reasons: readonly { readonly code: VisitReason; readonly value?: string }[];
  readonly summary: string;
  /** Folded words of the name; empty where none was found. */
  readonly words: string;
  readonly person: ImportVisit['person'];
  readonly note: string;
  readonly resourceId: string | null;
  readonly practitionerId: string | null;
  readonly motifId: string | null;
  readonly patientId: string | null;
  readonly candidates: readonly string[];
  readonly allDay: boolean;
  readonly days: number;
  readonly day: string | null;
  readonly startMin: number | null;
  readonly durationMin: number | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly blockReason: string | null;
  readonly standingAppointmentId: string | null;
  readonly standingStartsAt: string | null;
  readonly newId: string;
}

export interface Standing {
  readonly appointmentId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A decision outlives a second check as long as the line is the same event and still asks. */
const putSql = `
  insert into import_visit (practice_id, import_id, line, event, file_line, source_uid, recurrence_key, verdict, reasons,
    summary, words, person, note, resource_id, practitioner_id, motif_id, patient_id, candidates, all_day, days, local_day,
    start_min, duration_min, starts_at, ends_at, block_reason, standing_appointment_id, standing_starts_at, new_id)
  select $1, $2, v.line, v.event, v."fileLine", v."sourceUid", v."recurrenceKey", v.verdict, v.reasons, v.summary, v.words,
         v.person, v.note, v."resourceId", v."practitionerId", v."motifId", v."patientId", v.candidates, v."allDay", v.days,
         v.day, v."startMin", v."durationMin", v."startsAt", v."endsAt", v."blockReason", v."standingAppointmentId",
         v."standingStartsAt", v."newId"
    from jsonb_to_recordset($3::jsonb) as v(line int, event int, "fileLine" int, "sourceUid" text, "recurrenceKey" text,
      verdict text, reasons jsonb, summary text, words text, person jsonb, note text, "resourceId" uuid,
      "practitionerId" uuid, "motifId" uuid, "patientId" uuid, candidates uuid[], "allDay" boolean, days smallint, day date,
      "startMin" smallint, "durationMin" int, "startsAt" timestamptz, "endsAt" timestamptz, "blockReason" text,
      "standingAppointmentId" uuid, "standingStartsAt" timestamptz, "newId" uuid)
  on conflict (practice_id, import_id, line) do update set
    event = excluded.event, file_line = excluded.file_line, source_uid = excluded.source_uid,
    recurrence_key = excluded.recurrence_key, verdict = excluded.verdict, reasons = excluded.reasons,
    summary = excluded.summary, words = excluded.words, person = excluded.person, note = excluded.note,
    resource_id = excluded.resource_id, practitioner_id = excluded.practitioner_id, motif_id = excluded.motif_id,
    candidates = excluded.candidates, all_day = excluded.all_day, days = excluded.days, local_day = excluded.local_day,
    start_min = excluded.start_min, duration_min = excluded.duration_min, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, block_reason = excluded.block_reason, overlapping = false,
    standing_appointment_id = excluded.standing_appointment_id, standing_starts_at = excluded.standing_starts_at,
    new_id = excluded.new_id,
    decision = case when excluded.verdict = 'doubtful' and import_visit.source_uid = excluded.source_uid
      and import_visit.recurrence_key = excluded.recurrence_key then import_visit.decision end,
    patient_id = case when excluded.verdict = 'doubtful' and import_visit.source_uid = excluded.source_uid
      and import_visit.recurrence_key = excluded.recurrence_key and import_visit.decision = 'link'
      then import_visit.patient_id else excluded.patient_id end`;

const patientJson = (alias: string) => `json_build_object('patientId', ${alias}.id, 'birthName', ${alias}.birth_name,
  'usedName', ${alias}.used_name, 'firstName', ${alias}.first_name, 'birthDate', ${alias}.birth_date::text)`;

const visitSql = `
  select v.line, v.event, v.file_line as "fileLine", v.verdict, v.decision, v.summary, v.local_day::text as day,
         v.start_min as "startMin", v.duration_min as "durationMin", v.days, v.resource_id as "resourceId",
         v.motif_id as "motifId", v.person, case when p.id is not null then ${patientJson('p')} end as patient,
         (select coalesce(json_agg(${patientJson('c')} order by array_position(v.candidates, c.id)), '[]') from patient c
           where c.practice_id = v.practice_id and c.id = any (v.candidates)) as candidates,
         v.reasons || case when v.overlapping then '[{"code":"overlaps"}]'::jsonb else '[]' end as reasons,
         case when v.standing_starts_at is not null then json_build_object('appointmentId', v.standing_appointment_id,
           'startsAt', v.standing_starts_at) end as standing
    from import_visit v
    left join patient p on p.practice_id = v.practice_id and p.id = v.patient_id
   where v.practice_id = $1 and v.import_id = $2`;

@Injectable()
export class AgendaVisitRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async put(importId: string, visits: readonly StagedVisit[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(putSql, [practiceId, importId, JSON.stringify(visits)]);
  }

  /** What earlier imports made of these events, by their UID. */
  async standing(sourceUids: readonly string[]): Promise<Map<string, Map<string, Standing>>> {
    const { manager, practiceId } = this.unitOfWork;
    const rows: (Standing & { uid: string; key: string })[] = await manager.query(
      `select source_uid as uid, recurrence_key as key, appointment_id as "appointmentId",
              to_json(starts_at) #>> '{}' as "startsAt", to_json(ends_at) #>> '{}' as "endsAt"
         from import_external where practice_id = $1 and source_uid = any ($2)`,
      [practiceId, [...new Set(sourceUids)]],
    );
    const byUid = new Map<string, Map<string, Standing>>();
    for (const { uid, key, ...standing } of rows) {
      byUid.set(uid, (byUid.get(uid) ?? new Map()).set(key, standing));
    }
    return byUid;
  }

  find(importId: string, { verdict, undecided, afterLine, limit }: LineFilter): Promise<ImportVisit[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query(
      `${visitSql} and v.line > $3 and ($4::text is null or v.verdict = $4)
          and (not $5 or (v.verdict = 'doubtful' and v.decision is null))
        order by v.line limit $6`,
      [practiceId, importId, afterLine, verdict, undecided, limit],
    );
  }

  async findOne(importId: string, line: number): Promise<ImportVisit | null> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query(`${visitSql} and v.line = $3`, [practiceId, importId, line]);
    return rows[0] ?? null;
  }

  /** Of the line, and of the undecided ones that ask the same with the same words. Returns how many. */
  async decide(
    importId: string,
    line: number,
    { decision, patientId, alike }: { decision: string | null; patientId: string | null; alike: boolean },
  ): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [rows] = await manager.query(
      `with asked as (
         select v.line from import_visit v join import_visit one
             on one.practice_id = v.practice_id and one.import_id = v.import_id and one.line = $3
          where v.practice_id = $1 and v.import_id = $2 and v.verdict = 'doubtful'
            and (v.line = $3 or ($6 and v.decision is null and one.words <> '' and v.words = one.words
              and v.reasons #>> '{0,code}' = one.reasons #>> '{0,code}' and v.all_day = one.all_day))
       ), lines as (
         update import_line l set decision = case $4 when 'link' then 'same' when 'block' then 'create' else $4 end
           from asked where l.practice_id = $1 and l.import_id = $2 and l.line = asked.line)
       update import_visit v set decision = $4, patient_id = $5
         from asked where v.practice_id = $1 and v.import_id = $2 and v.line = asked.line
       returning v.line`,
      [practiceId, importId, line, decision, patientId, alike],
    );
    return rows.length;
  }

  async counts(importId: string): Promise<{ overlapping: number; link: number; block: number; skip: number }> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query(
      `select count(*) filter (where overlapping)::int as overlapping,
              count(*) filter (where decision = 'link')::int as link,
              count(*) filter (where decision = 'block')::int as block,
              count(*) filter (where decision = 'skip')::int as skip
         from import_visit where practice_id = $1 and import_id = $2`,
      [practiceId, importId],
    );
    return row;
  }

  async hasPatient(patientId: string): Promise<boolean> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query('select 1 from patient where practice_id = $1 and id = $2', [
      practiceId,
      patientId,
    ]);
    return rows.length === 1;
  }

  /** The same in the words all kinds of imports share. */
  async decisions(importId: string): Promise<{ same: number; create: number; skip: number }> {
    const { link, block, skip } = await this.counts(importId);
    return { same: link, create: block, skip };
  }
}
