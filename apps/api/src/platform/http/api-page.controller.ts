import { Controller } from '@nestjs/common';
import type { Role } from '@pupitre/shared/access/roles';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { readApiPage } from '@pupitre/shared/contract/api-page.contract';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import { Settings } from '../settings.js';
import { Handles } from './endpoint.decorator.js';
import { openApiOf } from './openapi.js';

/** What the API offers, made from the contracts: open in demo mode, else for whoever administers a practice. */
@Controller()
export class ApiPageController {
  private page: object | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  @Handles(readApiPage)
  async read() {
    if (!this.settings.demo) await this.askForAdministrator();
    this.page ??= openApiOf(allEndpoints, this.settings.version);
    return this.page;
  }

  private async askForAdministrator(): Promise<void> {
    if (this.unitOfWork.actor.state === 'locked') throw new DomainError('session.locked');
    const memberships = await this.unitOfWork.manager.query<{ roles: Role[] }[]>(
      'select roles from app.my_memberships()',
    );
    if (!memberships.some(({ roles }) => roles.includes('admin'))) throw new DomainError('resource.not_found');
  }
}
