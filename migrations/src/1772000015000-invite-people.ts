import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foundingFunctions } from './sql/founding-functions.js';
import { invitationFunctions, terminalFunctions } from './sql/invitation-functions.js';
import { memberFunctions } from './sql/member-functions.js';

/** Links to choose a password, who may found a practice, and the administrator's hand on the people of hers. */
export class InvitePeople1772000015000 implements MigrationInterface {
  readonly name = 'InvitePeople1772000015000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An account without a password yet has an empty hash, which no password answers to.
      -- The practice she was asked to found, '' when it has no name yet; null: she was not asked to.
      alter table app.account add column founding_name text;

      -- The site, not the practice: a house with two addresses has two numbers.
      alter table site add column finess text not null default ''
        check (finess = '' or finess ~ '^(\\d\\d|2[AB])\\d{7}$');

      create table app.invitation (
        token_hash bytea primary key check (length(token_hash) = 32),
        -- Null: the first person of an installation, who says who she is.
        account_id uuid references app.account (id),
        -- Null: given at the terminal.
        created_by uuid references app.account (id),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index invitation_account on app.invitation (account_id) where used_at is null;
    `);
    await db.query(invitationFunctions);
    await db.query(terminalFunctions);
    await db.query(memberFunctions);
    await db.query(foundingFunctions);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function app.add_billing_entity(uuid, uuid, text, text), app.seat_founder(text[], uuid), app.is_founding(),
        app.found_practice(uuid, uuid, text, text, text, text, text, text), app.founding();
      drop function app.renew_link(uuid, bytea), app.end_member(uuid),
        app.change_member(uuid, text[], uuid, uuid[], date),
        app.add_member(uuid, uuid, text, text, text, text[], uuid, uuid[], date, bytea), app.practice_members(),
        app.is_elsewhere(uuid), app.acting_admin(), app.acting_account();
      drop function app.invite_admin(bytea, uuid, text, text, text, text), app.invite_first(bytea),
        app.give_link(uuid, bytea, uuid), app.accept_invitation(bytea, text, uuid, text, text, text),
        app.read_invitation(bytea), app.invitation_state(app.invitation);
      drop table app.invitation;
      alter table site drop column finess;
      alter table app.account drop column founding_name;
    `);
  }
}
