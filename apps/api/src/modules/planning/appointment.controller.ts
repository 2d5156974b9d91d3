import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/appointment.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { BookingService } from './booking.service.js';
import { UndoService } from './undo.service.js';
import { VisitCancellationService } from './visit-cancellation.service.js';
import { VisitEditService } from './visit-edit.service.js';
import { VisitStatusService } from './visit-status.service.js';

@Controller()
export class AppointmentController {
  constructor(
    private readonly bookings: BookingService,
    private readonly statuses: VisitStatusService,
    private readonly cancellations: VisitCancellationService,
    private readonly edits: VisitEditService,
    private readonly undos: UndoService,
  ) {}

  @Handles(contract.bookAppointment)
  book(@Input() { body }: InputOf<typeof contract.bookAppointment>) {
    return this.bookings.book(body);
  }

  @Handles(contract.moveAppointment)
  move(@Input() { params, body, version }: InputOf<typeof contract.moveAppointment>) {
    return this.bookings.move(params.appointmentId, version, body);
  }

  @Handles(contract.cancelAppointment)
  cancel(@Input() { params, body, version }: InputOf<typeof contract.cancelAppointment>) {
    return this.cancellations.cancel(params.appointmentId, version, body);
  }

  @Handles(contract.changeAppointmentStatus)
  changeStatus(@Input() { params, body, version }: InputOf<typeof contract.changeAppointmentStatus>) {
    return this.statuses.change(params.appointmentId, version, body.to);
  }

  @Handles(contract.editAppointment)
  edit(@Input() { params, body, version }: InputOf<typeof contract.editAppointment>) {
    return this.edits.edit(params.appointmentId, version, body);
  }

  @Handles(contract.undoAct)
  undo(@Input() { params }: InputOf<typeof contract.undoAct>) {
    return this.undos.undo(params.actId);
  }
}
