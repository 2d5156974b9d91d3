import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { editAppointment } from '@pupitre/shared/planning/appointment.contract';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';
import { BookingDesk } from './booking-desk.js';
import { ClaimRepository } from './claim.repository.js';
import { placeFields } from './new-visits.js';
import { VisitChanges } from './visit-changes.js';
import { VisitSteps } from './visit-steps.js';

type Edit = InputOf<typeof editAppointment>['body'];

@Injectable()
export class VisitEditService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly appointments: AppointmentRepository,
    private readonly agendas: PracticeAgendas,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  async edit(appointmentId: string, version: number, { override, ...body }: Edit) {
    const before = await this.steps.open(appointmentId, version);
    const place = body.motifId === before.motifId ? {} : await this.recast(before, body.motifId, override);
    const after = await this.appointments.change(before, { ...body, ...place });
    const fields = (['motifId', 'note', 'urgent'] as const).filter((field) => before[field] !== after[field]);
    return this.changes.record({ kind: 'edited', before, after, details: { fields: fields.join(' ') } });
  }

  /** Another motif may need another room and other margins: a visit to come takes them under lock, or is refused. */
  private async recast(before: VisitForChange, motifId: string, override: Edit['override']) {
    const motif = await this.agendas.motif(motifId);
    if (!motif) throw new DomainError('resource.not_found');
    if (!motif.active || !motif.resourceIds.includes(before.resourceId)) {
      throw new DomainError('appointment.motif_not_offered');
    }
    if (before.meetingId) throw new DomainError('appointment.group_session');
    // Once the patient is in, the motif only says what was done: the room is hers already.
    if (!isToCome.has(before.status) || before.endsAt <= this.clock.now()) return {};
    const { claims: held, companionIds, rajoutReason, overridden, overrideReason } = before;
    const options = { held, companionIds, alsoLock: companionIds, rajoutReason, override };
    const place = await this.desk.recast(before, motifId, options);
    await this.claims.release([before.id]);
    await this.claims.occupy(before.id, place.claims);
    return {
      ...placeFields(place),
      // What was passed over to give it its hour still holds.
      overridden: [...new Set([...overridden, ...place.overridden])],
      overrideReason: place.overrideReason || overrideReason,
    };
  }
}

const isToCome: ReadonlySet<VisitForChange['status']> = new Set(['requested', 'booked', 'confirmed', 'arrived']);
