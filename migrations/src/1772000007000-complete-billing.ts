import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At which rate an act is paid back, and the visits still to collect found without reading the agenda. */
export class CompleteBilling1772000007000 implements MigrationInterface {
  readonly name = 'CompleteBilling1772000007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table act add column rate_kind text not null default 'doctor'
        check (rate_kind in ('doctor', 'paramedical', 'full'));
      alter table act alter column rate_kind drop default;
      create index appointment_to_collect on appointment (practice_id, local_day) where status = 'to_collect';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index appointment_to_collect; alter table act drop column rate_kind');
  }
}
