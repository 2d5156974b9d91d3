import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { editAppointment } from '@pupitre/shared/planning/appointment.contract';
import { DomainError } from '../../platform/domain-error.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { AppointmentRepository } from './appointment.repository.js';
import { VisitChanges } from './visit-changes.js';
import { VisitSteps } from './visit-steps.js';

@Injectable()
export class VisitEditService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly appointments: AppointmentRepository,
    private readonly agendas: PracticeAgendas,
    private readonly changes: VisitChanges,
  ) {}

  async edit(appointmentId: string, version: number, body: InputOf<typeof editAppointment>['body']) {
    const before = await this.steps.open(appointmentId, version);
    const motif = await this.agendas.motif(body.motifId);
    if (!motif) throw new DomainError('resource.not_found');
    if (body.motifId !== before.motifId && (!motif.active || !motif.resourceIds.includes(before.resourceId))) {
      throw new DomainError('appointment.motif_not_offered');
    }
    const after = await this.appointments.change(before, body);
    const fields = (['motifId', 'note', 'urgent'] as const).filter((field) => before[field] !== after[field]);
    return this.changes.record({ kind: 'edited', before, after, details: { fields: fields.join(' ') } });
  }
}
