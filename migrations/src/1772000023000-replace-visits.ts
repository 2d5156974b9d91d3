import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** What the desk did about each visit that an absence met, and who was told of a lateness. */
export class ReplaceVisits1772000023000 implements MigrationInterface {
  readonly name = 'ReplaceVisits1772000023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The list of calls of an absence. Gone with it: what became of each visit stays in the visit's own journal.
      create table rebooking (
        practice_id uuid not null,
        absence_id uuid not null,
        appointment_id uuid not null,
        state text not null check (state in ('to_call', 'told', 'aside', 'rebooked', 'refused')),
        -- The place the absence met: where an undo of the absence puts the visit back.
        from_resource_id uuid not null,
        from_day date not null,
        from_min smallint not null check (from_min between 0 and 1439),
        -- The visit as the rebooking left it: changed since, it is not put back behind somebody's back.
        left_version int,
        note text not null default '',
        account_id uuid,
        actor_name text,
        at timestamptz,
        version int not null default 1,
        primary key (practice_id, absence_id, appointment_id),
        foreign key (practice_id, absence_id) references absence (practice_id, id) on delete cascade,
        foreign key (practice_id, appointment_id) references appointment (practice_id, id) on delete cascade,
        foreign key (practice_id, from_resource_id) references resource (practice_id, id)
      );
      create index rebooking_appointment on rebooking (practice_id, appointment_id);

      -- Who knows that the doctor is late, and how late she was told. One line a visit: the latest.
      create table lateness_notice (
        practice_id uuid not null,
        appointment_id uuid not null,
        minutes smallint not null check (minutes between 1 and 240),
        account_id uuid not null,
        actor_name text not null,
        at timestamptz not null,
        primary key (practice_id, appointment_id),
        foreign key (practice_id, appointment_id) references appointment (practice_id, id) on delete cascade
      );
    `);
    for (const table of ['rebooking', 'lateness_notice']) await db.query(protectTenantTable(table));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table lateness_notice, rebooking');
  }
}
