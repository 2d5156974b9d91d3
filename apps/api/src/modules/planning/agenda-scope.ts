import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

/** The columns the caller may touch: a remote secretary has those lent to her, everybody else all. */
@Injectable()
export class AgendaScope {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  get resourceIds(): readonly string[] | null {
    return this.unitOfWork.membership.lentResourceIds;
  }

  /** A column outside the scope answers as one that does not exist. */
  require(resourceId: string): void {
    if (this.resourceIds && !this.resourceIds.includes(resourceId)) throw new DomainError('resource.not_found');
  }

  narrow(resourceIds: readonly string[]): readonly string[] | null {
    if (resourceIds.length === 0) return this.resourceIds;
    return this.resourceIds ? resourceIds.filter((id) => this.resourceIds?.includes(id)) : resourceIds;
  }
}
