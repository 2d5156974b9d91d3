import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import { closedByHours, type OpeningRule } from '@pupitre/shared/planning/practice-day';
import type { previewOpeningHours, saveOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { type WeekSpan, weekHoursFaults } from '@pupitre/shared/practices/week-hours';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { OpeningHoursRepository, type VisitToCome } from './opening-hours.repository.js';

/** Visits left outside that are told one by one. */
const shownOutside = 10;

type SavedHours = ResponseOf<typeof saveOpeningHours>;

@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openingHours: OpeningHoursRepository,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
  ) {}

  /** Says what the hours would leave outside, before anybody saves them. */
  async preview(resourceId: string, hours: readonly WeekSpan[]): Promise<ResponseOf<typeof previewOpeningHours>> {
    refuseFaults(hours);
    await this.openingHours.getVersion(resourceId);
    const rules = hours.map((span) => ({ ...span, resourceId, validFrom: null, validTo: null }));
    const outside = await this.visitsOutside(resourceId, rules);
    return { appointmentsOutside: outside.length, firstOutside: outside.slice(0, shownOutside) };
  }

  /** The new week holds from today on; visits it leaves outside are counted and kept. */
  async save(resourceId: string, version: number, hours: readonly WeekSpan[]): Promise<SavedHours> {
    refuseFaults(hours);
    const today = todayIn(this.unitOfWork.membership.zone, this.clock.now());
    const resource = await this.openingHours.takeVersion(resourceId, version);
    await this.openingHours.replaceFrom(today, resourceId, hours);
    await this.agenda.tell([{ resourceId, from: this.clock.now(), to: null }]);
    const saved = await this.openingHours.findFrom(today, resourceId);
    const outside = await this.visitsOutside(resourceId, saved);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [resourceId] });
    return { resource, hours: saved, appointmentsOutside: outside.length };
  }

  private async visitsOutside(resourceId: string, rules: readonly OpeningRule[]): Promise<VisitToCome[]> {
    const { zone } = this.unitOfWork.membership;
    const visits = await this.openingHours.findVisitsToCome(resourceId, this.clock.now());
    const closedOn = new Map<LocalDay, ReturnType<typeof closedByHours>>();
    return visits.filter(({ day, startMin, endMin }) => {
      const closed = closedOn.get(day) ?? closedByHours({ resourceId, day, zone, rules });
      closedOn.set(day, closed);
      return endMin > 1440 || closed.some((span) => intervalsOverlap(span, { startMin, endMin }));
    });
  }
}

function refuseFaults(hours: readonly WeekSpan[]): void {
  const faults = weekHoursFaults(hours);
  if (faults.length > 0) throw new DomainError('opening.overlapping_hours', { faults });
}
