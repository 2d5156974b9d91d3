import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { AppointmentRequest, moveAppointment } from '@pupitre/shared/planning/appointment.contract';
import { transitionAllowedFor } from '@pupitre/shared/planning/appointment-status';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { BookingDesk } from './booking-desk.js';
import { NewVisits } from './new-visits.js';
import { VisitChanges } from './visit-changes.js';
import { VisitMoves } from './visit-moves.js';
import { VisitSteps } from './visit-steps.js';

type Move = InputOf<typeof moveAppointment>['body'];

@Injectable()
export class BookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BookingDesk,
    private readonly visits: NewVisits,
    private readonly moves: VisitMoves,
    private readonly changes: VisitChanges,
    private readonly steps: VisitSteps,
  ) {}

  async book(request: AppointmentRequest) {
    if (request.walkIn) this.requireWaitingRoom();
    const { patientId, walkIn, urgent, source, override, holdId } = request;
    const place = await this.desk.take(request, { patientId, walkIn, urgent, channel: source, override });
    const visit = await this.visits.write(request, place, holdId);
    const details = { ...placeOf(visit), ...overridesOf(visit) };
    return this.changes.record({ kind: 'booked', before: null, after: visit, details });
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
    if (isLength && before.meetingId) throw new DomainError('appointment.group_session');
    const { override, holdId } = move;
    const { companionIds, patientId, urgent, rajoutReason, claims: held } = before;
    const place = isLength
      ? await this.desk.resize(before, move.durationMin, { companionIds, held, rajoutReason, override })
      : await this.desk.take(
          { ...move, motifId: before.motifId },
          {
            ...{ exceptAppointmentIds: [before.id], alsoLock: [before.resourceId, ...companionIds] },
            ...{ companionIds, patientId, urgent, override },
          },
        );
    const after = await this.moves.to(before, move, place, holdId);
    return this.changes.record(
      isLength
        ? { kind: 'resized', before, after, details: lengths(before, after) }
        : { kind: 'moved', before, after, details: { ...from(before), ...to(after), ...overridesOf(after) } },
    );
  }
}

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
/** Only what was passed over in this act: codes and the reason, in the journal. */
const overridesOf = ({ overridden, overrideReason }: AppointmentEntity): Record<string, string> =>
  overridden.length > 0 ? { overridden: overridden.join(' '), reason: overrideReason } : {};
