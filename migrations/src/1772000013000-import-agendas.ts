import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agendaImportFunctions } from './sql/agenda-import-functions.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Calendar files on their way into the agenda, and which event of which file each visit came from. */
export class ImportAgendas1772000013000 implements MigrationInterface {
  readonly name = 'ImportAgendas1772000013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A place beside another is the exception: it says why it may stand there.
      alter table claim add column reason text check (reason in ('import'));
      alter table claim drop constraint claim_lane_check;
      alter table claim add constraint claim_lane_check check (lane between 0 and 99);
      alter table claim add constraint claim_lane_has_reason check (lane = 0 or reason is not null);

      create table import_agenda (
        practice_id uuid not null,
        import_id uuid not null,
        window_from date not null,
        window_to date not null,
        -- Values of the file, how many events each has, and the column they go to.
        sources jsonb not null default '[]',
        default_resource_id uuid,
        default_motif_id uuid,
        counts jsonb not null default '{}',
        primary key (practice_id, import_id),
        foreign key (practice_id, import_id) references import_file (practice_id, id),
        foreign key (practice_id, default_resource_id) references resource (practice_id, id),
        foreign key (practice_id, default_motif_id) references motif (practice_id, id)
      );

      -- What a line of import_line says of the agenda; it comes and goes with that line.
      create table import_visit (
        practice_id uuid not null,
        import_id uuid not null,
        line int not null check (line > 0),
        event int not null,
        file_line int not null,
        source_uid text not null,
        recurrence_key text not null default '',
        verdict text not null check (verdict in ('create', 'match', 'doubtful', 'refuse')),
        decision text check (decision in ('link', 'block', 'skip')),
        reasons jsonb not null default '[]',
        summary text not null,
        -- Folded words of the name: what is decided once for all that say the same.
        words text not null default '',
        person jsonb,
        note text not null default '',
        resource_id uuid,
        practitioner_id uuid,
        motif_id uuid,
        patient_id uuid,
        candidates uuid[] not null default '{}',
        all_day boolean not null default false,
        days smallint not null default 1,
        local_day date,
        start_min smallint,
        duration_min int,
        starts_at timestamptz,
        ends_at timestamptz,
        block_reason text check (block_reason in ('leave', 'training', 'sick', 'meeting', 'other')),
        overlapping boolean not null default false,
        -- What an earlier import made of the event, and when the file then said it was.
        standing_appointment_id uuid,
        standing_starts_at timestamptz,
        -- The row this line makes; chosen while it is staged, so that writing is one statement.
        new_id uuid not null,
        written text check (written in ('appointment', 'absence')),
        primary key (practice_id, import_id, line),
        check (decision is null or verdict = 'doubtful'),
        check (decision <> 'link' or patient_id is not null),
        foreign key (practice_id, import_id, line) references import_line (practice_id, import_id, line)
          on delete cascade deferrable initially deferred
      );
      create index import_visit_verdict on import_visit (practice_id, import_id, verdict, line);
      create index import_visit_words on import_visit (practice_id, import_id, words) where verdict = 'doubtful';

      -- The event a visit or an absence came from: the same file again makes nothing new.
      create table import_external (
        practice_id uuid not null,
        source_uid text not null,
        -- Which member of a series; empty for an event that comes once.
        recurrence_key text not null default '',
        import_id uuid not null,
        appointment_id uuid,
        absence_id uuid,
        -- As the file said it: what the desk changed since does not look like a change of the file.
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        primary key (practice_id, source_uid, recurrence_key),
        check (num_nonnulls(appointment_id, absence_id) = 1),
        foreign key (practice_id, import_id) references import_file (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id),
        -- An absence the desk removed may be proposed again.
        foreign key (practice_id, absence_id) references absence (practice_id, id) on delete cascade
      );
      create index import_external_import on import_external (practice_id, import_id);
      create index import_external_appointment on import_external (practice_id, appointment_id);
      create index import_external_absence on import_external (practice_id, absence_id);
    `);
    for (const table of ['import_agenda', 'import_visit', 'import_external']) await db.query(protectTenantTable(table));
    await db.query(agendaImportFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.take_back_agenda(uuid)');
    await db.query('drop table import_external, import_visit, import_agenda');
    await db.query(`
      alter table claim drop constraint claim_lane_has_reason, drop column reason, drop constraint claim_lane_check;
      alter table claim add constraint claim_lane_check check (lane between 0 and 9);
    `);
  }
}
