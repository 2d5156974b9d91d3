import { Injectable } from '@nestjs/common';
import { maskPhone } from '@pupitre/shared/fr/phone';
import { type Interval, subtractIntervals } from '@pupitre/shared/planning/interval';
import { openIntervals } from '@pupitre/shared/planning/practice-day';
import type { OutsideVisit } from '@pupitre/shared/practices/outside-hours.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OutsideHoursRepository, type StandingVisit } from './outside-hours.repository.js';

const lastMinute = 1440;

/** Whom the desk still has to move or to tell: a change of hours keeps its visits, and this is where they are found. */
@Injectable()
export class OutsideHoursService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly columns: OpeningColumns,
    private readonly visits: OutsideHoursRepository,
    private readonly clock: Clock,
  ) {}

  async list(resourceId: string): Promise<OutsideVisit[]> {
    const outside = await this.find(resourceId);
    return outside.map(({ phone, ...visit }) => ({ ...visit, phoneMasked: phone && maskPhone(phone) }));
  }

  /** The column is the subject of the journal's line. */
  async phones(resourceId: string) {
    const outside = await this.find(resourceId);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    return outside.map(({ appointmentId, phone }) => ({ appointmentId, phone }));
  }

  /** Absences have lists of their own: only what the hours close counts. */
  private async find(resourceId: string): Promise<StandingVisit[]> {
    if (this.unitOfWork.membership.lentResourceIds?.includes(resourceId) === false) {
      throw new DomainError('resource.not_found');
    }
    const open = openDays({ ...(await this.columns.get(resourceId)), absences: [] });
    const visits = await this.visits.findToCome(resourceId, this.clock.now());
    return visits.filter(({ day, startMin, durationMin }) => {
      const span = { startMin, endMin: Math.min(lastMinute, startMin + durationMin) };
      return subtractIntervals([span], open(day)).length > 0;
    });
  }
}

/** The open minutes of a day, each day computed once. */
function openDays(column: AgendaColumn) {
  const known = new Map<LocalDay, Interval[]>();
  return (day: LocalDay) => {
    const found = known.get(day) ?? openIntervals({ ...column, resourceId: column.id, day });
    known.set(day, found);
    return found;
  };
}
