import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const everyHour = 3_600_000;

/** Removes what has served its time, each hour. Two processes doing it at once remove the same rows: no harm. */
@Injectable()
export class Expiry implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.purge().catch(() => undefined), everyHour);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** How many rows went. */
  async purge(): Promise<number> {
    const [row] = await this.dataSource.query(
      'select app.purge_expired() + app.purge_imports() + app.purge_drafts() + app.purge_live_events() as removed',
    );
    return row.removed;
  }
}
