import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { readLastChange } from '@pupitre/shared/drafts/last-change.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { LastChangeService } from './last-change.service.js';

@Controller()
export class LastChangeController {
  constructor(private readonly changes: LastChangeService) {}

  @Handles(readLastChange)
  async read(@Input() { params }: InputOf<typeof readLastChange>) {
    return { change: await this.changes.find(params.kind, params.subjectId) };
  }
}
