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
    for (const column of await this.agendas.columnsKept([...keptOf.keys()], firstDayOf(changes))) {
      const own = changes.filter(({ resourceId }) => resourceId === column.id);
      const touched = own.flatMap((change) => touchedDays(change, keptOf.get(column.id), column.zone) ?? []);
      if (touched.length > 0) await this.days.correct(await this.compute(column, apart(touched)));
    }
  }

  /** Computes every day of a column again, keeps them up to the horizon, and answers how many were not true. */
  async keep(resourceId: string): Promise<number> {
    await this.claims.lockColumns([resourceId]);
    const [column] = await this.agendas.columnsKept([resourceId], aDayBefore(this.clock.now()));
    if (!column) return 0;
    const today = todayIn(column.zone, this.clock.now());
    const span = { from: today, to: addDays(lastBookableDay(today), spareDays) };
    const repaired = await this.days.keep(await this.compute(column, [span]));
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

  /** Read once, however many days: a series touches a hundred of them, weeks apart. With the absences of those days. */
  private async compute(column: AgendaColumn, spans: readonly DaySpan[]): Promise<FreeDayRow[]> {
    const { id, zone } = column;
    const bounds = spans.map(({ from, to }) => ({ from: dayBounds(from, zone).start, to: dayBounds(to, zone).end }));
    const taken = new ClaimedDays(await this.days.takenByVisits([id], bounds));
    return spans.flatMap((span) => daysOf(column, taken, span));
  }
}

const aDayBefore = (at: Date) => new Date(at.getTime() - 24 * 3_600_000);

/** Before the first day that a change touches begins, by whichever clock. */
const firstDayOf = (changes: readonly AgendaChange[]) =>
  aDayBefore(new Date(Math.min(...changes.map(({ from }) => from.getTime()))));

interface DaySpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

function daysOf(column: AgendaColumn, taken: ClaimedDays, { from, to }: DaySpan): FreeDayRow[] {
  const { id: resourceId } = column;
  const rows: FreeDayRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const gaps = offeredGapsOfDay({ ...column, resourceId, day }, taken.on(resourceId, day));
    rows.push({ resourceId, day, ...freeMinutes(gaps) });
  }
  return rows;
}

/** In order, those that overlap made one: no day is computed, nor written, twice. */
function apart(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: to > last.to ? to : last.to };
    else merged.push({ from, to });
  }
  return merged;
}

/** The kept days that a change meets; null when it meets none. */
function touchedDays({ from, to }: AgendaChange, kept: KeptDays | undefined, zone: string): KeptDays | null {
  if (!kept) return null;
  const first = toLocal(from, zone).day;
  const last = to === null ? kept.to : toLocal(new Date(to.getTime() - 1), zone).day;
  const span = { ...kept, from: first > kept.from ? first : kept.from, to: last < kept.to ? last : kept.to };
  return span.from <= span.to ? span : null;
}
