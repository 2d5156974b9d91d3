import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { CalendarColumnRepository } from './calendar-column.repository.js';

/** Whose calendars the caller may touch: a coordinator's or an administrator's are all columns, a practitioner's her own. */
@Injectable()
export class CalendarScope {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly columns: CalendarColumnRepository,
  ) {}

  resourceIds(): Promise<string[]> {
    const { roles, practitionerId } = this.unitOfWork.membership;
    const isForAll = roles.some((role) => role === 'coordinator' || role === 'admin');
    return this.columns.list(isForAll ? null : { practitionerId });
  }

  /** A column outside the scope answers as one that does not exist. */
  async require(resourceId: string): Promise<void> {
    if (!(await this.resourceIds()).includes(resourceId)) throw new DomainError('resource.not_found');
  }
}
