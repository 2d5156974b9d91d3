import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import type {
  addLocum,
  editLocum,
  LocumForm,
  LocumView,
  listLocumAccounts,
  previewLocum,
} from '@pupitre/shared/practices/locum.contract';
import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { LocumRepository } from './locum.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OpeningEffects } from './opening-effects.js';

/** Who works in whose agenda, and when. */
@Injectable()
export class LocumService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locums: LocumRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
    private readonly clock: Clock,
  ) {}

  async accounts(): Promise<ResponseOf<typeof listLocumAccounts>> {
    const today = todayIn(this.unitOfWork.membership.zone, this.clock.now());
    return { accounts: await this.locums.findAccounts(today) };
  }

  async preview({ locumId, form }: InputOf<typeof previewLocum>['body']): Promise<OpeningEffect> {
    const before = locumId === null ? null : await this.locums.get(locumId);
    const columns = await this.columnsOf(before, form);
    if (form) await this.check(form, columns, locumId);
    return this.effect(columns, before, form);
  }

  async add(form: LocumForm): Promise<ResponseOf<typeof addLocum>> {
    const columns = await this.columnsOf(null, form);
    await this.check(form, columns, null);
    const effect = await this.effect(columns, null, form);
    const id = uuid();
    await this.locums.insert(id, form, this.unitOfWork.actor.accountId, this.clock.now());
    await this.columns.tell(columns, { from: form.fromDay, to: form.toDay }, id);
    return { locum: await this.locums.get(id), ...effect };
  }

  async edit(locumId: string, version: number, form: LocumForm): Promise<ResponseOf<typeof editLocum>> {
    const before = await this.locums.get(locumId);
    const columns = await this.columnsOf(before, form);
    await this.check(form, columns, locumId);
    const effect = await this.effect(columns, before, form);
    await this.locums.update(locumId, version, form);
    await this.columns.tell(columns, spanOf(before, form), locumId);
    return { locum: await this.locums.get(locumId), ...effect };
  }

  async remove(locumId: string): Promise<void> {
    const before = await this.locums.get(locumId);
    const columns = await this.columnsOf(before, null);
    await this.locums.delete(locumId);
    await this.columns.tell(columns, spanOf(before, null), locumId);
  }

  private async columnsOf(before: LocumView | null, form: LocumForm | null): Promise<AgendaColumn[]> {
    const ids = [before, form].flatMap((told) => told?.resourceId ?? []);
    return Promise.all([...new Set(ids)].map((id) => this.columns.get(id)));
  }

  private async check(form: LocumForm, columns: readonly AgendaColumn[], locumId: string | null): Promise<void> {
    const { resourceId, fromDay, toDay, accountId } = form;
    if (toDay < fromDay) throw new DomainError('opening.end_before_start');
    const column = columns.find(({ id }) => id === resourceId);
    if (!column) throw new DomainError('resource.not_found');
    this.columns.refusePast(toDay, this.columns.today(column));
    const others = column.locums.filter(({ id }) => id !== locumId);
    if (others.some((other) => other.fromDay <= toDay && fromDay <= other.toDay)) {
      throw new DomainError('locum.overlaps');
    }
    if (accountId === null) return;
    const known = await this.locums.findAccounts(fromDay, accountId);
    if (known.length === 0) throw new DomainError('locum.unknown_account');
  }

  /** A locum who goes gives the agenda back to its absences: that is what visits can lose. */
  private effect(
    columns: readonly AgendaColumn[],
    before: LocumView | null,
    form: LocumForm | null,
  ): Promise<OpeningEffect> {
    return this.effects.of(columns, spanOf(before, form), ({ locums, ...others }) => ({
      ...others,
      locums: [...locums.filter(({ id }) => id !== before?.id), ...(form ? [form] : [])],
    }));
  }
}

/** Every day that one or the other covers. */
function spanOf(before: LocumView | null, form: LocumForm | null) {
  const told = [before, form].flatMap((one) => one ?? []);
  return {
    from: told.map(({ fromDay }) => fromDay).reduce((a, b) => (a < b ? a : b), '2999-12-31'),
    to: told.map(({ toDay }) => toDay).reduce((a, b) => (a > b ? a : b), '1800-01-01'),
  };
}
