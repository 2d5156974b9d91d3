import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/bundle.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { BundleService } from './bundle.service.js';
import { BundleFinder } from './bundle-finder.js';

@Controller()
export class BundleController {
  constructor(
    private readonly finder: BundleFinder,
    private readonly bundles: BundleService,
  ) {}

  @Handles(contract.findBundles)
  find(@Input() { body }: InputOf<typeof contract.findBundles>) {
    return this.finder.find(body);
  }

  @Handles(contract.bookBundle)
  book(@Input() { body }: InputOf<typeof contract.bookBundle>) {
    return this.bundles.book(body);
  }

  @Handles(contract.readBundle)
  read(@Input() { params }: InputOf<typeof contract.readBundle>) {
    return this.bundles.read(params.bundleId);
  }

  @Handles(contract.cancelBundle)
  cancel(@Input() { params, body }: InputOf<typeof contract.cancelBundle>) {
    return this.bundles.cancel(params.bundleId, body);
  }
}
