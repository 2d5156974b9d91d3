import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { dropDraft, readDraft, saveDraft } from '@pupitre/shared/drafts/draft.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { DraftService } from './draft.service.js';

@Controller()
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  @Handles(readDraft)
  async read(@Input() { params }: InputOf<typeof readDraft>) {
    return { draft: await this.drafts.find(params) };
  }

  @Handles(saveDraft)
  save(@Input() { params, body }: InputOf<typeof saveDraft>) {
    return this.drafts.save(params, body.body);
  }

  @Handles(dropDraft)
  drop(@Input() { params }: InputOf<typeof dropDraft>) {
    return this.drafts.drop(params);
  }
}
