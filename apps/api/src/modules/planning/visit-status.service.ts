import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { cancelAppointment, editAppointment } from '@pupitre/shared/planning/appointment.contract';
import {
  type AppointmentStatus,
  canBeNoShow,
  canTransition,
  transitionAllowedFor,
} from '@pupitre/shared/planning/appointment-status';
import { VisitListeners } from '../../platform/acts/visit-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { type AppointmentChange, AppointmentRepository } from './appointment.repository.js';
import { BookingDesk } from './booking-desk.js';
import { ClaimRepository } from './claim.repository.js';
import { VisitChanges } from './visit-changes.js';

const lateCancelMs = 24 * 3_600_000;

/** The journal's word for each status reached. */
const eventOf: Partial<Record<AppointmentStatus, string>> = { in_consultation: 'called', to_collect: 'seen' };

@Injectable()
export class VisitStatusService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly agendas: PracticeAgendas,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly changes: VisitChanges,
    private readonly listeners: VisitListeners,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async change(appointmentId: string, version: number, to: AppointmentStatus) {
    const before = await this.open(appointmentId, version);
    // A cancellation says who asked: it has an act of its own.
    if (to === 'cancelled') throw new DomainError('appointment.transition_refused', { from: before.status, to });
    this.checkTransition(before, to);
    if (before.status === 'cancelled') return this.restore(before);
    if (to === 'done') await this.listeners.tell('closing', before.id);
    const after = await this.appointments.change(before, { status: to, ...this.stampsOf(before, to) });
    if (to === 'to_collect') await this.listeners.tell('seen', before.id);
    return this.changes.record({ kind: eventOf[to] ?? to, before, after });
  }

  /** The place is free at once; a cancellation within a day of the visit is marked late in the journal. */
  async cancel(appointmentId: string, version: number, body: InputOf<typeof cancelAppointment>['body']) {
    const before = await this.open(appointmentId, version);
    this.checkTransition(before, 'cancelled');
    const now = this.clock.now();
    const after = await this.appointments.change(before, {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: body.by,
      cancelReason: body.reason,
    });
    await this.claims.release(before.id);
    const isLate = before.startsAt.getTime() - now.getTime() < lateCancelMs;
    return this.changes.record({
      kind: 'cancelled',
      before,
      after,
      details: { by: body.by, late: String(isLate), ...(body.reason ? { reason: body.reason } : {}) },
    });
  }

  async edit(appointmentId: string, version: number, body: InputOf<typeof editAppointment>['body']) {
    const before = await this.open(appointmentId, version);
    const motif = await this.agendas.motif(body.motifId);
    if (!motif) throw new DomainError('resource.not_found');
    if (body.motifId !== before.motifId && (!motif.active || !motif.resourceIds.includes(before.resourceId))) {
      throw new DomainError('appointment.motif_not_offered');
    }
    const after = await this.appointments.change(before, body);
    const fields = (['motifId', 'note', 'urgent'] as const).filter((field) => before[field] !== after[field]);
    return this.changes.record({ kind: 'edited', before, after, details: { fields: fields.join(' ') } });
  }

  private async restore(before: AppointmentEntity) {
    const place = await this.desk.take(before);
    await this.claims.insert(before.id, before.resourceId, place.startsAt, place.endsAt);
    const after = await this.appointments.change(before, {
      status: 'booked',
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: '',
      confirmedAt: null,
    });
    return this.changes.record({ kind: 'restored', before, after });
  }

  private async open(appointmentId: string, version: number): Promise<AppointmentEntity> {
    const visit = await this.appointments.getForChange(appointmentId);
    this.scope.require(visit.resourceId);
    if (visit.version !== version) throw new DomainError('version.stale', { version: visit.version });
    return visit;
  }

  private checkTransition(visit: AppointmentEntity, to: AppointmentStatus): void {
    const { membership } = this.unitOfWork;
    const isOwn = membership.practitionerId === visit.practitionerId;
    if (!canTransition(visit.status, to)) {
      throw new DomainError('appointment.transition_refused', { from: visit.status, to });
    }
    if (!transitionAllowedFor(membership.roles, isOwn, visit.status, to)) throw new DomainError('permission.denied');
    if (to === 'no_show' && !canBeNoShow(visit.startsAt.toISOString(), this.clock.now())) {
      throw new DomainError('appointment.not_yet_started');
    }
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
