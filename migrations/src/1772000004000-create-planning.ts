import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Appointments, the claims that make double booking impossible, their journal, and what can be undone. */
export class CreatePlanning1772000004000 implements MigrationInterface {
  readonly name = 'CreatePlanning1772000004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table appointment (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        practitioner_id uuid not null,
        motif_id uuid not null,
        patient_id uuid not null,
        -- What the desk said, kept beside the instants: future visits can be projected again if zone rules change.
        local_day date not null,
        start_min smallint not null check (start_min between 0 and 1439),
        duration_min smallint not null check (duration_min between 5 and 720),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        status text not null check (status in ('requested', 'booked', 'confirmed', 'arrived', 'left', 'in_consultation',
          'to_collect', 'done', 'no_show', 'cancelled')),
        urgent boolean not null default false,
        walk_in boolean not null default false,
        note text not null default '',
        source text not null check (source in ('desk', 'phone', 'online', 'import')),
        confirmed_at timestamptz,
        arrived_at timestamptz,
        called_at timestamptz,
        seen_at timestamptz,
        done_at timestamptz,
        cancelled_at timestamptz,
        cancelled_by text check (cancelled_by in ('patient', 'practitioner', 'error', 'other')),
        cancel_reason text not null default '',
        version int not null default 1,
        created_by uuid not null,
        created_at timestamptz not null,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        foreign key (practice_id, practitioner_id) references practitioner (practice_id, id),
        foreign key (practice_id, motif_id) references motif (practice_id, id),
        foreign key (practice_id, patient_id) references patient (practice_id, id),
        check (ends_at = starts_at + make_interval(mins => duration_min))
      );
      create index appointment_day on appointment (practice_id, local_day);
      create index appointment_patient on appointment (practice_id, patient_id, starts_at desc);

      create table claim (
        practice_id uuid not null default app.current_practice(),
        id uuid not null,
        resource_id uuid not null,
        appointment_id uuid,
        kind text not null default 'appointment' check (kind in ('appointment', 'hold')),
        span tstzrange not null
          check (not isempty(span) and not lower_inf(span) and not upper_inf(span) and lower_inc(span)
                 and not upper_inc(span)),
        lane smallint not null default 0 check (lane between 0 and 9),
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id),
        -- '[)' lets 9:00-9:15 and 9:15-9:30 coexist; the database has the last word on double booking.
        constraint claim_no_overlap exclude using gist
          (practice_id with =, resource_id with =, lane with =, span with &&)
      );
      create index claim_appointment on claim (practice_id, appointment_id);

      create table appointment_event (
        practice_id uuid not null,
        id uuid not null,
        appointment_id uuid not null,
        at timestamptz not null,
        account_id uuid not null,
        actor_name text not null,
        kind text not null,
        details jsonb not null default '{}',
        primary key (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id)
      );
      create index appointment_event_appointment on appointment_event (practice_id, appointment_id, at);

      create table lateness (
        practice_id uuid not null,
        resource_id uuid not null,
        local_day date not null,
        minutes smallint not null check (minutes between 0 and 240),
        primary key (practice_id, resource_id, local_day),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );

      -- The inverse of an act, kept ten minutes for its author.
      create table undoable_act (
        practice_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        kind text not null,
        params jsonb not null default '{}',
        appointment_id uuid not null,
        -- Version the act left behind: anything done since makes the undo refuse.
        left_version int not null,
        before jsonb not null,
        at timestamptz not null,
        undone_at timestamptz,
        primary key (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id)
      );
    `);
    await db.query(protectTenantTable('appointment'));
    await db.query('revoke delete on appointment from pupitre_app');
    for (const table of ['claim', 'lateness', 'undoable_act']) await db.query(protectTenantTable(table));
    await db.query(protectTenantTable('appointment_event', 'append-only'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table undoable_act, lateness, appointment_event, claim, appointment');
  }
}
