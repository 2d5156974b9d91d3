import { Injectable } from '@nestjs/common';
import type { AppointmentRequest } from '@pupitre/shared/planning/appointment.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository } from './appointment.repository.js';
import type { CheckedPlace } from './booking-place.js';
import { ClaimRepository } from './claim.repository.js';

export type VisitRequest = Pick<
  AppointmentRequest,
  'resourceId' | 'motifId' | 'patientId' | 'day' | 'startMin' | 'durationMin' | 'note' | 'urgent' | 'walkIn' | 'source'
>;

/** What it was booked with: its series and its number there, its chain or family, its session. */
export type VisitGroup = Pick<AppointmentEntity, 'seriesId' | 'seriesIndex' | 'bundleId' | 'meetingId'>;

export interface PlacedVisit {
  readonly request: VisitRequest;
  readonly place: CheckedPlace;
  readonly group: Partial<VisitGroup>;
}

/** Writes a visit at a place that was taken, with its claims; the caller tells about it. */
@Injectable()
export class NewVisits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly clock: Clock,
  ) {}

  async write(
    request: VisitRequest,
    place: CheckedPlace,
    holdId: string | null = null,
    group: Partial<VisitGroup> = {},
  ): Promise<AppointmentEntity> {
    const visit = this.visitOf({ request, place, group });
    await this.appointments.insert([visit]);
    await this.claims.occupy(visit.id, place.claims, holdId);
    return visit;
  }

  /** Many visits by one act, in two statements whatever their number. */
  async writeAll(asked: readonly PlacedVisit[]): Promise<AppointmentEntity[]> {
    const visits = asked.map((one) => this.visitOf(one));
    await this.appointments.insert(visits);
    await this.claims.occupyAll(
      visits.flatMap(({ id }, at) => (asked[at]?.place.claims ?? []).map((claim) => ({ ...claim, appointmentId: id }))),
    );
    return visits;
  }

  private visitOf({ request, place, group }: PlacedVisit): AppointmentEntity {
    const now = this.clock.now();
    const { resourceId, motifId, patientId, day, startMin, durationMin, note, urgent, walkIn, source } = request;
    return {
      practiceId: this.unitOfWork.practiceId,
      id: this.appointments.newId(),
      ...blankStamps,
      ...{ resourceId, motifId, patientId, day, startMin, durationMin, note, urgent, walkIn, source },
      ...placeFields(place),
      ...group,
      status: walkIn ? 'arrived' : 'booked',
      arrivedAt: walkIn ? now : null,
      version: 1,
      createdBy: this.unitOfWork.actor.accountId,
      createdAt: now,
    };
  }
}

/** What of a place is kept with the visit. */
export function placeFields(place: CheckedPlace) {
  return {
    practitionerId: place.column.practitionerId,
    startsAt: place.startsAt,
    endsAt: place.endsAt,
    companionIds: [...place.companionIds],
    rajoutReason: place.rajoutReason,
    overridden: [...place.overridden],
    overrideReason: place.overrideReason,
  };
}

const blankStamps = {
  confirmedAt: null,
  calledAt: null,
  seenAt: null,
  doneAt: null,
  cancelledAt: null,
  cancelledBy: null,
  cancelReason: '',
  videoUrl: '',
  seriesId: null,
  seriesIndex: null,
  bundleId: null,
  meetingId: null,
};
