import { Injectable } from '@nestjs/common';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { Clock } from '../../../platform/clock.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import type { AppointmentEntity } from '../appointment.entity.js';
import { AppointmentRepository } from '../appointment.repository.js';

const movable: readonly AppointmentStatus[] = ['requested', 'booked', 'confirmed'];

/** The visit somebody would give back for an earlier place. */
@Injectable()
export class WaitingVisits {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** Null once it is over, cancelled or under way: there is nothing to give back. Locks it until the transaction ends. */
  async findToGiveBack(appointmentId: string): Promise<AppointmentEntity | null> {
    const visit = await this.appointments.getForChange(appointmentId);
    return movable.includes(visit.status) && visit.startsAt > this.clock.now() ? visit : null;
  }

  /** Giving her a place moves that visit: whoever may not touch its column leaves it to a desk that may. */
  requireOwn({ resourceId }: AppointmentEntity): void {
    if (this.scope.resourceIds?.includes(resourceId) === false) throw new DomainError('waiting_list.visit_not_yours');
  }

  async requireToGiveBack(appointmentId: string, patientId: string, motifId: string): Promise<void> {
    const visit = await this.findToGiveBack(appointmentId);
    if (!visit || visit.patientId !== patientId || visit.motifId !== motifId) {
      throw new DomainError('waiting_list.visit_unfit');
    }
    this.scope.require(visit.resourceId);
  }
}
