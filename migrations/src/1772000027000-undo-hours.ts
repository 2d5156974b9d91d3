import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './sql/protect-tenant-table.js';

/** What a column's hours were before each change of them: a week painted by mistake is taken back as it was. */
export class UndoHours1772000027000 implements MigrationInterface {
  readonly name = 'UndoHours1772000027000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table opening_change (
        practice_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        account_id uuid not null,
        at timestamptz not null,
        from_day date not null,
        to_day date,
        -- The column's version once the change was written: another one, and somebody came after.
        left_version int not null,
        -- The rules that stood before, each with its id.
        before jsonb not null,
        undone_at timestamptz,
        primary key (practice_id, id),
        foreign key (practice_id, resource_id) references resource (practice_id, id)
      );
      create index opening_change_resource on opening_change (practice_id, resource_id);
    `);
    await db.query(protectTenantTable('opening_change'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table opening_change;');
  }
}
