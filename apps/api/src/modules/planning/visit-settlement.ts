import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { AppointmentRepository } from './appointment.repository.js';
import { VisitChanges } from './visit-changes.js';

/** What billing may say to the agenda: this visit is settled. */
@Injectable()
export class VisitSettlement {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /** Locks the visit and refuses unless it waits to be collected. */
  async begin(appointmentId: string): Promise<void> {
    const visit = await this.appointments.getForChange(appointmentId);
    if (visit.status !== 'to_collect') {
      throw new DomainError('appointment.transition_refused', { from: visit.status, to: 'done' });
    }
  }

  /** Paid, or due with a reason: done, and no way back but a credit note. */
  async finish(appointmentId: string): Promise<void> {
    const before = await this.appointments.getForChange(appointmentId);
    const after = await this.appointments.change(before, { status: 'done', doneAt: this.clock.now() });
    await this.changes.recordFinal({ kind: 'done', before, after });
  }
}
