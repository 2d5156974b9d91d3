import { Controller } from '@nestjs/common';
import * as contract from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { ChargeService } from './charge.service.js';
import { InvoiceService } from './invoice.service.js';

@Controller()
export class ChargeController {
  constructor(
    private readonly charges: ChargeService,
    private readonly invoices: InvoiceService,
  ) {}

  @Handles(contract.readCharge)
  read(@Input() { params }: InputOf<typeof contract.readCharge>) {
    return this.charges.read(params.appointmentId);
  }

  @Handles(contract.editCharge)
  edit(@Input() { params, body, version }: InputOf<typeof contract.editCharge>) {
    return this.charges.edit(params.appointmentId, version, body);
  }

  @Handles(contract.issueInvoice)
  issue(@Input() { params, body, version }: InputOf<typeof contract.issueInvoice>) {
    return this.invoices.issue(params.appointmentId, version, body);
  }
}
