import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { dayLoad } from '@pupitre/shared/planning/day-load';
import type { TakenSpan } from '@pupitre/shared/planning/free-day';
import type { PracticeDayQuestion } from '@pupitre/shared/planning/practice-day';
import type { DayLoadView, listLoads, WeekDayView, WeekView } from '@pupitre/shared/planning/week.contract';
import { daysFrom } from '@pupitre/shared/time/iso-week';
import { addDays, dayBounds, daysBetween, type LocalDay, type LocalTime, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { PracticeAgendas } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { ClaimedDays } from '../claimed-days.js';
import { FreeDayRepository } from '../free-day.repository.js';
import { MeetingRepository } from '../meetings/meeting.repository.js';
import { type Span, WeekRepository } from './week.repository.js';

type Asked = Omit<InputOf<typeof listLoads>['params'], 'practiceId'> & InputOf<typeof listLoads>['query'];
type Load = Omit<DayLoadView, 'visits'> & Pick<WeekDayView, 'gaps' | 'closedSpans'>;

/** Several days of some columns: their visits, and how full each day is by the rules of the grid and the finder. */
@Injectable()
export class WeekService {
  constructor(
    private readonly agendas: PracticeAgendas,
    private readonly scope: AgendaScope,
    private readonly week: WeekRepository,
    private readonly meetings: MeetingRepository,
    private readonly freeDays: FreeDayRepository,
    private readonly clock: Clock,
  ) {}

  async list(asked: Asked): Promise<WeekView> {
    const { span, loads } = await this.loadsOf(asked);
    const visits = await this.week.listVisits(span);
    const counts = new Map<string, number>();
    for (const visit of visits.filter(({ status }) => isActive(status))) {
      counts.set(keyOf(visit), (counts.get(keyOf(visit)) ?? 0) + 1);
    }
    const meetings = await this.meetings.list(asked.fromDay, asked.toDay, span.resourceIds);
    return { visits, meetings, days: withCounts(loads, counts) };
  }

  async loads(asked: Asked): Promise<{ loads: DayLoadView[] }> {
    const { span, loads } = await this.loadsOf(asked);
    const counted = await this.week.countVisits(span);
    return { loads: withCounts(loads, new Map(counted.map((row) => [keyOf(row), row.visits]))) };
  }

  /** Column by column, in their order; those that are not the caller's are left out. */
  private async loadsOf({ fromDay, toDay, resourceIds }: Asked): Promise<{ span: Span; loads: Load[] }> {
    const zones = await this.agendas.zones();
    // A day more at both ends: a column of another site has its own clock.
    const start = dayBounds(addDays(fromDay, -1), zones.zone).start;
    const end = dayBounds(addDays(toDay, 1), zones.zone).end;
    const columns = await this.agendas.columns(this.scope.narrow(resourceIds), start);
    const shown = resourceIds.length > 0 ? columns : columns.filter(({ active }) => active);
    const ids = shown.map(({ id }) => id);
    const taken = new ClaimedDays(await this.freeDays.takenByVisits(ids, [{ from: start, to: end }]));
    const days = daysFrom(fromDay, daysBetween(fromDay, toDay) + 1);
    const loads = shown.flatMap(({ id, ...hours }) => {
      const agenda = { ...zones, ...hours, resourceId: id };
      const now = toLocal(this.clock.now(), agenda.zone);
      return days.map((day) => loadOn({ ...agenda, day }, taken.on(id, day), now));
    });
    return { span: { fromDay, toDay, resourceIds: ids }, loads };
  }
}

function loadOn(question: PracticeDayQuestion, taken: readonly TakenSpan[], now: LocalTime): Load {
  const { gaps, closedSpans, ...load } = dayLoad(question, taken, now);
  const { resourceId, day } = question;
  return { ...load, resourceId, day, gaps: [...gaps], closedSpans: [...closedSpans] };
}

const keyOf = ({ resourceId, day }: { resourceId: string; day: LocalDay }) => `${resourceId} ${day}`;

const withCounts = (loads: readonly Load[], counts: ReadonlyMap<string, number>) =>
  loads.map((load) => ({ ...load, visits: counts.get(keyOf(load)) ?? 0 }));
