import { Injectable } from '@nestjs/common';
import { lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import { freeGapsOfDay, freeMinutes } from '@pupitre/shared/planning/free-day';
import { addDays, dayBounds, type LocalDay, todayIn, toLocal } from '@pupitre/shared/time/zone';
import { type AgendaChange, AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { type AgendaColumn, PracticeAgendas } from '../practices/practices.public.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimedDays } from './claimed-days.js';
import { FreeDayRepository, type FreeDayRow, type KeptDays } from './free-day.repository.js';

type Zones = Awaited<ReturnType<PracticeAgendas['zones']>>;

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
    const zones = await this.agendas.zones();
    const touched = changes.flatMap((change) => touchedDays(change, keptOf.get(change.resourceId), zones.zone) ?? []);
    for (const span of touched) await this.days.correct(await this.compute(span, zones));
  }

  /** Computes every day of a column again, keeps them up to the horizon, and answers how many were not true. */
  async keep(resourceId: string): Promise<number> {
    const zones = await this.agendas.zones();
    const today = todayIn(zones.zone, this.clock.now());
    await this.claims.lockColumns([resourceId]);
    const span = { resourceId, from: today, to: addDays(lastBookableDay(today), spareDays) };
    const repaired = await this.days.keep(await this.compute(span, zones));
    await this.days.forgetBefore(resourceId, today);
    return repaired;
  }

  /** Every column, or those of which nothing is kept, or not as far as the desk can book. */
  async columnsToKeep(which: 'all' | 'short'): Promise<string[]> {
    const { zone } = await this.agendas.zones();
    const today = todayIn(zone, this.clock.now());
    const ids = (await this.agendas.columnsKept(null, this.clock.now())).map(({ id }) => id);
    if (which === 'all') return ids;
    const reached = (await this.days.kept(ids)).filter(({ from, to }) => from <= today && to >= lastBookableDay(today));
    return ids.filter((id) => !reached.some(({ resourceId }) => resourceId === id));
  }

  private async compute({ resourceId, from, to }: KeptDays, zones: Zones): Promise<FreeDayRow[]> {
    const [start, end] = [dayBounds(from, zones.zone).start, dayBounds(to, zones.zone).end];
    const [column] = await this.agendas.columnsKept([resourceId], start);
    if (!column) return [];
    const taken = new ClaimedDays(await this.days.takenByVisits([resourceId], start, end));
    return daysOf(column, taken, from, to, zones);
  }
}

function daysOf(
  { id, rules, absences }: AgendaColumn,
  taken: ClaimedDays,
  from: LocalDay,
  to: LocalDay,
  zones: Zones,
): FreeDayRow[] {
  const rows: FreeDayRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const gaps = freeGapsOfDay({ resourceId: id, day, ...zones, rules, absences }, taken.on(id, day));
    rows.push({ resourceId: id, day, ...freeMinutes(gaps) });
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
