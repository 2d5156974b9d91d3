import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** The bytes of a file, two megabytes a row: any process reads them, and a backup holds them. */
@Injectable()
export class ImportPartRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async put(importId: string, part: number, content: Uint8Array): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into import_part (practice_id, import_id, part, content) values ($1, $2, $3, $4)
       on conflict (practice_id, import_id, part) do update set content = excluded.content`,
      [this.unitOfWork.practiceId, importId, part, Buffer.from(content)],
    );
  }

  async numbers(importId: string): Promise<number[]> {
    const rows: { part: number }[] = await this.unitOfWork.manager.query(
      'select part from import_part where practice_id = $1 and import_id = $2 order by part',
      [this.unitOfWork.practiceId, importId],
    );
    return rows.map(({ part }) => part);
  }

  /** Null past the last one. */
  async read(importId: string, part: number): Promise<Buffer | null> {
    const rows: { content: Buffer }[] = await this.unitOfWork.manager.query(
      'select content from import_part where practice_id = $1 and import_id = $2 and part = $3',
      [this.unitOfWork.practiceId, importId, part],
    );
    return rows[0]?.content ?? null;
  }

  async delete(importId: string): Promise<void> {
    await this.unitOfWork.manager.query('delete from import_part where practice_id = $1 and import_id = $2', [
      this.unitOfWork.practiceId,
      importId,
    ]);
  }
}
