import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/practices/locum.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { LocumService } from './locum.service.js';

@Controller()
export class LocumController {
  constructor(private readonly locums: LocumService) {}

  @Handles(contract.listLocumAccounts)
  accounts() {
    return this.locums.accounts();
  }

  @Handles(contract.previewLocum)
  preview(@Input() { body }: InputOf<typeof contract.previewLocum>) {
    return this.locums.preview(body);
  }

  @Handles(contract.addLocum)
  add(@Input() { body }: InputOf<typeof contract.addLocum>) {
    return this.locums.add(body);
  }

  @Handles(contract.editLocum)
  edit(@Input() { params, body, version }: InputOf<typeof contract.editLocum>) {
    return this.locums.edit(params.locumId, version, body);
  }

  @Handles(contract.removeLocum)
  remove(@Input() { params }: InputOf<typeof contract.removeLocum>) {
    return this.locums.remove(params.locumId);
  }
}
