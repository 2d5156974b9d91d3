import { Injectable } from '@nestjs/common';
import type { HolidayOverrideForm } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';

@Injectable()
export class HolidayOverrideRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async isSet(day: LocalDay): Promise<boolean> {
    const { manager, practiceId } = this.unitOfWork;
    const found = await manager.query<object[]>(
      'select 1 from holiday_override where practice_id = $1 and local_day = $2',
      [practiceId, day],
    );
    return found.length > 0;
  }

  async insert({ day, effect, label }: HolidayOverrideForm, by: string, at: Date): Promise<void> {
    await this.unitOfWork.translate(
      { holiday_override_pkey: () => new DomainError('opening.day_already_set') },
      (manager) =>
        manager.query(
          `insert into holiday_override (practice_id, local_day, effect, label, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [this.unitOfWork.practiceId, day, effect, label, by, at],
        ),
    );
  }

  async delete(day: LocalDay): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const [gone] = await manager.query<[object[], number]>(
      'delete from holiday_override where practice_id = $1 and local_day = $2 returning local_day',
      [practiceId, day],
    );
    if (gone.length === 0) throw new DomainError('resource.not_found');
  }
}
