import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { previewOpeningHours, saveOpeningHours, undoOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { OpeningUndoService } from './opening/opening-undo.service.js';
import { OpeningHoursService } from './opening-hours.service.js';

@Controller()
export class OpeningHoursController {
  constructor(
    private readonly openingHours: OpeningHoursService,
    private readonly undoing: OpeningUndoService,
  ) {}

  @Handles(previewOpeningHours)
  preview(@Input() { params, body }: InputOf<typeof previewOpeningHours>) {
    return this.openingHours.preview(params.resourceId, body);
  }

  @Handles(saveOpeningHours)
  save(@Input() { params, body, version }: InputOf<typeof saveOpeningHours>) {
    return this.openingHours.save(params.resourceId, version, body);
  }

  @Handles(undoOpeningHours)
  undo(@Input() { params }: InputOf<typeof undoOpeningHours>) {
    return this.undoing.undo(params.changeId);
  }
}
