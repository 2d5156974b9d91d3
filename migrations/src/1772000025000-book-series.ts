import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Visits of one prescription booked by a rule, and visits that belong together: one after the other, or of one family. */
export class BookSeries1772000025000 implements MigrationInterface {
  readonly name = 'BookSeries1772000025000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table series (
        practice_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        motif_id uuid not null,
        -- As it was asked for: the visits themselves say what became of it.
        rule jsonb not null check (jsonb_typeof(rule) = 'object'),
        zone text not null,
        visits smallint not null check (visits between 1 and 104),
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, patient_id) references patient (practice_id, id),
        foreign key (practice_id, motif_id) references motif (practice_id, id)
      );
      create index series_patient on series (practice_id, patient_id);

      create table bundle (
        practice_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('chain', 'family')),
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id)
      );

      alter table appointment
        add column series_id uuid,
        -- From 1, in the order of the days when it was booked; a visit keeps its number when it moves.
        add column series_index smallint check (series_index between 1 and 104),
        add column bundle_id uuid,
        add constraint appointment_series_whole check ((series_id is null) = (series_index is null)),
        add constraint appointment_practice_id_series_id_fkey foreign key (practice_id, series_id)
          references series (practice_id, id),
        add constraint appointment_practice_id_bundle_id_fkey foreign key (practice_id, bundle_id)
          references bundle (practice_id, id);
      create unique index appointment_series on appointment (practice_id, series_id, series_index)
        where series_id is not null;
      create index appointment_bundle on appointment (practice_id, bundle_id) where bundle_id is not null;
    `);
    for (const table of ['series', 'bundle']) await db.query(protectTenantTable(table, 'append-only'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table appointment drop column bundle_id, drop column series_index, drop column series_id;
      drop table bundle, series;
    `);
  }
}
