import { Injectable } from '@nestjs/common';
import type { OpeningExceptionForm, OpeningExceptionView } from '@pupitre/shared/practices/opening.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { openingExceptionJson } from '../practice.sql.js';

@Injectable()
export class OpeningExceptionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(exceptionId: string): Promise<OpeningExceptionView> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ exception: OpeningExceptionView }[]>(
      `select ${openingExceptionJson} as exception from opening_exception x where x.practice_id = $1 and x.id = $2`,
      [practiceId, exceptionId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.exception;
  }

  async insert(id: string, form: OpeningExceptionForm, by: string, at: Date): Promise<void> {
    const { resourceId, day, startMin, endMin, effect, reason, siteId } = form;
    await this.unitOfWork.translate(
      { opening_exception_no_overlap: () => new DomainError('opening.exception_overlaps') },
      (manager) =>
        manager.query(
          `insert into opening_exception (practice_id, id, resource_id, local_day, start_min, end_min, effect, reason,
              site_id, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [this.unitOfWork.practiceId, id, resourceId, day, startMin, endMin, effect, reason, siteId, by, at],
        ),
    );
  }

  /** Two desks that remove the same one: the second is told that it is gone. */
  async delete(exceptionId: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const [gone] = await manager.query<[{ id: string }[], number]>(
      'delete from opening_exception where practice_id = $1 and id = $2 returning id',
      [practiceId, exceptionId],
    );
    if (gone.length === 0) throw new DomainError('resource.not_found');
  }
}
