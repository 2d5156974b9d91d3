import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { asksNoDay, widestAsked, withinAsked } from '@pupitre/shared/planning/asked-times';
import { type FreeDay, type FreeKind, type FreeSlot, nextFreeSlots } from '@pupitre/shared/planning/availability';
import { type BookingRequest, lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import type { findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import { intervalsOverlap } from '@pupitre/shared/planning/interval';
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
import { type AgendaColumn, PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimedDays } from './claimed-days.js';
import { FreeDayRepository } from './free-day.repository.js';
import type { PatientVisit } from './patient-visits.sql.js';
import { PlaceFactsRepository, type StandingPlace } from './place-facts.repository.js';
import { patientSpans } from './place-reader.js';
import { isOffered, kindsOn, minutesOf, type Want } from './slot-wants.js';

type Asked = InputOf<typeof findFreeSlots>['body'];
type Refinement = 'otherMotifIds' | 'patientId' | 'movingId' | 'timeWindows';
export type SlotQuestion = Omit<Asked, Refinement> & Partial<Pick<Asked, Refinement>>;

interface Search {
  readonly question: SlotQuestion & Pick<Asked, 'timeWindows'>;
  readonly wants: readonly Want[];
  readonly columns: readonly AgendaColumn[];
  /** By the clock of each column: that of another site may be hours ahead. */
  readonly earliest: ReadonlyMap<string, LocalTime>;
  readonly notBefore: LocalTime;
  readonly lastDay: LocalDay;
  readonly found: FreeSlot[];
  /** Her other visits: she is in one place at a time. */
  readonly patientVisits: readonly PatientVisit[];
  /** The visit to be moved: its margins go with it, and where it stands is no other place. */
  readonly moving: StandingPlace | null;
}

/** Days read at a time where nothing is kept of them. */
const windowDays = 21;
/** A day that was kept as free and gives no place is rare: a few more than wanted save a second reading. */
const spareCandidates = 2;
/** Once the first look was not enough, days are read together, ever more of them. */
const growth = 4;
const mostCandidates = 320;

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
    private readonly facts: PlaceFactsRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async find(asked: SlotQuestion): Promise<FreeSlot[]> {
    const question = { ...asked, timeWindows: asked.timeWindows ?? [] };
    if (asksNoDay(question)) return [];
    const zones = await this.agendas.zones();
    // A day before: a column of another site may still be at its yesterday.
    const from = dayBounds(addDays(this.earliest(question, zones.zone).day, -1), zones.zone).start;
    const wants = await this.wantsOf(question, from);
    const columns = await this.columnsFor(question, wants, from);
    const earliest = new Map(columns.map(({ id, zone }) => [id, this.earliest(question, zone)]));
    const notBefore = firstOf([...earliest.values()]);
    const lastDay = earlier(question.toDay, lastBookableDay(todayIn(zones.zone, this.clock.now())));
    const { patientVisits, moving } = await this.aboutPatient(question, notBefore.day, lastDay);
    const search: Search = { question, wants, columns, earliest, notBefore, lastDay, found: [], patientVisits, moving };
    if (columns.length > 0) {
      const unkept = await this.searchKept(search);
      await this.searchUnkept(search, unkept);
    }
    return search.found.slice(question.skip, question.skip + question.limit);
  }

  /** The next places of the same kind in the same column, for whoever was refused one. */
  async nextFrom(
    { resourceId, motifId, day, startMin, durationMin }: BookingRequest,
    whose: Pick<SlotQuestion, 'patientId' | 'movingId'> = {},
  ): Promise<FreeSlot[]> {
    const found = await this.find({
      ...whose,
      ...{ durationMin: Math.max(5, durationMin), motifId, resourceIds: [resourceId] },
      ...{ fromDay: day, fromMin: startMin, toDay: null, partOfDay: null, weekdays: [], noticeMin: 0 },
      ...{ limit: 3, skip: 0 },
    });
    return found.map(({ companionIds: _, ...place }) => place);
  }

  /** From a day before to a day after: another site's clock may be hours away. */
  private async aboutPatient({ patientId, movingId }: SlotQuestion, first: LocalDay, last: LocalDay) {
    const moving = movingId ? await this.facts.placeOf(movingId) : null;
    if (!patientId || first > last) return { patientVisits: [], moving };
    const { zone } = await this.agendas.zones();
    const [from, to] = [dayBounds(addDays(first, -1), zone).start, dayBounds(addDays(last, 1), zone).end];
    const { visits } = await this.facts.patientBetween(patientId, from, to, moving ? [moving.id] : []);
    return { patientVisits: visits, moving };
  }

  /** The visits that would do, each with its pools. A motif that is not the practice's is not offered anywhere. */
  private async wantsOf(question: SlotQuestion, absencesAfter: Date): Promise<Want[]> {
    const { motifId, durationMin, otherMotifIds = [] } = question;
    if (motifId === null && otherMotifIds.length === 0) return [{ motif: null, durationMin, pools: [] }];
    const asked = [...(motifId === null ? [] : [{ id: motifId, durationMin }])];
    const others = otherMotifIds.filter((id) => id !== motifId).map((id) => ({ id, durationMin: null }));
    const wants: Want[] = [];
    for (const { id, durationMin: minutes } of [...asked, ...others]) {
      const motif = await this.agendas.motif(id);
      if (!motif) continue;
      const pools = await this.agendas.pools(
        motif.needs.map(({ poolId }) => poolId),
        absencesAfter,
      );
      wants.push({ motif, durationMin: minutes, pools });
    }
    return wants;
  }

  private earliest({ fromDay, fromMin, noticeMin }: SlotQuestion, zone: string): LocalTime {
    const soonest = toLocal(new Date(this.clock.now().getTime() + noticeMin * 60_000), zone);
    const isLater = fromDay > soonest.day || (fromDay === soonest.day && fromMin > soonest.minutes);
    return isLater ? { day: fromDay, minutes: fromMin } : soonest;
  }

  private async columnsFor(
    question: Search['question'],
    wants: readonly Want[],
    absencesAfter: Date,
  ): Promise<AgendaColumn[]> {
    const columns = await this.agendas.columns(this.scope.narrow(question.resourceIds), absencesAfter);
    // What no opening can hold at the hours asked for is not looked for on seven hundred days.
    return columns.filter(({ id, active, rules, exceptions }) => {
      const longest = longestOpening(
        withinAsked(rules, ({ isodow }) => isodow, question),
        withinAsked(exceptions, ({ day }) => isoWeekday(day), question),
      );
      return active && wants.some((want) => isOffered(want, id) && minutesOf(want, id) <= longest);
    });
  }

  /** Looks where days are kept, as far as all the columns have them; answers the first day that is left. */
  private async searchKept(search: Search): Promise<LocalDay> {
    const { question, columns, notBefore, lastDay } = search;
    const ids = columns.map(({ id }) => id);
    const kept = (await this.freeDays.kept(ids)).filter(({ from }) => from <= notBefore.day);
    if (kept.length < ids.length) return notBefore.day;
    const reached = kept.map(({ to }) => to).reduce(earlier, lastDay);
    const asked = { resourceIds: ids, to: reached, minutes: shortestOf(search), ...widestAsked(question) };
    let limit = question.skip + question.limit + spareCandidates;
    let span = 1;
    for (let from = notBefore.day; from <= reached && this.isShort(search); ) {
      const candidates = await this.freeDays.findNext({ ...asked, from, limit });
      for (const days of runsOf(byDay(candidates), span)) {
        if (this.isShort(search)) await this.searchDays(search, days);
      }
      from = addDays(candidates.length < limit ? reached : (candidates.at(-1)?.day ?? reached), 1);
      limit = Math.min(mostCandidates, limit * growth);
      span = windowDays;
    }
    return addDays(reached, 1);
  }

  private async searchUnkept(search: Search, first: LocalDay): Promise<void> {
    const ids = search.columns.map(({ id }) => id);
    for (let from = first; from <= search.lastDay && this.isShort(search); from = addDays(from, windowDays)) {
      const days = new Map<LocalDay, string[]>();
      const to = earlier(search.lastDay, addDays(from, windowDays - 1));
      for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, ids);
      await this.searchDays(search, days);
    }
  }

  private isShort({ found, question }: Search): boolean {
    return found.length < question.skip + question.limit;
  }

  /** Reads who holds what on these days of these columns, and adds the places they leave. */
  private async searchDays(search: Search, days: ReadonlyMap<LocalDay, readonly string[]>): Promise<void> {
    const { question, wants, columns, notBefore, found, moving } = search;
    const [from, to] = [[...days.keys()][0], [...days.keys()].at(-1)];
    if (from === undefined || to === undefined) return;
    const { start, end } = widestBounds(columns, from, to);
    const members = wants.flatMap(({ pools }) => pools.flatMap((pool) => pool.members.map(({ id }) => id)));
    const ids = [...new Set([...[...days.values()].flat(), ...members])];
    const except = { holdsOf: this.unitOfWork.actor.accountId, appointmentIds: moving ? [moving.id] : [] };
    const taken = new ClaimedDays(await this.claims.findBetween(ids, start, end, except));
    const free = (function* freeDays(): Generator<FreeDay> {
      for (const [day, resourceIds] of days) {
        for (const column of columns) {
          if (!resourceIds.includes(column.id)) continue;
          const kinds = kindsOn(wants, { column, day, taken }, question);
          const isHers = onlyHers(search, column, day);
          yield { resourceId: column.id, day, kinds: kinds.map((kind) => onlyWhere(isHers, kind)) };
        }
      }
    })();
    const limit = question.skip + question.limit - found.length;
    found.push(...nextFreeSlots({ days: free, notBefore, limit, skip: 0 }));
  }
}

function onlyWhere(isOpen: (slot: FreeSlot) => boolean, kind: FreeKind): FreeKind {
  const { companionsOf = () => [] } = kind;
  return { ...kind, companionsOf: (slot) => (isOpen(slot) ? companionsOf(slot) : null) };
}

/** A column whose clock is ahead of the others is not offered its past; nobody is offered a time she is elsewhere. */
function onlyHers(search: Search, { id, zone }: AgendaColumn, day: LocalDay): (slot: FreeSlot) => boolean {
  const { moving, patientVisits } = search;
  const own = moving?.resourceId === id && moving.day === day ? [moving] : [];
  const busy = [...patientSpans(patientVisits, day, zone), ...own];
  return (slot) => isAhead(search, slot) && !busy.some((span) => intervalsOverlap(span, slot));
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

/** Days read together: none further than `span` from the first of its run. */
function* runsOf(days: ReadonlyMap<LocalDay, string[]>, span: number): Generator<Map<LocalDay, string[]>> {
  let run = new Map<LocalDay, string[]>();
  for (const [day, resourceIds] of days) {
    const [first] = run.keys();
    if (first !== undefined && day >= addDays(first, span)) {
      yield run;
      run = new Map();
    }
    run.set(day, resourceIds);
  }
  if (run.size > 0) yield run;
}

/** No visit that would do is shorter anywhere. */
function shortestOf({ wants, columns }: Search): number {
  return Math.min(
    ...wants.flatMap((want) => columns.flatMap(({ id }) => (isOffered(want, id) ? minutesOf(want, id) : []))),
  );
}

function earlier(a: LocalDay | null, b: LocalDay): LocalDay {
  return a !== null && a < b ? a : b;
}
