import type { MigrationInterface, QueryRunner } from 'typeorm';
import { feedMeetings, readAgendaFeed } from './sql/feed-functions.js';

const tables = ['meeting', 'claim'];

/** A column shown elsewhere tells of its meetings too. */
export class ShowMeetings1772000026500 implements MigrationInterface {
  readonly name = 'ShowMeetings1772000026500';

  async up(db: QueryRunner): Promise<void> {
    for (const table of tables) {
      await db.query(`create policy feed on ${table} for select to current_user
        using (practice_id = (select app.feed_practice()))`);
    }
    await db.query(readAgendaFeed('create or replace function', feedMeetings));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(readAgendaFeed('create or replace function'));
    for (const table of tables) await db.query(`drop policy feed on ${table}`);
  }
}
