import { Injectable } from '@nestjs/common';
import { formatsFor } from '@pupitre/shared/formats/formats';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import { AppointmentRepository } from './appointment.repository.js';
import { LatenessRepository } from './lateness.repository.js';
import { VisitJournalRepository } from './visit-journal.repository.js';

@Injectable()
export class DayService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly journal: VisitJournalRepository,
    private readonly lateness: LatenessRepository,
    private readonly agendas: PracticeAgendas,
    private readonly scope: AgendaScope,
  ) {}

  async day(day: string) {
    const appointments = await this.appointments.listDay(day, this.scope.resourceIds);
    const lateness = await this.lateness.list(day, this.scope.resourceIds);
    return { day, appointments, lateness };
  }

  async visit(appointmentId: string) {
    const appointment = await this.appointments.getCard(appointmentId);
    this.scope.require(appointment.resourceId);
    const contact = await this.appointments.findPatientContact(appointment.patient.id);
    return {
      appointment,
      phoneMasked: contact?.phone ? formatsFor('fr').phoneMasked(contact.phone) : null,
      city: contact?.city ?? '',
      insStatus: contact?.insStatus ?? 'provisional',
      events: await this.journal.list(appointmentId),
      next: await this.appointments.findNextOfPatient(
        appointment.patient.id,
        new Date(appointment.startsAt),
        this.scope.resourceIds,
      ),
    };
  }

  async myDay(day: string) {
    const [resourceId] = await this.agendas.ownColumns(day);
    if (!resourceId) throw new DomainError('resource.not_found');
    const [lateness] = await this.lateness.list(day, [resourceId]);
    return {
      day,
      resourceId,
      latenessMinutes: lateness?.minutes ?? 0,
      appointments: await this.appointments.listDay(day, [resourceId]),
      visits: await this.appointments.findVisits(day, resourceId),
    };
  }

  /** A practitioner says it of herself; the desk of anybody. */
  async setLateness(resourceId: string, day: string, addMinutes: number) {
    const { membership } = this.unitOfWork;
    const [column] = await this.agendas.columns([resourceId], new Date(0));
    if (!column) throw new DomainError('resource.not_found');
    const isOwn = (await this.agendas.ownColumns(day)).includes(column.id);
    const isDesk = membership.roles.some((role) => role === 'secretary' || role === 'coordinator');
    if (!isDesk && !isOwn) throw new DomainError('permission.denied');
    const minutes = await this.lateness.add(resourceId, day, addMinutes);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    this.unitOfWork.announce({ topic: 'lateness', days: [day], ids: [resourceId] });
    return { resourceId, minutes };
  }
}
