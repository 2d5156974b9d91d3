import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openReferenceTable, protectTenantTable } from './sql/protect-tenant-table.js';

/** Sites, columns of the agenda, practitioners, motifs, hours, absences; and the communes of France. */
export class CreatePractices1772000002000 implements MigrationInterface {
  readonly name = 'CreatePractices1772000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table commune (
        code text primary key,
        name text not null,
        folded text not null,
        postal_codes text[] not null default '{}',
        former boolean not null default false,
        population int not null default 0
      );
      create index commune_folded on commune (folded text_pattern_ops);
      create index commune_postal_codes on commune using gin (postal_codes);

      create table site (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        name text not null,
        street text not null,
        postal_code text not null,
        city text not null,
        primary key (practice_id, id)
      );

      create table resource (
        practice_id uuid not null,
        id uuid not null,
        site_id uuid not null,
        kind text not null check (kind in ('practitioner', 'room')),
        name text not null,
        short_name text not null,
        position smallint not null,
        active boolean not null default true,
        version int not null default 1,
        primary key (practice_id, id),
        foreign key (practice_id, site_id) references site (practice_id, id)
      );

      create table practitioner (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        title text not null check (title in ('dr', 'none')),
        first_name text not null,
        last_name text not null,
        profession text not null,
        rpps text not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        constraint practitioner_one_column unique (practice_id, resource_id)
      );
      alter table membership add constraint membership_practitioner
        foreign key (practice_id, practitioner_id) references practitioner (practice_id, id);

      create table motif (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        name text not null,
        short_name text not null,
        minutes smallint not null check (minutes between 5 and 480),
        color text not null,
        place text not null check (place in ('practice', 'home', 'video')),
        usual_acts text[] not null default '{}',
        active boolean not null default true,
        position smallint not null default 0,
        version int not null default 1,
        primary key (practice_id, id),
        constraint motif_name_taken unique (practice_id, name)
      );
      create table motif_resource (
        practice_id uuid not null,
        motif_id uuid not null,
        resource_id uuid not null,
        primary key (practice_id, motif_id, resource_id),
        foreign key (practice_id, motif_id) references motif (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );

      create table opening_rule (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        isodow smallint not null check (isodow between 1 and 7),
        start_min smallint not null check (start_min between 0 and 1440),
        end_min smallint not null check (end_min between 0 and 1440),
        valid_from date,
        valid_to date,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        check (start_min < end_min)
      );
      create index opening_rule_resource on opening_rule (practice_id, resource_id);

      create table absence (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        reason text not null check (reason in ('leave', 'training', 'sick', 'meeting', 'other')),
        note text not null default '',
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        check (starts_at < ends_at)
      );
      create index absence_resource on absence (practice_id, resource_id, ends_at);

      -- Gapless numbers: a row per series, taken by update … returning in the act's own transaction.
      create table practice_counter (
        practice_id uuid not null references practice (practice_id),
        series text not null,
        last_number int not null check (last_number >= 0),
        primary key (practice_id, series)
      );
    `);
    await db.query(openReferenceTable('commune'));
    for (const table of [
      'site',
      'resource',
      'practitioner',
      'motif',
      'motif_resource',
      'opening_rule',
      'absence',
      'practice_counter',
    ]) {
      await db.query(protectTenantTable(table));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table membership drop constraint membership_practitioner');
    await db.query(`drop table practice_counter, absence, opening_rule, motif_resource, motif, practitioner, resource,
      site, commune`);
  }
}
