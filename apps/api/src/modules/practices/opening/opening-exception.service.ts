import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import type {
  addOpeningException,
  OpeningEffect,
  OpeningExceptionForm,
  OpeningExceptionView,
  previewOpeningException,
} from '@pupitre/shared/practices/opening.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OpeningEffects } from './opening-effects.js';
import { OpeningExceptionRepository } from './opening-exception.repository.js';

/** Days that do not follow the week of their column. */
@Injectable()
export class OpeningExceptionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exceptions: OpeningExceptionRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
    private readonly clock: Clock,
  ) {}

  async preview(change: InputOf<typeof previewOpeningException>['body']): Promise<OpeningEffect> {
    if ('add' in change) return this.effectOfAdding(await this.open(change.add), change.add);
    const exception = await this.exceptions.get(change.remove);
    return this.effectOfRemoving(await this.columns.get(exception.resourceId), exception);
  }

  async add(form: OpeningExceptionForm): Promise<ResponseOf<typeof addOpeningException>> {
    const column = await this.open(form);
    const effect = await this.effectOfAdding(column, form);
    const id = uuid();
    await this.exceptions.insert(id, form, this.unitOfWork.actor.accountId, this.clock.now());
    await this.columns.tell([column], { from: form.day, to: form.day }, id);
    return { exception: { id, ...form }, ...effect };
  }

  async remove(exceptionId: string): Promise<void> {
    const { resourceId, day } = await this.exceptions.get(exceptionId);
    await this.exceptions.delete(exceptionId);
    await this.columns.tell([await this.columns.get(resourceId)], { from: day, to: day }, exceptionId);
  }

  /** The column of an exception that may be added. */
  private async open(form: OpeningExceptionForm): Promise<AgendaColumn> {
    const column = await this.columns.get(form.resourceId);
    if (form.endMin <= form.startMin) throw new DomainError('opening.end_before_start');
    this.columns.refusePast(form.day, this.columns.today(column));
    const isTold = column.exceptions.some(
      (other) => other.day === form.day && other.effect === form.effect && intervalsOverlap(other, form),
    );
    if (isTold) throw new DomainError('opening.exception_overlaps');
    await this.columns.refuseForeignSites(column, [form.siteId]);
    return column;
  }

  private effectOfAdding(column: AgendaColumn, form: OpeningExceptionForm): Promise<OpeningEffect> {
    return this.effects.of([column], { from: form.day, to: form.day }, ({ exceptions, ...others }) => ({
      ...others,
      exceptions: [...exceptions, { id: '', ...form }],
    }));
  }

  private effectOfRemoving(column: AgendaColumn, { id, day }: OpeningExceptionView): Promise<OpeningEffect> {
    return this.effects.of([column], { from: day, to: day }, ({ exceptions, ...others }) => ({
      ...others,
      exceptions: exceptions.filter((exception) => exception.id !== id),
    }));
  }
}
