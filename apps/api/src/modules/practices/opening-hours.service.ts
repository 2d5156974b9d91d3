import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { OpeningEffect, OpeningWeek } from '@pupitre/shared/practices/opening.contract';
import type { saveOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { replaceWeek, type WeekSpan, weekHoursFaults } from '@pupitre/shared/practices/week-hours';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import type { AgendaColumn } from './agenda.repository.js';
import { OpeningChangeRepository } from './opening/opening-change.repository.js';
import { OpeningColumns } from './opening/opening-columns.js';
import { OpeningEffects, type TouchedDays } from './opening/opening-effects.js';
import { undoableUntil } from './opening/opening-undo.service.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';

@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly openingHours: OpeningHoursRepository,
    private readonly columns: OpeningColumns,
    private readonly effects: OpeningEffects,
    private readonly changes: OpeningChangeRepository,
    private readonly clock: Clock,
  ) {}

  /** Says what the hours would leave outside, before anybody saves them. */
  async preview(resourceId: string, week: OpeningWeek): Promise<OpeningEffect> {
    const column = await this.columns.get(resourceId);
    return this.effectOn(column, week, await this.touched(column, week));
  }

  /** The new week holds from its first day on; visits it leaves outside are counted and kept. */
  async save(resourceId: string, version: number, week: OpeningWeek): Promise<ResponseOf<typeof saveOpeningHours>> {
    const resource = await this.openingHours.takeVersion(resourceId, version);
    const column = await this.columns.get(resourceId);
    const touched = await this.touched(column, week);
    const effect = await this.effectOn(column, week, touched);
    const rules = await this.openingHours.findRules(resourceId);
    const next = replaceWeek(resourceId, rules, week.hours, touched.from, touched.to);
    await this.openingHours.replaceRules(resourceId, rules, next);
    await this.columns.tell([column], touched, resourceId);
    const at = this.clock.now();
    const id = await this.changes.keep({ resourceId, at, touched, leftVersion: resource.version, before: rules });
    const hours = await this.openingHours.findFrom(this.columns.today(column), resourceId);
    return { resource, hours, ...effect, change: { id, until: undoableUntil(at) } };
  }

  private async touched(column: AgendaColumn, { hours, from, to }: OpeningWeek): Promise<TouchedDays> {
    refuseFaults(hours);
    const today = this.columns.today(column);
    const touched = { from: from ?? today, to };
    this.columns.refusePast(touched.from, today);
    if (to !== null && to < touched.from) throw new DomainError('opening.end_before_start');
    await this.columns.refuseForeignSites(
      column,
      hours.map(({ siteId }) => siteId),
    );
    return touched;
  }

  private effectOn(column: AgendaColumn, { hours }: OpeningWeek, touched: TouchedDays): Promise<OpeningEffect> {
    return this.effects.of([column], touched, ({ id, rules, ...others }) => ({
      ...others,
      rules: replaceWeek(id, rules, hours, touched.from, touched.to),
    }));
  }
}

function refuseFaults(hours: readonly WeekSpan[]): void {
  const faults = weekHoursFaults(hours);
  if (faults.length === 0) return;
  const isAnchorless = faults.every(({ code }) => code === 'anchor_missing');
  throw new DomainError(isAnchorless ? 'opening.anchor_missing' : 'opening.overlapping_hours', { faults });
}
