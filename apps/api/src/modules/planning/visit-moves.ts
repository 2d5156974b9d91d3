import { Injectable } from '@nestjs/common';
import type { BookingRequest } from '@pupitre/shared/planning/booking-refusals';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository } from './appointment.repository.js';
import type { CheckedPlace } from './booking-place.js';
import { ClaimRepository } from './claim.repository.js';
import { placeFields } from './new-visits.js';

type NewPlace = Pick<BookingRequest, 'resourceId' | 'day' | 'startMin' | 'durationMin'>;

/** Gives a known visit a place that was taken, and leaves the old one; the caller tells about it. */
@Injectable()
export class VisitMoves {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
  ) {}

  async to(
    before: AppointmentEntity,
    { resourceId, day, startMin, durationMin }: NewPlace,
    place: CheckedPlace,
    holdId: string | null = null,
  ): Promise<AppointmentEntity> {
    await this.claims.release([before.id]);
    await this.claims.occupy(before.id, place.claims, holdId);
    const where = { resourceId, day, startMin, durationMin };
    // Its seat stays behind: elsewhere it is a visit of its own.
    return this.appointments.change(before, { ...where, ...placeFields(place), meetingId: null });
  }
}
