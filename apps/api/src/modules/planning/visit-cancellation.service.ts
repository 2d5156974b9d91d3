import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { cancelAppointment } from '@pupitre/shared/planning/appointment.contract';
import { Clock } from '../../platform/clock.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';
import { BookingDesk } from './booking-desk.js';
import { ClaimRepository } from './claim.repository.js';
import { placeFields } from './new-visits.js';
import { VisitChanges } from './visit-changes.js';
import { VisitSteps } from './visit-steps.js';

const lateCancelMs = 24 * 3_600_000;

/** Gives a place back, and takes it again when it is still free. */
@Injectable()
export class VisitCancellationService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly appointments: AppointmentRepository,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /** The place is free at once; a cancellation within a day of the visit is marked late in the journal. */
  async cancel(appointmentId: string, version: number, body: InputOf<typeof cancelAppointment>['body']) {
    const before = await this.steps.open(appointmentId, version);
    await this.steps.check(before, 'cancelled');
    const now = this.clock.now();
    const after = await this.appointments.change(before, {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: body.by,
      cancelReason: body.reason,
    });
    await this.claims.release([before.id]);
    const isLate = before.startsAt.getTime() - now.getTime() < lateCancelMs;
    return this.changes.record({
      kind: 'cancelled',
      before,
      after,
      details: { by: body.by, late: String(isLate), ...(body.reason ? { reason: body.reason } : {}) },
    });
  }

  async restore(before: VisitForChange) {
    const { urgent, companionIds, patientId, overridden, overrideReason, rajoutReason } = before;
    // What was passed over to give it its hour may be passed over again, by whoever still may.
    const reason = overrideReason || rajoutReason || '';
    const override = overridden.length > 0 ? { codes: overridden, reason } : null;
    const exceptAppointmentIds = [before.id];
    const place = await this.desk.take(before, { urgent, companionIds, patientId, exceptAppointmentIds, override });
    await this.claims.occupy(before.id, place.claims);
    const after = await this.appointments.change(before, {
      ...placeFields(place),
      status: 'booked',
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: '',
      confirmedAt: null,
      // A seat is taken again in its session: here it is a visit of its own.
      meetingId: null,
    });
    return this.changes.record({ kind: 'restored', before, after });
  }
}
