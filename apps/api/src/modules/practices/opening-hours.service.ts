import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import { closedByHours, type OpeningRule } from '@pupitre/shared/planning/practice-day';
import type { saveOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { type WeekSpan, weekHoursFaults } from '@pupitre/shared/practices/week-hours';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { OpeningHoursRepository, type VisitToCome } from './opening-hours.repository.js';

type SavedHours = ResponseOf<typeof saveOpeningHours>;

@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openingHours: OpeningHoursRepository,
    private readonly clock: Clock,
  ) {}

  /** The new week holds from today on; visits it leaves outside are counted and kept. */
  async save(resourceId: string, version: number, hours: readonly WeekSpan[]): Promise<SavedHours> {
    const faults = weekHoursFaults(hours);
    if (faults.length > 0) throw new DomainError('opening.overlapping_hours', { faults });
    const now = this.clock.now();
    const today = todayIn(this.unitOfWork.membership.zone, now);
    const resource = await this.openingHours.takeVersion(resourceId, version);
    await this.openingHours.replaceFrom(today, resourceId, hours);
    const saved = await this.openingHours.findFrom(today, resourceId);
    const visits = await this.openingHours.findVisitsToCome(resourceId, now);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [resourceId] });
    return { resource, hours: saved, appointmentsOutside: this.countOutside(resourceId, saved, visits) };
  }

  private countOutside(resourceId: string, rules: readonly OpeningRule[], visits: readonly VisitToCome[]): number {
    const { zone } = this.unitOfWork.membership;
    const closedOn = new Map<LocalDay, ReturnType<typeof closedByHours>>();
    return visits.filter(({ day, startMin, endMin }) => {
      const closed = closedOn.get(day) ?? closedByHours({ resourceId, day, zone, rules });
      closedOn.set(day, closed);
      return endMin > 1440 || closed.some((span) => intervalsOverlap(span, { startMin, endMin }));
    }).length;
  }
}
