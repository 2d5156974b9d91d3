import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditFunctions } from './sql/audit-functions.js';
import { auditRowAtOnce, sealInPasses } from './sql/audit-sealing.js';

/** Two hundred thousand rows written by one transaction were sealed in a time that grew with their square. */
export class SealInPasses1772000011300 implements MigrationInterface {
  readonly name = 'SealInPasses1772000011300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_chain add column pass_horizon xid8, add column pass_xid xid8, add column pass_id uuid;
      grant update (pass_horizon, pass_xid, pass_id) on audit_chain to pupitre_app;
      drop index audit_event_xid;
      create index audit_event_xid on audit_event (practice_id, xid, id);
    `);
    await db.query(auditRowAtOnce);
    await db.query(sealInPasses);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(auditFunctions.replaceAll('create function', 'create or replace function'));
    await db.query(`
      drop index audit_event_xid;
      create index audit_event_xid on audit_event (practice_id, xid);
      alter table audit_chain drop column pass_horizon, drop column pass_xid, drop column pass_id;
    `);
  }
}
