import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** Staff meetings over several agendas, and group sessions whose patients each have a seat. */
export class GatherPeople1772000026000 implements MigrationInterface {
  readonly name = 'GatherPeople1772000026000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting (
        practice_id uuid not null references practice (practice_id),
        id uuid not null,
        kind text not null check (kind in ('staff', 'group')),
        title text not null check (title <> ''),
        -- Kept when it is cancelled and its claims are gone: it may be taken back.
        resource_ids uuid[] not null check (resource_ids <> '{}'),
        motif_id uuid,
        local_day date not null,
        start_min smallint not null check (start_min between 0 and 1439),
        duration_min smallint not null check (duration_min between 5 and 720),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        -- Seats are lanes of the column, 1 to capacity: the constraint on claims lets nobody sit on an occupied one.
        capacity smallint check (capacity between 1 and 30),
        version int not null default 1,
        created_by uuid not null,
        created_at timestamptz not null,
        cancelled_at timestamptz,
        primary key (practice_id, id),
        foreign key (practice_id, motif_id) references motif (practice_id, id),
        check ((kind = 'group') = (motif_id is not null) and (kind = 'group') = (capacity is not null)),
        check (ends_at = starts_at + make_interval(mins => duration_min))
      );
      create index meeting_day on meeting (practice_id, local_day);

      alter table claim
        add column meeting_id uuid,
        add constraint claim_practice_id_meeting_id_fkey foreign key (practice_id, meeting_id)
          references meeting (practice_id, id),
        add constraint claim_of_meeting check ((kind = 'meeting') = (meeting_id is not null)),
        drop constraint claim_kind_check,
        add constraint claim_kind_check check (kind in ('appointment', 'hold', 'meeting')),
        drop constraint claim_reason_check,
        add constraint claim_reason_check check (reason in ('import', 'rajout', 'seat'));
      create index claim_meeting on claim (practice_id, meeting_id) where meeting_id is not null;

      alter table appointment
        add column meeting_id uuid,
        add constraint appointment_practice_id_meeting_id_fkey foreign key (practice_id, meeting_id)
          references meeting (practice_id, id);
      create index appointment_meeting on appointment (practice_id, meeting_id) where meeting_id is not null;
    `);
    await db.query(protectTenantTable('meeting'));
    await db.query('revoke delete on meeting from pupitre_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index appointment_meeting;
      alter table appointment drop constraint appointment_practice_id_meeting_id_fkey, drop column meeting_id;
      -- Row-level security, forced, would hide the rows from the owner too.
      alter table claim no force row level security;
      delete from claim where kind = 'meeting';
      update claim set reason = 'rajout' where reason = 'seat';
      drop index claim_meeting;
      alter table claim
        drop constraint claim_reason_check,
        add constraint claim_reason_check check (reason in ('import', 'rajout')),
        drop constraint claim_kind_check,
        add constraint claim_kind_check check (kind in ('appointment', 'hold', 'meeting', 'session')),
        drop constraint claim_of_meeting, drop constraint claim_practice_id_meeting_id_fkey, drop column meeting_id;
      alter table claim force row level security;
      drop table meeting;
    `);
  }
}
