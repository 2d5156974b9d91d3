import { Controller } from '@nestjs/common';
import { readHealth } from '@pupitre/shared/live/live.contract';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import { Settings } from '../settings.js';
import { Handles } from './endpoint.decorator.js';
import { GracefulStop } from './graceful-stop.js';

@Controller()
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly stop: GracefulStop,
  ) {}

  @Handles(readHealth)
  async read() {
    if (this.stop.isDraining) throw new DomainError('server.draining');
    const [{ count }] = await this.unitOfWork.manager.query('select count(*)::int as count from schema_migration');
    return { status: 'ok', version: this.settings.version, migrations: count };
  }
}
