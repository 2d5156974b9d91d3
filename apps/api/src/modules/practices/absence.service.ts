import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { absenceSpan } from '@pupitre/shared/practices/absence-span';
import type { AbsenceForm, addAbsence } from '@pupitre/shared/practices/practice.contract';
import { v7 as uuid } from 'uuid';
import { AbsenceListeners } from '../../platform/acts/absence-listeners.js';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { AbsenceRepository } from './absence.repository.js';
import { AgendaRepository } from './agenda.repository.js';

@Injectable()
export class AbsenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceRepository,
    private readonly agendas: AgendaRepository,
    private readonly agenda: AgendaListeners,
    private readonly listeners: AbsenceListeners,
    private readonly clock: Clock,
  ) {}

  async add(form: AbsenceForm): Promise<ResponseOf<typeof addAbsence>> {
    const { startsAt, endsAt } = await this.spanOf(form);
    const { resourceId, reason, note } = form;
    const absence = { id: uuid(), resourceId, startsAt, endsAt, reason, note };
    await this.absences.insert(absence, this.unitOfWork.actor.accountId, this.clock.now());
    await this.listeners.tell({ absenceId: absence.id, resourceId, startsAt, endsAt });
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

  /** On the clock of the column, or of the room. Refuses what cannot be noted. */
  async spanOf(form: AbsenceForm): Promise<{ startsAt: Date; endsAt: Date }> {
    const zone = await this.agendas.getZone(form.resourceId);
    const span = absenceSpan(form, zone, this.clock.now());
    if ('code' in span) throw new DomainError(span.code, { ...span.details });
    return span;
  }

  private tell(absenceId: string): void {
    this.unitOfWork.noteSubject({ subjectId: absenceId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [absenceId] });
  }
}
