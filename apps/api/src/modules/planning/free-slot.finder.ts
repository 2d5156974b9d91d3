import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/appointment.contract';
import { type FreeDay, type FreeSlot, nextFreeSlots } from '@pupitre/shared/planning/availability';
import { type BookingRequest, lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import { companionOf } from '@pupitre/shared/planning/companions';
import { gapsWithin, offeredGapsOfDay } from '@pupitre/shared/planning/free-day';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { longestOpening } from '@pupitre/shared/planning/practice-day';
import {
  addDays,
  dayBounds,
  isoWeekday,
  type LocalDay,
  type LocalTime,
  todayIn,
  toLocal,
} from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type AgendaColumn,
  type OfferedMotif,
  PracticeAgendas,
  type ResourcePool,
} from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimedDays } from './claimed-days.js';
import { FreeDayRepository } from './free-day.repository.js';

type Asked = InputOf<typeof findFreeSlots>['body'];
type Refinement = 'otherMotifIds' | 'patientId' | 'timeWindows';
export type SlotQuestion = Omit<Asked, Refinement> & Partial<Pick<Asked, Refinement>>;

interface Search {
  readonly question: SlotQuestion;
  readonly motif: OfferedMotif | null;
  readonly pools: readonly ResourcePool[];
  readonly columns: readonly AgendaColumn[];
  /** By the clock of each column: that of another site may be hours ahead. */
  readonly earliest: ReadonlyMap<string, LocalTime>;
  readonly notBefore: LocalTime;
  readonly lastDay: LocalDay;
  readonly found: FreeSlotView[];
}

/** Days read at a time where nothing is kept of them. */
const windowDays = 21;
/** A day that was kept as free and gives no place is rare: a few more than wanted save a second reading. */
const spareCandidates = 2;
const finestGridMin = 5;

/**
 * The next free places. What is kept of each day says where to look, and the claims of those few days say what is free:
 * a place on offer is always one that the desk could book, by the rules of the grid.
 */
@Injectable()
export class FreeSlotFinder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly freeDays: FreeDayRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async find(question: SlotQuestion): Promise<FreeSlotView[]> {
    const zones = await this.agendas.zones();
    // A day before: a column of another site may still be at its yesterday.
    const from = dayBounds(addDays(this.earliest(question, zones.zone).day, -1), zones.zone).start;
    const motif = question.motifId ? await this.agendas.motif(question.motifId) : null;
    const columns = await this.columnsFor(question, motif, from);
    const pools = await this.agendas.pools(motif?.needs.map(({ poolId }) => poolId) ?? [], from);
    const earliest = new Map(columns.map(({ id, zone }) => [id, this.earliest(question, zone)]));
    const notBefore = firstOf([...earliest.values()]);
    const lastDay = earlier(question.toDay, lastBookableDay(todayIn(zones.zone, this.clock.now())));
    const search: Search = { question, motif, pools, columns, earliest, notBefore, lastDay, found: [] };
    if (columns.length > 0) {
      const unkept = await this.searchKept(search);
      await this.searchUnkept(search, unkept);
    }
    return search.found.slice(question.skip, question.skip + question.limit);
  }

  /** The next places of the same kind in the same column, for whoever was refused one. */
  nextFrom({ resourceId, motifId, day, startMin, durationMin }: BookingRequest): Promise<FreeSlotView[]> {
    return this.find({
      ...{ durationMin: Math.max(5, durationMin), motifId, resourceIds: [resourceId] },
      ...{ fromDay: day, fromMin: startMin, toDay: null, partOfDay: null, weekdays: [], noticeMin: 0 },
      ...{ limit: 3, skip: 0 },
    });
  }

  private earliest({ fromDay, fromMin, noticeMin }: SlotQuestion, zone: string): LocalTime {
    const soonest = toLocal(new Date(this.clock.now().getTime() + noticeMin * 60_000), zone);
    const isLater = fromDay > soonest.day || (fromDay === soonest.day && fromMin > soonest.minutes);
    return isLater ? { day: fromDay, minutes: fromMin } : soonest;
  }

  private async columnsFor(
    question: SlotQuestion,
    motif: OfferedMotif | null,
    absencesAfter: Date,
  ): Promise<AgendaColumn[]> {
    const columns = await this.agendas.columns(this.scope.narrow(question.resourceIds), absencesAfter);
    // What no opening can hold is not looked for on seven hundred days.
    return columns.filter(
      ({ id, active, rules, exceptions }) =>
        active &&
        (!motif || motif.resourceIds.includes(id)) &&
        longestOpening(rules, exceptions) >= question.durationMin,
    );
  }

  /** Looks where days are kept, as far as all the columns have them; answers the first day that is left. */
  private async searchKept(search: Search): Promise<LocalDay> {
    const { question, columns, notBefore, lastDay } = search;
    const ids = columns.map(({ id }) => id);
    const kept = (await this.freeDays.kept(ids)).filter(({ from }) => from <= notBefore.day);
    if (kept.length < ids.length) return notBefore.day;
    const reached = kept.map(({ to }) => to).reduce(earlier, lastDay);
    const limit = question.skip + question.limit + spareCandidates;
    const { durationMin: minutes, partOfDay, weekdays } = question;
    for (let from = notBefore.day; from <= reached && this.isShort(search); ) {
      const asked = { resourceIds: ids, from, to: reached, minutes, partOfDay, weekdays, limit };
      const candidates = await this.freeDays.findNext(asked);
      for (const [day, resourceIds] of byDay(candidates)) {
        if (this.isShort(search)) await this.searchDays(search, resourceIds, day, day);
      }
      from = addDays(candidates.length < limit ? reached : (candidates.at(-1)?.day ?? reached), 1);
    }
    return addDays(reached, 1);
  }

  private async searchUnkept(search: Search, first: LocalDay): Promise<void> {
    const ids = search.columns.map(({ id }) => id);
    for (let from = first; from <= search.lastDay && this.isShort(search); from = addDays(from, windowDays)) {
      await this.searchDays(search, ids, from, earlier(search.lastDay, addDays(from, windowDays - 1)));
    }
  }

  private isShort({ found, question }: Search): boolean {
    return found.length < question.skip + question.limit;
  }

  private async searchDays(
    search: Search,
    resourceIds: readonly string[],
    from: LocalDay,
    to: LocalDay,
  ): Promise<void> {
    const { question, columns, notBefore, found } = search;
    const { start, end } = widestBounds(columns, from, to);
    const { accountId } = this.unitOfWork.actor;
    const members = search.pools.flatMap((pool) => pool.members.map(({ id }) => id));
    const claimed = await this.claims.findBetween([...resourceIds, ...members], start, end, { holdsOf: accountId });
    const taken = new ClaimedDays(claimed);
    const days = (function* freeDays(): Generator<FreeDay> {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        if (question.weekdays.length > 0 && !question.weekdays.includes(isoWeekday(day))) continue;
        for (const column of columns) {
          const { id } = column;
          if (!resourceIds.includes(id)) continue;
          const gaps = offeredGapsOfDay(
            { ...column, resourceId: id, day },
            taken.on(id, day),
            search.motif ?? undefined,
          );
          yield { resourceId: id, day, gaps: gapsWithin(gaps, question.partOfDay) };
        }
      }
    })();
    const limit = question.skip + question.limit - found.length;
    const gridMin = search.motif?.gridMin ?? finestGridMin;
    const fits = (slot: FreeSlot) => isAhead(search, slot) && this.hasCompanions(search, taken, slot);
    found.push(...nextFreeSlots({ days, durationMin: question.durationMin, gridMin, notBefore, limit, skip: 0, fits }));
  }

  /** One of each pool the motif needs is free for the whole visit, its preparation and its cleaning. */
  private hasCompanions({ pools, motif, columns }: Search, taken: ClaimedDays, slot: FreeSlot): boolean {
    const column = columns.find(({ id }) => id === slot.resourceId);
    if (!column) return false;
    const { zone, holidayZone } = column;
    return pools.every(({ id, name, members }) => {
      const { beforeMin, afterMin } = motif?.needs.find(({ poolId }) => poolId === id) ?? { beforeMin: 0, afterMin: 0 };
      const busyOf = (memberId: string) =>
        taken
          .on(memberId, slot.day)
          .flatMap(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, slot.day, zone) ?? []);
      const withBusy = members.map((member) => ({ ...member, busy: busyOf(member.id) }));
      const pool = { poolId: id, name, beforeMin, afterMin, members: withBusy };
      return companionOf(pool, slot, { day: slot.day, zone, holidayZone }) !== null;
    });
  }
}

function isAhead({ earliest }: Search, { resourceId, day, startMin }: FreeSlot): boolean {
  const soonest = earliest.get(resourceId);
  return soonest !== undefined && (day > soonest.day || (day === soonest.day && startMin >= soonest.minutes));
}

/** Instants that cover the days on every clock of the columns. */
function widestBounds(columns: readonly AgendaColumn[], from: LocalDay, to: LocalDay): { start: Date; end: Date } {
  const zones = [...new Set(columns.map(({ zone }) => zone))];
  const starts = zones.map((zone) => dayBounds(from, zone).start.getTime());
  const ends = zones.map((zone) => dayBounds(to, zone).end.getTime());
  return { start: new Date(Math.min(...starts)), end: new Date(Math.max(...ends)) };
}

function firstOf(times: readonly LocalTime[]): LocalTime {
  const isBefore = (a: LocalTime, b: LocalTime) => a.day < b.day || (a.day === b.day && a.minutes < b.minutes);
  return times.reduce((first, time) => (isBefore(time, first) ? time : first), { day: '2999-12-31', minutes: 0 });
}

/** In the order they come. */
function byDay(places: readonly { resourceId: string; day: LocalDay }[]): Map<LocalDay, string[]> {
  const days = new Map<LocalDay, string[]>();
  for (const { resourceId, day } of places) days.set(day, [...(days.get(day) ?? []), resourceId]);
  return days;
}

function earlier(a: LocalDay | null, b: LocalDay): LocalDay {
  return a !== null && a < b ? a : b;
}
