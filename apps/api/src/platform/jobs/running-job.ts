import type { UnitOfWork } from '../database/unit-of-work.js';
import type { BackgroundTaskRepository, TakenTask } from './background-task.repository.js';
import type { Job, JobIds, TransactionOptions } from './jobs.js';

const progressEveryMs = 400;

/** The job went to another process, or its task ended: whatever this attempt still does is rolled back. */
export class JobLost extends Error {}

/** One attempt at a task. */
export class RunningJob implements Job {
  private readonly ending = new AbortController();
  private lastProgressAt = 0;
  private tellLost: (error: JobLost) => void = () => undefined;
  /** Never fulfilled; rejected when the job is another's. */
  readonly lost = new Promise<never>((_, reject) => {
    this.tellLost = reject;
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTaskRepository,
    readonly practiceId: string,
    private readonly task: TakenTask,
  ) {
    // Rejected also when nobody waits for it any more.
    this.lost.catch(() => undefined);
  }

  get taskId(): string {
    return this.task.id;
  }

  get ids(): JobIds {
    return this.task.ids;
  }

  get requestedBy(): string | null {
    return this.task.requestedBy;
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  abort(): void {
    this.ending.abort();
  }

  lose(): void {
    this.tellLost(new JobLost());
    this.abort();
  }

  transaction<T>(act: () => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.unitOfWork.runAsWorker(this.practiceId, async () => {
      await this.limit(options);
      const result = await act();
      if (!(await this.tasks.isHeld(this.task))) throw new JobLost();
      return result;
    });
  }

  /** The key is written last: the task's row is locked for a moment only, and progress shows while the effect is made. */
  once(key: string, act: () => Promise<unknown>, options: TransactionOptions = {}): Promise<boolean> {
    return this.unitOfWork.runAsWorker(this.practiceId, async () => {
      if (await this.tasks.hasEffect(this.task, key)) return false;
      await this.limit(options);
      await act();
      if (!(await this.tasks.noteEffect(this.task, key))) throw new JobLost();
      return true;
    });
  }

  async progress(done: number, total: number | null): Promise<void> {
    const now = performance.now();
    if (done !== total && this.lastProgressAt > 0 && now - this.lastProgressAt < progressEveryMs) return;
    this.lastProgressAt = now;
    const ours = await this.unitOfWork.runAsWorker(this.practiceId, () =>
      this.tasks.noteProgress(this.task, done, total),
    );
    if (!ours) throw new JobLost();
  }

  private async limit({ timeoutMs }: TransactionOptions): Promise<void> {
    if (timeoutMs === undefined) return;
    await this.unitOfWork.manager.query(`select set_config('statement_timeout', $1, true)`, [String(timeoutMs)]);
  }
}
