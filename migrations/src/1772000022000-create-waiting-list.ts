import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Who waits for a place or for an earlier one, in which columns, and what happened to her wait. */
export class CreateWaitingList1772000022000 implements MigrationInterface {
  readonly name = 'CreateWaitingList1772000022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table waiting_entry (
        practice_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        motif_id uuid not null,
        duration_min smallint not null check (duration_min between 5 and 720),
        from_day date not null,
        -- Null: as long as it takes.
        to_day date check (to_day >= from_day),
        -- When she can come: [{ isodow, startMin, endMin }]; empty: any time. Read whole, never searched in.
        times jsonb not null default '[]' check (jsonb_typeof(times) = 'array'),
        notice_min int not null default 0 check (notice_min between 0 and 43200),
        urgency text not null check (urgency in ('normal', 'soon', 'urgent')),
        -- The visit she gives back for an earlier place.
        appointment_id uuid,
        note text not null default '',
        since timestamptz not null,
        added_by text not null,
        state text not null default 'waiting' check (state in ('waiting', 'booked', 'withdrawn')),
        closed_at timestamptz,
        closed_reason text check (closed_reason in ('no_longer_wanted', 'booked_elsewhere', 'unreachable', 'error', 'other')),
        booked_appointment_id uuid,
        -- The undoable act that ended the wait: undoing it puts her back. Such acts are not kept for ever.
        booked_act_id uuid,
        version int not null default 1,
        primary key (practice_id, id),
        foreign key (practice_id, patient_id) references patient (practice_id, id),
        foreign key (practice_id, motif_id) references motif (practice_id, id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id),
        foreign key (practice_id, booked_appointment_id) references appointment (practice_id, id),
        constraint waiting_entry_closed check ((state = 'waiting') = (closed_at is null)
          and (state = 'withdrawn') = (closed_reason is not null)
          and (state = 'booked') = (booked_appointment_id is not null))
      );
      -- Those who wait are few, those who once waited are many.
      create index waiting_entry_waiting on waiting_entry (practice_id, since) where state = 'waiting';
      create index waiting_entry_closed_at on waiting_entry (practice_id, closed_at desc) where state <> 'waiting';
      create index waiting_entry_patient on waiting_entry (practice_id, patient_id);
      create index waiting_entry_booked on waiting_entry (practice_id, booked_appointment_id)
        where booked_appointment_id is not null;
      create index waiting_entry_current on waiting_entry (practice_id, appointment_id) where appointment_id is not null;

      -- The columns that suit her; none: whoever does the motif.
      create table waiting_entry_resource (
        practice_id uuid not null,
        entry_id uuid not null,
        resource_id uuid not null,
        primary key (practice_id, entry_id, resource_id),
        foreign key (practice_id, entry_id) references waiting_entry (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );

      create table waiting_event (
        practice_id uuid not null,
        id uuid not null,
        entry_id uuid not null,
        at timestamptz not null,
        account_id uuid not null,
        actor_name text not null,
        kind text not null,
        details jsonb not null default '{}',
        primary key (practice_id, id),
        foreign key (practice_id, entry_id) references waiting_entry (practice_id, id)
      );
      create index waiting_event_entry on waiting_event (practice_id, entry_id, at);
    `);
    await db.query(protectTenantTable('waiting_entry'));
    await db.query('revoke delete on waiting_entry from pupitre_app');
    await db.query(protectTenantTable('waiting_entry_resource'));
    await db.query(protectTenantTable('waiting_event', 'append-only'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table waiting_event, waiting_entry_resource, waiting_entry');
  }
}
