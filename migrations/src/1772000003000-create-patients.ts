import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** The administrative file of a patient, the keys she is found by, and the journal of its changes. */
export class CreatePatients1772000003000 implements MigrationInterface {
  readonly name = 'CreatePatients1772000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table patient (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        number int not null,
        birth_name text not null,
        used_name text not null,
        first_name text not null,
        first_names text not null default '',
        sex text not null check (sex in ('F', 'M', 'U')),
        birth_date date not null,
        birth_place_code text references commune (code),
        phone text,
        without_phone boolean not null default false,
        email text not null default '',
        street text not null default '',
        postal_code text not null default '',
        commune_code text references commune (code),
        heads_up text not null default '',
        team_note text not null default '',
        usual_practitioner_id uuid,
        referring_doctor boolean not null default true,
        long_term_illness boolean not null default false,
        third_party text not null default 'none' check (third_party in ('none', 'amo', 'full')),
        complementary_name text not null default '',
        ins_status text not null default 'provisional'
          check (ins_status in ('provisional', 'retrieved', 'validated', 'qualified')),
        version int not null default 1,
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, usual_practitioner_id) references practitioner (practice_id, id),
        constraint patient_number_taken unique (practice_id, number),
        check (phone is null or not without_phone)
      );
      create index patient_birth_date on patient (practice_id, birth_date);

      -- Folded words, dates and reversed phones, read with = and starts_with only: under row-level security an index
      -- serves leakproof operators alone, and LIKE is not one of them.
      create table patient_search_key (
        practice_id uuid not null,
        key text collate "C" not null,
        patient_id uuid not null,
        kind text not null,
        primary key (practice_id, key, patient_id),
        foreign key (practice_id, patient_id) references patient (practice_id, id)
      );
      create index patient_search_key_patient on patient_search_key (practice_id, patient_id);

      create table patient_event (
        practice_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        at timestamptz not null,
        account_id uuid not null,
        actor_name text not null,
        kind text not null,
        fields text[] not null default '{}',
        primary key (practice_id, id),
        foreign key (practice_id, patient_id) references patient (practice_id, id)
      );
      create index patient_event_patient on patient_event (practice_id, patient_id, at desc);
    `);
    await db.query(protectTenantTable('patient'));
    await db.query(protectTenantTable('patient_search_key'));
    await db.query(protectTenantTable('patient_event', 'append-only'));
    await db.query('revoke delete on patient from pupitre_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table patient_event, patient_search_key, patient');
  }
}
