import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/appointment.contract';
import { type FreeDay, freeGaps, nextFreeSlots } from '@pupitre/shared/planning/availability';
import { lastBookableDay } from '@pupitre/shared/planning/booking-refusals';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { type Interval, longestOpening, openIntervals } from '@pupitre/shared/planning/practice-day';
import { addDays, dayBounds, todayIn, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { type AgendaColumn, PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import { type ClaimedSpan, ClaimRepository } from './claim.repository.js';

type SlotQuestion = InputOf<typeof findFreeSlots>['body'];

/** Days read at a time: most questions are answered by the first reading. */
const windowDays = 21;
const gridMin = 5;
const partsOfDay = { morning: { startMin: 0, endMin: 720 }, afternoon: { startMin: 720, endMin: 1440 } } as const;

/** The next free places. The grid and the finder ask the same rules, so they never disagree. */
@Injectable()
export class FreeSlotFinder {
  constructor(
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async find(question: SlotQuestion): Promise<FreeSlotView[]> {
    const { zone, holidayZone } = await this.agendas.zones();
    const now = toLocal(this.clock.now(), zone);
    const asked = { day: question.fromDay, minutes: question.fromMin };
    const notBefore = asked.day > now.day || (asked.day === now.day && asked.minutes > now.minutes) ? asked : now;
    const columns = await this.columnsFor(question, dayBounds(notBefore.day, zone).start);
    const lastDay = earlier(question.toDay, lastBookableDay(todayIn(zone, this.clock.now())));
    const wanted = question.skip + question.limit;
    const found: FreeSlotView[] = [];
    for (
      let from = notBefore.day;
      from <= lastDay && found.length < wanted && columns.length > 0;
      from = addDays(from, windowDays)
    ) {
      const to = earlier(lastDay, addDays(from, windowDays - 1));
      const days = await this.readWindow(columns, from, to, zone, holidayZone, question.partOfDay);
      found.push(
        ...nextFreeSlots({
          days,
          durationMin: question.durationMin,
          gridMin,
          notBefore,
          limit: wanted - found.length,
          skip: 0,
        }),
      );
    }
    return found.slice(question.skip, wanted);
  }

  private async columnsFor(question: SlotQuestion, absencesAfter: Date): Promise<AgendaColumn[]> {
    const motif = question.motifId ? await this.agendas.motif(question.motifId) : null;
    const columns = await this.agendas.columns(this.scope.narrow(question.resourceIds), absencesAfter);
    // What no opening can hold is not looked for on seven hundred days.
    return columns.filter(
      ({ id, active, rules }) =>
        active && (!motif || motif.resourceIds.includes(id)) && longestOpening(rules) >= question.durationMin,
    );
  }

  private async readWindow(
    columns: readonly AgendaColumn[],
    from: string,
    to: string,
    zone: string,
    holidayZone: string,
    partOfDay: SlotQuestion['partOfDay'],
  ): Promise<Iterable<FreeDay>> {
    const ids = columns.map(({ id }) => id);
    const claims = await this.claims.findBetween(ids, dayBounds(from, zone).start, dayBounds(to, zone).end);
    const taken = byColumnAndDay(claims);
    const part = partOfDay ? [partsOfDay[partOfDay]] : null;
    return (function* freeDays(): Generator<FreeDay> {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        for (const { id, rules, absences } of columns) {
          const open = openIntervals({ resourceId: id, day, zone, holidayZone, rules, absences });
          const busy = (taken.get(`${id} ${day}`) ?? []).flatMap(
            (claim) => localSpan(claim.startsAt, claim.endsAt, day, zone) ?? [],
          );
          const gaps = freeGaps(open, busy);
          yield { resourceId: id, day, gaps: part ? within(gaps, part) : gaps };
        }
      }
    })();
  }
}

function within(gaps: readonly Interval[], parts: readonly Interval[]): Interval[] {
  return gaps.flatMap((gap) =>
    parts
      .map((part) => ({ startMin: Math.max(gap.startMin, part.startMin), endMin: Math.min(gap.endMin, part.endMin) }))
      .filter((kept) => kept.startMin < kept.endMin),
  );
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}

/** Each claim under every local day it may touch, whatever the zone: a day around its days in UTC. */
function byColumnAndDay(claims: readonly ClaimedSpan[]): Map<string, ClaimedSpan[]> {
  const groups = new Map<string, ClaimedSpan[]>();
  for (const claim of claims) {
    const last = addDays(new Date(claim.endsAt).toISOString().slice(0, 10), 1);
    for (
      let day = addDays(new Date(claim.startsAt).toISOString().slice(0, 10), -1);
      day <= last;
      day = addDays(day, 1)
    ) {
      const key = `${claim.resourceId} ${day}`;
      const group = groups.get(key);
      if (group) group.push(claim);
      else groups.set(key, [claim]);
    }
  }
  return groups;
}
