import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a backup reads outside the practices: accounts with their password hashes, or nobody could sign in again. */
export class OpenToBackup1772000014000 implements MigrationInterface {
  readonly name = 'OpenToBackup1772000014000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      grant select on app.installation, app.account, app.access_event to pupitre_backup;
      grant usage on schema pgboss to pupitre_backup;
      grant select on pgboss.job to pupitre_backup;

      -- Which backups this database was made from; written by the restore's own transaction.
      create table app.restoration (
        id uuid primary key,
        backup_id uuid not null,
        taken_at timestamptz not null,
        product_version text not null,
        restored_at timestamptz not null default now()
      );
      grant select on app.restoration to pupitre_backup;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table app.restoration;
      revoke select on pgboss.job from pupitre_backup;
      revoke usage on schema pgboss from pupitre_backup;
      revoke select on app.installation, app.account, app.access_event from pupitre_backup;
    `);
  }
}
