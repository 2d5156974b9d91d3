import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { HolidayOverride } from '@pupitre/shared/planning/opening-hours';
import { publicHoliday } from '@pupitre/shared/planning/public-holidays';
import type {
  addHolidayOverride,
  HolidayOverrideForm,
  OpeningEffect,
  previewHolidayOverride,
} from '@pupitre/shared/practices/opening.contract';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { HolidayOverrideRepository } from './holiday-override.repository.js';
import { OpeningColumns } from './opening-columns.js';
import { OpeningEffects } from './opening-effects.js';

/** What the practice makes of the calendar: holidays it works, days of its own that it does not. */
@Injectable()
export class HolidayOverrideService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly overrides: HolidayOverrideRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
    private readonly clock: Clock,
  ) {}

  async preview(change: InputOf<typeof previewHolidayOverride>['body']): Promise<OpeningEffect> {
    const columns = await this.columns.all();
    if ('add' in change) {
      await this.check(change.add, columns);
      return this.effect(columns, change.add.day, change.add);
    }
    if (!(await this.overrides.isSet(change.remove))) throw new DomainError('resource.not_found');
    this.refusePast(change.remove);
    return this.effect(columns, change.remove, null);
  }

  async add(form: HolidayOverrideForm): Promise<ResponseOf<typeof addHolidayOverride>> {
    const columns = await this.columns.all();
    await this.check(form, columns);
    const effect = await this.effect(columns, form.day, form);
    await this.overrides.insert(form, this.unitOfWork.actor.accountId, this.clock.now());
    await this.columns.tell(columns, { from: form.day, to: form.day }, this.unitOfWork.practiceId);
    return { override: form, ...effect };
  }

  async remove(day: LocalDay): Promise<void> {
    this.refusePast(day);
    await this.overrides.delete(day);
    await this.columns.tell(await this.columns.all(), { from: day, to: day }, this.unitOfWork.practiceId);
  }

  private async check({ day, effect }: HolidayOverrideForm, columns: readonly AgendaColumn[]): Promise<void> {
    this.refusePast(day);
    if (await this.overrides.isSet(day)) throw new DomainError('opening.day_already_set');
    const isHoliday = ({ holidayZone }: AgendaColumn) => publicHoliday(day, holidayZone) !== null;
    if (effect === 'worked' && !columns.some(isHoliday)) throw new DomainError('opening.not_a_holiday');
    if (effect === 'closed' && columns.length > 0 && columns.every(isHoliday)) {
      throw new DomainError('opening.already_a_holiday');
    }
  }

  /** By the clock of the practice: the day belongs to all its columns. */
  private refusePast(day: LocalDay): void {
    this.columns.refusePast(day, todayIn(this.unitOfWork.membership.zone, this.clock.now()));
  }

  private effect(columns: readonly AgendaColumn[], day: LocalDay, set: HolidayOverride | null): Promise<OpeningEffect> {
    return this.effects.of(columns, { from: day, to: day }, ({ holidayOverrides = [], ...others }) => ({
      ...others,
      holidayOverrides: [...holidayOverrides.filter((other) => other.day !== day), ...(set ? [set] : [])],
    }));
  }
}
