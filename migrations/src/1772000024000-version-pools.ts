import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A pool is edited as one form, so it says which one was read. */
export class VersionPools1772000024000 implements MigrationInterface {
  readonly name = 'VersionPools1772000024000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table pool add column version int not null default 1;
      create index resource_pool on resource (practice_id, pool_id) where pool_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index resource_pool; alter table pool drop column version;');
  }
}
