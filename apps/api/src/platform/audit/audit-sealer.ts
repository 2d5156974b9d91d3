import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WorkerSecret } from '../database/worker-secret.js';
import { Chores } from '../jobs/chores.js';

/** Well under a statement's time; a first sealing of a long history takes several. */
const batch = 1_000;
const batchesARound = 20;

/**
 * Seals what was committed, every few seconds, in any number of processes: the database lets one at a time into a
 * practice. Not in the act's own transaction: the chain has one end, and a slow act would hold up the whole practice.
 */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly secret: WorkerSecret,
    chores: Chores,
  ) {
    chores.everyRound('audit.seal', () => this.sealAll());
  }

  /** How many rows were looked at: what a pass meets again counts. A practice whose chain somebody damaged does not keep the others from theirs. */
  async sealAll(): Promise<number> {
    const waiting: { practice: string | null }[] = await this.dataSource.query(
      `with shown as materialized (select set_config('app.worker', $1, true))
       select practice from shown left join lateral app.practices_to_seal() practice on true`,
      [this.secret.value ?? ''],
    );
    let seen = 0;
    let damaged = 0;
    for (const { practice } of waiting) {
      if (practice === null) continue;
      seen += await this.seal(practice).catch(() => {
        damaged += 1;
        return 0;
      });
    }
    if (damaged > 0) throw new Error(`${damaged} practices could not be sealed`);
    return seen;
  }

  /** How many rows were looked at. */
  async seal(practiceId: string): Promise<number> {
    let seen = 0;
    for (let turn = 0; turn < batchesARound; turn += 1) {
      const [row] = await this.unitOfWork.runAsWorker(practiceId, () =>
        this.unitOfWork.manager.query('select app.seal_audit($1) as seen', [batch]),
      );
      seen += row.seen;
      if (row.seen < batch) break;
    }
    return seen;
  }
}
