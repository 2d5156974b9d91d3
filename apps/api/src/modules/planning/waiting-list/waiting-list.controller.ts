import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/waiting-list.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { WaitingAcceptanceService } from './waiting-acceptance.service.js';
import { WaitingFitService } from './waiting-fit.service.js';
import { WaitingListService } from './waiting-list.service.js';

@Controller()
export class WaitingListController {
  constructor(
    private readonly waiting: WaitingListService,
    private readonly fits: WaitingFitService,
    private readonly acceptances: WaitingAcceptanceService,
  ) {}

  @Handles(contract.listWaiting)
  list(@Input() { query }: InputOf<typeof contract.listWaiting>) {
    return this.waiting.list(query);
  }

  @Handles(contract.readWaiting)
  read(@Input() { params }: InputOf<typeof contract.readWaiting>) {
    return this.waiting.read(params.entryId);
  }

  @Handles(contract.addWaiting)
  add(@Input() { body }: InputOf<typeof contract.addWaiting>) {
    return this.waiting.add(body);
  }

  @Handles(contract.editWaiting)
  edit(@Input() { params, version, body }: InputOf<typeof contract.editWaiting>) {
    return this.waiting.edit(params.entryId, version, body);
  }

  @Handles(contract.withdrawWaiting)
  withdraw(@Input() { params, version, body }: InputOf<typeof contract.withdrawWaiting>) {
    return this.waiting.withdraw(params.entryId, version, body);
  }

  @Handles(contract.restoreWaiting)
  restore(@Input() { params, version }: InputOf<typeof contract.restoreWaiting>) {
    return this.waiting.restore(params.entryId, version);
  }

  @Handles(contract.findFits)
  find(@Input() { body }: InputOf<typeof contract.findFits>) {
    return this.fits.find(body);
  }

  @Handles(contract.acceptWaiting)
  accept(@Input() { params, version, body }: InputOf<typeof contract.acceptWaiting>) {
    return this.acceptances.accept(params.entryId, version, body);
  }
}
