import { Injectable } from '@nestjs/common';
import { lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import { freeMinutes, offeredGapsOfDay } from '@pupitre/shared/planning/free-day';
import { addDays, dayBounds, type LocalDay, todayIn, toLocal } from '@pupitre/shared/time/zone';
import { type AgendaChange, AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { type AgendaColumn, PracticeAgendas } from '../practices/practices.public.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimedDays } from './claimed-days.js';
import { FreeDayRepository, type FreeDayRow, type KeptDays } from './free-day.repository.js';

/** Kept beyond the last day that can be booked: a worker may rest a month before the finder has to compute. */
const spareDays = 31;

/**
 * Keeps `free_day` true. Every write of a column's agenda tells what it touched, and its days are computed again in the
 * same transaction, under the column's lock: whoever comes second sees what the first did.
 */
@Injectable()
export class FreeDays {
  constructor(
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly days: FreeDayRepository,
    private readonly clock: Clock,
    listeners: AgendaListeners,
  ) {
    listeners.on((changes) => this.refresh(changes));
  }

  /** Columns of which nothing is kept yet stay so: the worker begins with them. */
  async refresh(changes: readonly AgendaChange[]): Promise<void> {
    if (changes.length === 0) return;
    const ids = [...new Set(changes.map(({ resourceId }) => resourceId))];
    await this.claims.lockColumns(ids);
    const keptOf = new Map((await this.days.kept(ids)).map((kept) => [kept.resourceId, kept]));
    if (keptOf.size === 0) return;
    for (const column of await this.agendas.columnsKept([...keptOf.keys()], this.clock.now())) {
      const own = changes.filter(({ resourceId }) => resourceId === column.id);
      const touched = own.flatMap((change) => touchedDays(change, keptOf.get(column.id), column.zone) ?? []);
      for (const span of touched) await this.days.correct(await this.compute(span, column.zone));
    }
  }

  /** Computes every day of a column again, keeps them up to the horizon, and answers how many were not true. */
  async keep(resourceId: string): Promise<number> {
    await this.claims.lockColumns([resourceId]);
    const [column] = await this.agendas.columnsKept([resourceId], this.clock.now());
    if (!column) return 0;
    const today = todayIn(column.zone, this.clock.now());
    const span = { resourceId, from: today, to: addDays(lastBookableDay(today), spareDays) };
    const repaired = await this.days.keep(await this.compute(span, column.zone));
    await this.days.forgetBefore(resourceId, today);
    return repaired;
  }

  /** Every column, or those of which nothing is kept, or not as far as the desk can book. */
  async columnsToKeep(which: 'all' | 'short'): Promise<string[]> {
    const columns = await this.agendas.columnsKept(null, this.clock.now());
    const ids = columns.map(({ id }) => id);
    if (which === 'all') return ids;
    const kept = new Map((await this.days.kept(ids)).map((days) => [days.resourceId, days]));
    const isShort = ({ id, zone }: AgendaColumn) => {
      const today = todayIn(zone, this.clock.now());
      const days = kept.get(id);
      return !days || days.from > today || days.to < lastBookableDay(today);
    };
    return columns.filter(isShort).map(({ id }) => id);
  }

  private async compute({ resourceId, from, to }: KeptDays, zone: string): Promise<FreeDayRow[]> {
    const [start, end] = [dayBounds(from, zone).start, dayBounds(to, zone).end];
    const [column] = await this.agendas.columnsKept([resourceId], start);
    if (!column) return [];
    const taken = new ClaimedDays(await this.days.takenByVisits([resourceId], start, end));
    return daysOf(column, taken, from, to);
  }
}

function daysOf(column: AgendaColumn, taken: ClaimedDays, from: LocalDay, to: LocalDay): FreeDayRow[] {
  const { id: resourceId } = column;
  const rows: FreeDayRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const gaps = offeredGapsOfDay({ ...column, resourceId, day }, taken.on(resourceId, day));
    rows.push({ resourceId, day, ...freeMinutes(gaps) });
  }
  return rows;
}

/** The kept days that a change meets; null when it meets none. */
function touchedDays({ from, to }: AgendaChange, kept: KeptDays | undefined, zone: string): KeptDays | null {
  if (!kept) return null;
  const first = toLocal(from, zone).day;
  const last = to === null ? kept.to : toLocal(new Date(to.getTime() - 1), zone).day;
  const span = { ...kept, from: first > kept.from ? first : kept.from, to: last < kept.to ? last : kept.to };
  return span.from <= span.to ? span : null;
}
