import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  cancelExpired,
  invitationState,
  isStillHere,
  linkOpensOthers,
  purgeImports,
  refuseEdited,
  revokeMemberSessions,
  takeBackImport,
} from './sql/guarded-functions.js';

/** Links, sessions and imports that reached further, or stood longer, than what they were given for. */
export class CloseDoors1772000017900 implements MigrationInterface {
  readonly name = 'CloseDoors1772000017900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy ending on import_file for update to current_user
        using (touched_at < now() - interval '31 days') with check (state = 'cancelled')
    `);
    await db.query(invitationState(linkOpensOthers));
    await db.query(takeBackImport('and version = 1', refuseEdited));
    await db.query(revokeMemberSessions(isStillHere));
    await db.query(purgeImports(cancelExpired));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(purgeImports(''));
    await db.query(revokeMemberSessions(''));
    await db.query(takeBackImport('', ''));
    await db.query(invitationState(''));
    await db.query('drop policy ending on import_file');
  }
}
