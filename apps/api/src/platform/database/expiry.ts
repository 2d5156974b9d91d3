import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Chores } from '../jobs/chores.js';

const hourly = 3_600;

/** Removes what has served its time, each hour, once over all processes. */
@Injectable()
export class Expiry {
  constructor(
    private readonly dataSource: DataSource,
    chores: Chores,
  ) {
    chores.register('expiry', hourly, () => this.purge());
  }

  /** How many rows went. */
  async purge(): Promise<number> {
    const [row] = await this.dataSource.query(
      'select app.purge_expired() + app.purge_imports() + app.purge_drafts() + app.purge_live_events() + app.purge_tasks() as removed',
    );
    return row.removed;
  }
}
