import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { addAbsence } from '@pupitre/shared/practices/practice.contract';
import { type LocalDay, toInstant } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { AbsenceRepository } from './absence.repository.js';

type AbsenceForm = InputOf<typeof addAbsence>['body'];

@Injectable()
export class AbsenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceRepository,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
  ) {}

  async add(form: AbsenceForm): Promise<ResponseOf<typeof addAbsence>> {
    const startsAt = this.instantOf(form.fromDay, form.fromMin);
    const endsAt = this.instantOf(form.toDay, form.toMin);
    if (endsAt <= startsAt) throw new DomainError('absence.end_before_start');
    const { resourceId, reason, note } = form;
    const absence = { id: uuid(), resourceId, startsAt, endsAt, reason, note };
    await this.absences.insert(absence, this.unitOfWork.actor.accountId, this.clock.now());
    await this.agenda.tell([{ resourceId, from: startsAt, to: endsAt }]);
    const appointmentsHit = await this.absences.countVisitsHit(absence);
    this.tell(absence.id);
    return {
      absence: { ...absence, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      appointmentsHit,
    };
  }

  async remove(absenceId: string): Promise<void> {
    const { resourceId, startsAt, endsAt } = await this.absences.delete(absenceId);
    await this.agenda.tell([{ resourceId, from: startsAt, to: endsAt }]);
    this.tell(absenceId);
  }

  private instantOf(day: LocalDay, startMin: number): Date {
    const instant = toInstant(day, startMin, this.unitOfWork.membership.zone);
    if (!instant) throw new DomainError('appointment.nonexistent_local_time', { day, startMin });
    return instant;
  }

  private tell(absenceId: string): void {
    this.unitOfWork.noteSubject({ subjectId: absenceId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [absenceId] });
  }
}
