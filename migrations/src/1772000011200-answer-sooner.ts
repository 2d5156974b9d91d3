import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sessionOrWorkerPractice, workerElseSessionPractice } from './sql/current-practice.js';

/** The worker's way in must cost the desks nothing: `app.current_practice()` runs one branch, not two. */
export class AnswerSooner1772000011200 implements MigrationInterface {
  readonly name = 'AnswerSooner1772000011200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(workerElseSessionPractice);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(sessionOrWorkerPractice);
  }
}
