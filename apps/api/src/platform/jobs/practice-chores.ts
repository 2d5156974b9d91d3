import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { WorkerSecret } from '../database/worker-secret.js';
import type { Chores } from './chores.js';

/** Opens its own transactions, by `UnitOfWork.runAsWorker`. Answers a count the operator should hear of: 0 is silent. */
type PracticeChore = (practiceId: string) => Promise<number>;

/** What the clock asks for, of each practice. One that fails does not keep the others from theirs. */
export class PracticeChores {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secret: WorkerSecret,
    private readonly chores: Chores,
    private readonly logger: Logger,
  ) {}

  /** As `Chores.register`; `told` says in the log what was counted. */
  register(name: string, everySeconds: number, told: string, run: PracticeChore): void {
    this.chores.register(name, everySeconds, () => this.each(told, run));
  }

  private async each(told: string, run: PracticeChore): Promise<void> {
    const practices: { practice: string | null }[] = await this.dataSource.query(
      `with shown as materialized (select set_config('app.worker', $1, true))
       select practice from shown left join lateral app.worker_practices() practice on true`,
      [this.secret.value ?? ''],
    );
    let failed = 0;
    for (const { practice } of practices) {
      if (practice === null) continue;
      try {
        const count = await run(practice);
        if (count > 0) this.logger.warn({ practiceId: practice, count }, told);
      } catch {
        failed += 1;
      }
    }
    if (failed > 0) throw new Error(`the chore failed in ${failed} practices`);
  }
}
