import { Injectable } from '@nestjs/common';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { VisitListeners } from '../../platform/acts/visit-listeners.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { type AppointmentChange, AppointmentRepository } from './appointment.repository.js';
import { VisitCancellationService } from './visit-cancellation.service.js';
import { VisitChanges } from './visit-changes.js';
import { VisitSteps } from './visit-steps.js';

/** The journal's word for each status reached. */
const eventOf: Partial<Record<AppointmentStatus, string>> = { in_consultation: 'called', to_collect: 'seen' };

@Injectable()
export class VisitStatusService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly appointments: AppointmentRepository,
    private readonly changes: VisitChanges,
    private readonly listeners: VisitListeners,
    private readonly cancellations: VisitCancellationService,
    private readonly clock: Clock,
  ) {}

  async change(appointmentId: string, version: number, to: AppointmentStatus) {
    const before = await this.steps.open(appointmentId, version);
    // A cancellation says who asked: it has an act of its own.
    if (to === 'cancelled') throw new DomainError('appointment.transition_refused', { from: before.status, to });
    await this.steps.check(before, to);
    if (before.status === 'cancelled') return this.cancellations.restore(before);
    if (to === 'done') await this.listeners.tell('closing', before.id);
    const after = await this.appointments.change(before, { status: to, ...this.stampsOf(before, to) });
    if (to === 'to_collect') await this.listeners.tell('seen', before.id);
    return this.changes.record({ kind: eventOf[to] ?? to, before, after });
  }

  /** Each step stamps its own time, once; straight into the room leaves the arrival empty, out of the waiting figures. */
  private stampsOf(visit: AppointmentEntity, to: AppointmentStatus): AppointmentChange {
    const now = this.clock.now();
    switch (to) {
      case 'confirmed':
        return { confirmedAt: now };
      case 'arrived':
        return { arrivedAt: visit.arrivedAt ?? now };
      case 'in_consultation':
        return { calledAt: now };
      case 'to_collect':
        return { seenAt: now };
      case 'done':
        return { doneAt: now, seenAt: visit.seenAt ?? now };
      default:
        return {};
    }
  }
}
