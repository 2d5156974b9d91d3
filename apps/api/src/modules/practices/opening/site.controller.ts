import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/practices/site.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { SiteService } from './site.service.js';

@Controller()
export class SiteController {
  constructor(private readonly sites: SiteService) {}

  @Handles(contract.previewSite)
  preview(@Input() { body }: InputOf<typeof contract.previewSite>) {
    return this.sites.preview(body);
  }

  @Handles(contract.addSite)
  add(@Input() { body }: InputOf<typeof contract.addSite>) {
    return this.sites.add(body);
  }

  @Handles(contract.editSite)
  edit(@Input() { params, body, version }: InputOf<typeof contract.editSite>) {
    return this.sites.edit(params.siteId, version, body);
  }

  @Handles(contract.removeSite)
  remove(@Input() { params }: InputOf<typeof contract.removeSite>) {
    return this.sites.remove(params.siteId);
  }

  @Handles(contract.moveColumnToSite)
  moveColumn(@Input() { params, body, version }: InputOf<typeof contract.moveColumnToSite>) {
    return this.sites.moveColumn(params.resourceId, version, body.siteId);
  }
}
