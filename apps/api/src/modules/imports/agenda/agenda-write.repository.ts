import { Injectable } from '@nestjs/common';
import type { AgendaChange } from '../../../platform/acts/agenda-listeners.js';
import { postgresErrorOf } from '../../../platform/database/constraint-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportFile } from '../import-file.repository.js';
import { ChangedSinceCheck } from '../import-kind.js';
import type { LanedVisit } from './agenda-overlaps.js';

const ofImport = 'v.practice_id = $1 and v.import_id = $2';

/** The writing of an agenda: a handful of statements, whatever its size. */
@Injectable()
export class AgendaWriteRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits, their places beside what stands, the first line of their journal. */
  async writeVisits(file: ImportFile, laned: readonly LanedVisit[], now: Date): Promise<void> {
    const lines = laned.map(({ line }) => line);
    await this.run(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day, start_min,
         duration_min, starts_at, ends_at, status, note, source, created_by, created_at)
       select v.practice_id, v.new_id, v.resource_id, v.practitioner_id, v.motif_id, v.patient_id, v.local_day, v.start_min,
              v.duration_min, v.starts_at, v.ends_at, 'booked', v.note, 'import', $3, $4
         from import_visit v where ${ofImport} and v.line = any ($5::int[])`,
      [file.id, file.committedBy, now, lines],
    );
    await this.run(
      `insert into claim (practice_id, id, resource_id, appointment_id, span, lane, reason)
       select v.practice_id, gen_random_uuid(), v.resource_id, v.new_id, tstzrange(v.starts_at, v.ends_at, '[)'), l.lane,
              case when l.lane > 0 then 'import' end
         from unnest($3::int[], $4::int[]) as l(line, lane)
         join import_visit v on ${ofImport} and v.line = l.line`,
      [file.id, lines, laned.map(({ lane }) => lane)],
    );
    await this.run(
      `insert into appointment_event (practice_id, id, appointment_id, at, account_id, actor_name, kind, details)
       select v.practice_id, gen_random_uuid(), v.new_id, $3, $4, $5, 'imported', jsonb_build_object('day', v.local_day,
              'startMin', v.start_min::text, 'resourceId', v.resource_id)
         from import_visit v where ${ofImport} and v.line = any ($6::int[])`,
      [file.id, now, file.committedBy, file.committedByName, lines],
    );
    await this.remember(file, 'appointment', lines);
  }

  /** Time that is not for patients, as somebody decided; returns how many. */
  async writeAbsences(file: ImportFile, now: Date): Promise<number> {
    const rows = await this.run<{ line: number }>(
      `select v.line from import_visit v
        where ${ofImport} and v.decision = 'block' and v.resource_id is not null and v.starts_at < v.ends_at`,
      [file.id],
    );
    const lines = rows.map(({ line }) => line);
    await this.run(
      `insert into absence (practice_id, id, resource_id, starts_at, ends_at, reason, note, created_by, created_at)
       select v.practice_id, v.new_id, v.resource_id, v.starts_at, v.ends_at, coalesce(v.block_reason, 'other'),
              left(v.summary, 200), $3, $4
         from import_visit v where ${ofImport} and v.line = any ($5::int[])`,
      [file.id, file.committedBy, now, lines],
    );
    await this.remember(file, 'absence', lines);
    return lines.length;
  }

  /** Local days of the visits written, in order. */
  async days(importId: string): Promise<string[]> {
    const rows = await this.run<{ day: string }>(
      `select distinct v.local_day::text as day from import_visit v where ${ofImport} and v.written is not null order by 1`,
      [importId],
    );
    return rows.map(({ day }) => day);
  }

  /** Per column, from the first to the last of what this import made there and still stands. */
  stretches(importId: string): Promise<AgendaChange[]> {
    return this.run<AgendaChange>(
      `select made.resource_id as "resourceId", min(made.starts_at) as from, max(made.ends_at) as to
         from import_external x
         join lateral (
           select a.resource_id, a.starts_at, a.ends_at from appointment a
            where a.practice_id = x.practice_id and a.id = x.appointment_id
            union all
           select b.resource_id, b.starts_at, b.ends_at from absence b
            where b.practice_id = x.practice_id and b.id = x.absence_id) made on true
        where x.practice_id = $1 and x.import_id = $2
        group by made.resource_id order by made.resource_id`,
      [importId],
    );
  }

  /** Columns this import may write to, of visits and absences. */
  async columns(importId: string): Promise<string[]> {
    const rows = await this.run<{ id: string }>(
      `select distinct v.resource_id as id from import_visit v
        where ${ofImport} and v.resource_id is not null
          and (v.verdict = 'create' or v.decision in ('link', 'block'))`,
      [importId],
    );
    return rows.map(({ id }) => id);
  }

  /** An event two imports want at once belongs to the first: the second is checked again. */
  private async remember(file: ImportFile, made: 'appointment' | 'absence', lines: readonly number[]): Promise<void> {
    await this.run(
      `insert into import_external (practice_id, source_uid, recurrence_key, import_id, ${made}_id, starts_at, ends_at)
       select v.practice_id, v.source_uid, v.recurrence_key, v.import_id, v.new_id, v.starts_at, v.ends_at
         from import_visit v where ${ofImport} and v.line = any ($3::int[])`,
      [file.id, lines],
    );
    await this.run(`update import_visit v set written = $4 where ${ofImport} and v.line = any ($3::int[])`, [
      file.id,
      lines,
      made,
    ]);
  }

  /** Whatever the practice lost or got since the check (a patient, a column, an event) means: look again. */
  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]).catch((error: unknown) => {
      throw changed.has(postgresErrorOf(error)?.code ?? '') ? new ChangedSinceCheck() : error;
    });
  }
}

/** Foreign key, unique and exclusion violations. */
const changed = new Set(['23503', '23505', '23P01']);
