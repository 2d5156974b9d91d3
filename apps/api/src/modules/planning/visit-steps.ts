import { Injectable } from '@nestjs/common';
import {
  type AppointmentStatus,
  canBeNoShow,
  canTransition,
  transitionAllowedFor,
} from '@pupitre/shared/planning/appointment-status';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';

/** What every change of a known visit begins with: is it hers to change, is it still what she saw, is the step allowed. */
@Injectable()
export class VisitSteps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly scope: AgendaScope,
    private readonly agendas: PracticeAgendas,
    private readonly clock: Clock,
  ) {}

  /** Locks the visit until the transaction ends. */
  async open(appointmentId: string, version: number): Promise<VisitForChange> {
    const visit = await this.appointments.getForChange(appointmentId);
    this.scope.require(visit.resourceId);
    if (visit.version !== version) throw new DomainError('version.stale', { version: visit.version });
    return visit;
  }

  async check(visit: AppointmentEntity, to: AppointmentStatus): Promise<void> {
    const { membership } = this.unitOfWork;
    const isOwn =
      membership.practitionerId === visit.practitionerId ||
      (await this.agendas.ownColumns(visit.day)).includes(visit.resourceId);
    if (!canTransition(visit.status, to)) {
      throw new DomainError('appointment.transition_refused', { from: visit.status, to });
    }
    if (!transitionAllowedFor(membership.roles, isOwn, visit.status, to)) throw new DomainError('permission.denied');
    if (to === 'no_show' && !canBeNoShow(visit.startsAt.toISOString(), this.clock.now())) {
      throw new DomainError('appointment.not_yet_started');
    }
  }
}
