import type { MigrationInterface, QueryRunner } from 'typeorm';
import { importFunctions } from './sql/import-functions.js';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Files of another software on their way into the practice: their parts, what each line will do, and what was done. */
export class StageImports1772000012000 implements MigrationInterface {
  readonly name = 'StageImports1772000012000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_file (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        kind text not null check (kind in ('patients', 'appointments')),
        file_name text not null,
        bytes int not null check (bytes between 1 and 52428800),
        sha256 text,
        state text not null check (state in ('uploading', 'to_map', 'checking', 'checked', 'committing', 'committed',
          'undoing', 'undone', 'cancelled', 'failed')),
        failure text,
        -- One check of the file; a check that was overtaken writes nothing more.
        run uuid,
        -- Of background_task: the work under way or the last one.
        task_id uuid,
        encoding text,
        delimiter text,
        columns jsonb not null default '[]',
        -- sha256 of the heads of the columns, by which a mapping is found again.
        header_signature text,
        mapping_remembered boolean not null default false,
        check_started_at timestamptz,
        check_progressed_at timestamptz,
        bytes_read int not null default 0,
        lines_read int not null default 0,
        lines_estimated int not null default 0,
        counts jsonb not null default '{}',
        created_by uuid not null,
        created_by_name text not null,
        created_at timestamptz not null,
        committed_by uuid,
        committed_by_name text,
        committed_at timestamptz,
        first_number int,
        written_created int,
        written_changed int,
        undone_by uuid,
        undone_by_name text,
        undone_at timestamptz,
        -- The database's clock: what is kept for a time is counted by it.
        touched_at timestamptz not null default now(),
        primary key (practice_id, id)
      );
      create index import_file_created on import_file (practice_id, created_at desc);

      create table import_part (
        practice_id uuid not null,
        import_id uuid not null,
        part smallint not null check (part between 0 and 99),
        content bytea not null check (length(content) between 1 and 2097152),
        primary key (practice_id, import_id, part),
        foreign key (practice_id, import_id) references import_file (practice_id, id)
      );
      -- Compressing what is read once costs more than it saves.
      alter table import_part alter column content set storage external;

      create table import_line (
        practice_id uuid not null,
        import_id uuid not null,
        line int not null check (line > 0),
        run uuid not null,
        verdict text not null check (verdict in ('create', 'match', 'doubtful', 'refuse')),
        decision text check (decision in ('same', 'create', 'skip')),
        reasons jsonb not null default '[]',
        -- The line as it stands in the file, for the list of what was not imported.
        cells text[] not null default '{}',
        -- What a screen shows of it, and what would be written.
        shown jsonb,
        content jsonb,
        birth_date date,
        -- The row this line makes; chosen while it is staged, so that writing is one statement.
        new_id uuid,
        keys text[] not null default '{}',
        key_kinds text[] not null default '{}',
        -- A row of the practice, or an earlier line, that this line is or may be.
        twin_id uuid,
        twin_line int,
        fills jsonb not null default '{}',
        written text check (written in ('created', 'changed')),
        -- The row's version after the writing: another one says that somebody has used it since.
        written_version int,
        primary key (practice_id, import_id, line),
        check (decision is null or verdict = 'doubtful'),
        foreign key (practice_id, import_id) references import_file (practice_id, id)
      );
      create index import_line_birth_date on import_line (practice_id, import_id, birth_date);
      create index import_line_doubtful on import_line (practice_id, import_id, line) where verdict = 'doubtful';
      create index import_line_refused on import_line (practice_id, import_id, line) where verdict = 'refuse';

      -- What columns became, found again for the next file of the same software.
      create table import_mapping (
        practice_id uuid not null references practice (practice_id),
        kind text not null check (kind in ('patients', 'appointments')),
        header_signature text not null,
        -- Field by head of column; null: not imported.
        fields jsonb not null,
        used_at timestamptz not null default now(),
        primary key (practice_id, kind, header_signature)
      );
    `);
    for (const table of ['import_file', 'import_part', 'import_line', 'import_mapping']) {
      await db.query(protectTenantTable(table));
    }
    await db.query('revoke delete on import_file from pupitre_app');
    await db.query(importFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.take_back_import(uuid), app.purge_imports()');
    await db.query('drop table import_mapping, import_line, import_part, import_file');
  }
}
