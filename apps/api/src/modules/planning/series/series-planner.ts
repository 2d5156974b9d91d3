import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { closingOf } from '@pupitre/shared/planning/opening-hours';
import { type PlannedVisit, planVisits, stateOf, type WantedVisit } from '@pupitre/shared/planning/series';
import type { previewSeries, SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import { seriesDays } from '@pupitre/shared/planning/series-days';
import { type LocalDay, toInstant } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AgendaColumn } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { GroundRepository } from './ground.repository.js';
import { GroundReader, type GroundSetup } from './ground-reader.js';
import type { GroundAsked, PlaceGround } from './place-ground.js';
import { type Choices, movedColumns, planView, seriesGround, weeksAround } from './series-plan.js';

export type SeriesAsked = InputOf<typeof previewSeries>['body'];

/** A column's busy week is looked for at colleagues'; more than these would be read for nothing. */
const mostColleagues = 3;

export interface VisitsAsked {
  readonly wanted: readonly WantedVisit[];
  readonly choices: Choices;
  readonly column: AgendaColumn;
  readonly ground: GroundAsked;
  /** Visits that give up the place they have. */
  readonly exceptIds: readonly string[];
}

/** What every visit of a series meets and could take instead, from a handful of reads. */
@Injectable()
export class SeriesPlanner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: GroundReader,
    private readonly repository: GroundRepository,
    private readonly scope: AgendaScope,
  ) {}

  async setup({
    resourceId,
    motifId,
    rule,
    choices,
  }: Pick<SeriesAsked, 'resourceId' | 'motifId' | 'rule' | 'choices'>) {
    const setup = await this.reader.setup(motifId, rule.from);
    const column = this.columnOf(setup, resourceId);
    const kept = choicesOf(choices);
    for (const id of movedColumns(kept)) this.columnOf(setup, id);
    return { setup, column, choices: kept };
  }

  /** A column the motif is not done in, or not hers to touch, answers as one that does not exist. */
  columnOf({ columns }: GroundSetup, resourceId: string): AgendaColumn {
    this.scope.require(resourceId);
    const column = columns.get(resourceId);
    if (!column) throw new DomainError('resource.not_found');
    return column;
  }

  /** The days of the rule; refused before any is judged when there are too many. */
  wanted({ rule, resourceId, startMin }: SeriesAsked, choices: Choices, column: AgendaColumn): WantedVisit[] {
    const extra = [...choices.values()].filter(({ kind }) => kind === 'extend').length;
    const isClosed = (day: LocalDay) => closingOf(day, column) !== null;
    const { days, fault } = seriesDays(rule, extra, isClosed);
    if (fault) throw new DomainError(fault);
    return days.map((day) => ({ key: day, resourceId, day, startMin }));
  }

  async plan(setup: GroundSetup, asked: VisitsAsked): Promise<{ visits: PlannedVisit[]; ground: PlaceGround }> {
    const { wanted, choices, column, exceptIds } = asked;
    const span = weeksAround(
      wanted.map(({ day }) => day),
      choices,
    );
    const own = [...wanted.map(({ resourceId }) => resourceId), ...movedColumns(choices)];
    const { ground, widen } = await this.reader.read(setup, asked.ground, [...new Set(own)], span, exceptIds);
    const met = wanted
      .filter((visit) => stateOf(ground.refusals(visit, [])) !== 'ok')
      .map(({ day }) => day)
      .sort();
    const colleagues = met.length === 0 ? [] : this.colleaguesOf(setup, column);
    await widen(colleagues, { from: met[0] ?? span.from, to: met.at(-1) ?? span.to });
    const { permissions } = this.unitOfWork.membership;
    const rule = seriesGround(ground, { zone: column.zone, permissions, colleagues });
    return { visits: planVisits(wanted, choices, rule), ground };
  }

  /** With the names of the colleagues who took the places that are busy. */
  async view(visits: readonly PlannedVisit[], column: AgendaColumn, durationMin: number): Promise<SeriesPlanView> {
    const busy = visits.filter(({ state }) => state === 'busy');
    const spans = busy.flatMap(({ key, wanted }) => {
      const startsAt = toInstant(wanted.day, wanted.startMin, column.zone);
      if (!startsAt) return [];
      return [
        { key, resourceId: wanted.resourceId, startsAt, endsAt: new Date(startsAt.getTime() + durationMin * 60_000) },
      ];
    });
    return planView(visits, await this.repository.holders(spans));
  }

  private colleaguesOf({ columns }: GroundSetup, own: AgendaColumn): string[] {
    return [...columns.values()]
      .filter(({ id, active }) => active && id !== own.id)
      .slice(0, mostColleagues)
      .map(({ id }) => id);
  }
}

export function choicesOf(choices: SeriesAsked['choices']): Choices {
  return new Map(choices.map(({ key, choice }) => [key, choice]));
}
