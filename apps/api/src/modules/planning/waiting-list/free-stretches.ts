import { Injectable } from '@nestjs/common';
import { freeGapsOfDay, type TakenSpan } from '@pupitre/shared/planning/free-day';
import { type Interval, intersectIntervals, subtractIntervals } from '@pupitre/shared/planning/interval';
import { reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { addDays, dayBounds, type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type AgendaColumn, PracticeAgendas } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { ClaimRepository } from '../claim.repository.js';
import { ClaimedDays } from '../claimed-days.js';

export interface StretchQuestion {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  readonly resourceIds: readonly string[];
  readonly within: Interval | null;
}

interface Margins {
  readonly beforeMin: number;
  readonly afterMin: number;
}

export interface FreeStretch extends Interval {
  readonly resourceId: string;
  readonly day: LocalDay;
  /** The clock of the column's site. */
  readonly zone: string;
  /** The part of it where a visit may stand that keeps so many minutes before and after it. */
  readonly roomFor: (margins: Margins) => Interval[];
}

const gridMin = 5;

/** What is free and still to come, read from the claims as the finder reads them; never what is kept for emergencies. */
@Injectable()
export class FreeStretches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** In order of time, then in the order of the columns. */
  async find({ fromDay, toDay, resourceIds, within }: StretchQuestion): Promise<FreeStretch[]> {
    // A day more on each side: each column has the clock of its site.
    const [start, end] = [dayBounds(addDays(fromDay, -1), 'UTC').start, dayBounds(addDays(toDay, 1), 'UTC').end];
    const columns = (await this.agendas.columns(this.scope.narrow(resourceIds), start)).filter(({ active }) => active);
    const ids = columns.map(({ id }) => id);
    // What the caller holds herself she may still give.
    const holdsOf = this.unitOfWork.actor.accountId;
    const taken = new ClaimedDays(await this.claims.findBetween(ids, start, end, { holdsOf }));
    const stretches: FreeStretch[] = [];
    for (const column of columns) {
      const now = toLocal(this.clock.now(), column.zone);
      for (let day = fromDay < now.day ? now.day : fromDay; day <= toDay; day = addDays(day, 1)) {
        const firstMin = day === now.day ? Math.ceil(now.minutes / gridMin) * gridMin : 0;
        const asked = [{ startMin: Math.max(firstMin, within?.startMin ?? 0), endMin: within?.endMin ?? 1440 }];
        stretches.push(...stretchesOn(column, day, asked, taken.on(column.id, day)));
      }
    }
    return stretches.sort((a, b) => (a.day === b.day ? a.startMin - b.startMin : a.day < b.day ? -1 : 1));
  }
}

function stretchesOn(
  column: AgendaColumn,
  day: LocalDay,
  asked: readonly Interval[],
  taken: readonly TakenSpan[],
): FreeStretch[] {
  const { id: resourceId, zone } = column;
  const question = { ...column, resourceId, day };
  const offered = subtractIntervals(asked, reservedIntervals(question));
  const gapsFor = (margins: Margins) => intersectIntervals(freeGapsOfDay(question, taken, margins), offered);
  return gapsFor({ beforeMin: 0, afterMin: 0 }).map((gap) => {
    const roomFor = (margins: Margins) => intersectIntervals([gap], gapsFor(margins));
    return { resourceId, day, zone, ...gap, roomFor };
  });
}
