import { Injectable } from '@nestjs/common';
import { type DraftView, draftByteLimit } from '@pupitre/shared/drafts/draft.contract';
import { DomainError } from '../../platform/domain-error.js';
import { DraftRepository } from './draft.repository.js';
import type { DraftName } from './draft-name.js';

/** What a person is typing, kept for her alone: after a reload, a lock, a crash, or at another computer. */
@Injectable()
export class DraftService {
  constructor(private readonly drafts: DraftRepository) {}

  find(name: DraftName): Promise<DraftView | null> {
    return this.drafts.find(name);
  }

  async save(name: DraftName, body: Record<string, unknown>): Promise<Pick<DraftView, 'updatedAt' | 'version'>> {
    const json = JSON.stringify(body);
    if (Buffer.byteLength(json) > draftByteLimit) throw new DomainError('draft.too_large');
    const saved = await this.drafts.save(name, json);
    // The first save of a form alone can make one too many.
    if (saved.version === 1) await this.drafts.dropOldest();
    return saved;
  }

  drop(name: DraftName): Promise<void> {
    return this.drafts.drop(name);
  }
}
