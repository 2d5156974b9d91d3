import { Injectable } from '@nestjs/common';
import { toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PracticeChores } from '../../platform/jobs/practice-chores.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { FreeDays } from './free-days.js';

const hourly = 3_600;
/** Local hour of the practice at which all of it is checked: nobody books. */
const nightHour = 3;

/**
 * Every hour the columns that are not kept as far as the desk can book: those of a new practice, or of one that was there
 * before; every night all of them, compared with what the agenda says, mended and told.
 */
@Injectable()
export class FreeDaysUpkeep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly freeDays: FreeDays,
    private readonly clock: Clock,
    chores: PracticeChores,
  ) {
    chores.register('planning.free_days', hourly, 'free days were not true and were mended', (id) => this.run(id));
  }

  /** How many days were not true. A column a transaction: a desk never waits for more than one of them. */
  async run(practiceId: string): Promise<number> {
    const columns = await this.unitOfWork.runAsWorker(practiceId, async () => {
      const { zone } = await this.agendas.zones();
      const isNight = Math.floor(toLocal(this.clock.now(), zone).minutes / 60) === nightHour;
      return this.freeDays.columnsToKeep(isNight ? 'all' : 'short');
    });
    let repaired = 0;
    for (const id of columns) repaired += await this.unitOfWork.runAsWorker(practiceId, () => this.freeDays.keep(id));
    return repaired;
  }
}
