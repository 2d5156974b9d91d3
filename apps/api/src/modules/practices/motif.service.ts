import { Injectable } from '@nestjs/common';
import type { MotifForm, MotifView } from '@pupitre/shared/practices/practice.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { MotifRepository } from './motif.repository.js';

@Injectable()
export class MotifService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly motifs: MotifRepository,
  ) {}

  async add(form: MotifForm): Promise<MotifView> {
    await this.refuseUnknownActs(form.usualActs);
    const id = uuid();
    await this.motifs.insert(id, form);
    return this.offer(id, form);
  }

  async edit(motifId: string, version: number, form: MotifForm): Promise<MotifView> {
    await this.refuseUnknownActs(form.usualActs);
    await this.motifs.update(motifId, version, form);
    return this.offer(motifId, form);
  }

  /** An act without a tariff could never be charged. */
  private async refuseUnknownActs(codes: readonly string[]): Promise<void> {
    const unknown = codes.length > 0 ? await this.motifs.findUnknownActs(codes) : [];
    if (unknown.length > 0) throw new DomainError('charge.unknown_act', { codes: unknown });
  }

  private async offer(motifId: string, form: MotifForm): Promise<MotifView> {
    await this.motifs.replaceResources(motifId, form);
    await this.motifs.replaceNeeds(motifId, form.needs);
    this.unitOfWork.noteSubject({ subjectId: motifId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [motifId] });
    return this.motifs.get(motifId);
  }
}
