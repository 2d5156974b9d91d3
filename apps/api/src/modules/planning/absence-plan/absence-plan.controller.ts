import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/absence-plan.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { AbsencePlanService } from './absence-plan.service.js';
import { ProposalService } from './proposal.service.js';
import { RebookingService } from './rebooking.service.js';

@Controller()
export class AbsencePlanController {
  constructor(
    private readonly plans: AbsencePlanService,
    private readonly proposals: ProposalService,
    private readonly rebookings: RebookingService,
  ) {}

  @Handles(contract.previewAbsence)
  preview(@Input() { body }: InputOf<typeof contract.previewAbsence>) {
    return this.plans.preview(body);
  }

  @Handles(contract.listAbsencePlans)
  list() {
    return this.plans.list();
  }

  @Handles(contract.readAbsencePlan)
  read(@Input() { params }: InputOf<typeof contract.readAbsencePlan>) {
    return this.plans.read(params.absenceId);
  }

  @Handles(contract.proposePlaces)
  propose(@Input() { params, body }: InputOf<typeof contract.proposePlaces>) {
    return this.proposals.propose(params.absenceId, body.shown);
  }

  @Handles(contract.rebookVisit)
  rebook(@Input() { params, body, version }: InputOf<typeof contract.rebookVisit>) {
    return this.rebookings.rebook(params.absenceId, params.appointmentId, version, body);
  }

  @Handles(contract.markVisit)
  mark(@Input() { params, body, version }: InputOf<typeof contract.markVisit>) {
    return this.rebookings.note(params.absenceId, params.appointmentId, version, body);
  }

  @Handles(contract.refuseVisit)
  refuse(@Input() { params, body, version }: InputOf<typeof contract.refuseVisit>) {
    return this.rebookings.refuse(params.absenceId, params.appointmentId, version, body.note);
  }

  @Handles(contract.liftAbsence)
  lift(@Input() { params, body }: InputOf<typeof contract.liftAbsence>) {
    return this.rebookings.lift(params.absenceId, body.putBack);
  }

  @Handles(contract.readCallList)
  callList(@Input() { params }: InputOf<typeof contract.readCallList>) {
    return this.plans.callList(params.absenceId);
  }
}
