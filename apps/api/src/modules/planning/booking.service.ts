import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { AppointmentRequest, moveAppointment } from '@pupitre/shared/planning/appointment.contract';
import { transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository } from './appointment.repository.js';
import { BookingDesk } from './booking-desk.js';
import { ClaimRepository } from './claim.repository.js';
import { VisitChanges } from './visit-changes.js';
import { VisitSteps } from './visit-steps.js';

type Move = InputOf<typeof moveAppointment>['body'];

@Injectable()
export class BookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly desk: BookingDesk,
    private readonly changes: VisitChanges,
    private readonly steps: VisitSteps,
    private readonly clock: Clock,
  ) {}

  async book(request: AppointmentRequest) {
    if (request.walkIn) this.requireWaitingRoom();
    const place = await this.desk.take(request, { walkIn: request.walkIn });
    const now = this.clock.now();
    const visit: AppointmentEntity = {
      practiceId: this.unitOfWork.practiceId,
      id: this.appointments.newId(),
      ...blankStamps,
      resourceId: request.resourceId,
      practitionerId: place.column.practitionerId,
      motifId: request.motifId,
      patientId: request.patientId,
      day: request.day,
      startMin: request.startMin,
      durationMin: request.durationMin,
      startsAt: place.startsAt,
      endsAt: place.endsAt,
      status: request.walkIn ? 'arrived' : 'booked',
      arrivedAt: request.walkIn ? now : null,
      urgent: request.urgent,
      walkIn: request.walkIn,
      note: request.note,
      source: request.source,
      version: 1,
      createdBy: this.unitOfWork.actor.accountId,
      createdAt: now,
    };
    await this.appointments.insert(visit);
    await this.claims.insert(visit.id, visit.resourceId, visit.startsAt, visit.endsAt);
    return this.changes.record({ kind: 'booked', before: null, after: visit, details: placeOf(visit) });
  }

  /** A walk-in starts as arrived: whoever may not receive somebody may not book one. */
  private requireWaitingRoom(): void {
    const { roles } = this.unitOfWork.membership;
    if (!transitionAllowedFor(roles, false, 'booked', 'arrived')) throw new DomainError('permission.denied');
  }

  async move(appointmentId: string, version: number, move: Move) {
    const before = await this.steps.open(appointmentId, version);
    if (!['requested', 'booked', 'confirmed'].includes(before.status))
      throw new DomainError('appointment.already_started');
    const isLength =
      before.resourceId === move.resourceId && before.day === move.day && before.startMin === move.startMin;
    const place = isLength
      ? await this.desk.resize(before, move.durationMin)
      : await this.desk.take(
          { ...move, motifId: before.motifId },
          { exceptAppointmentId: before.id, alsoLock: [before.resourceId] },
        );
    await this.claims.release(before.id);
    await this.claims.insert(before.id, move.resourceId, place.startsAt, place.endsAt);
    const after = await this.appointments.change(before, {
      ...move,
      practitionerId: place.column.practitionerId,
      startsAt: place.startsAt,
      endsAt: place.endsAt,
    });
    return this.changes.record(
      isLength
        ? { kind: 'resized', before, after, details: lengths(before, after) }
        : { kind: 'moved', before, after, details: { ...from(before), ...to(after) } },
    );
  }
}

const blankStamps = {
  confirmedAt: null,
  arrivedAt: null,
  calledAt: null,
  seenAt: null,
  doneAt: null,
  cancelledAt: null,
  cancelledBy: null,
  cancelReason: '',
};

const placeOf = (visit: AppointmentEntity) => ({
  day: visit.day,
  startMin: String(visit.startMin),
  resourceId: visit.resourceId,
});
const from = (visit: AppointmentEntity) => ({
  fromDay: visit.day,
  fromMin: String(visit.startMin),
  fromResourceId: visit.resourceId,
});
const to = (visit: AppointmentEntity) => ({
  toDay: visit.day,
  toMin: String(visit.startMin),
  toResourceId: visit.resourceId,
});
const lengths = (before: AppointmentEntity, after: AppointmentEntity) => ({
  ...placeOf(after),
  fromMinutes: String(before.durationMin),
  toMinutes: String(after.durationMin),
});
