import { Controller } from '@nestjs/common';
import { readHealth } from '@pupitre/shared/live/live.contract';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Settings } from '../settings.js';
import { Handles } from './endpoint.decorator.js';

@Controller()
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  @Handles(readHealth)
  async read() {
    const [{ count }] = await this.unitOfWork.manager.query('select count(*)::int as count from schema_migration');
    return { status: 'ok', version: this.settings.version, migrations: count };
  }
}
