import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/practices/opening.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { HolidayOverrideService } from './holiday-override.service.js';
import { OpeningExceptionService } from './opening-exception.service.js';

@Controller()
export class OpeningExceptionController {
  constructor(
    private readonly exceptions: OpeningExceptionService,
    private readonly overrides: HolidayOverrideService,
  ) {}

  @Handles(contract.previewOpeningException)
  previewException(@Input() { body }: InputOf<typeof contract.previewOpeningException>) {
    return this.exceptions.preview(body);
  }

  @Handles(contract.addOpeningException)
  addException(@Input() { body }: InputOf<typeof contract.addOpeningException>) {
    return this.exceptions.add(body);
  }

  @Handles(contract.removeOpeningException)
  removeException(@Input() { params }: InputOf<typeof contract.removeOpeningException>) {
    return this.exceptions.remove(params.exceptionId);
  }

  @Handles(contract.previewHolidayOverride)
  previewOverride(@Input() { body }: InputOf<typeof contract.previewHolidayOverride>) {
    return this.overrides.preview(body);
  }

  @Handles(contract.addHolidayOverride)
  addOverride(@Input() { body }: InputOf<typeof contract.addHolidayOverride>) {
    return this.overrides.add(body);
  }

  @Handles(contract.removeHolidayOverride)
  removeOverride(@Input() { params }: InputOf<typeof contract.removeHolidayOverride>) {
    return this.overrides.remove(params.day);
  }
}
