import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { refusalCodes, settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import { type PlannedVisit, type SeriesPlace, type WantedVisit } from '@pupitre/shared/planning/series';
import type {
  cancelSeries,
  moveSeries,
  previewSeriesMove,
  SeriesVisit,
} from '@pupitre/shared/planning/series.contract';
import { addDays } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import type { VisitForChange } from '../appointment.repository.js';
import { BookingDesk } from '../booking-desk.js';
import { ClaimRepository } from '../claim.repository.js';
import { type VisitChange, VisitChanges } from '../visit-changes.js';
import { VisitMoves } from '../visit-moves.js';
import { GroundReader } from './ground-reader.js';
import { SeriesRepository } from './series.repository.js';
import { type Choices, markOf, movedColumns } from './series-plan.js';
import { choicesOf, SeriesPlanner } from './series-planner.js';
import { VisitGroupCancellation } from './visit-group-cancellation.js';

type Preview = InputOf<typeof previewSeriesMove>['body'];
type Move = InputOf<typeof moveSeries>['body'];
type Cancel = InputOf<typeof cancelSeries>['body'];

/** Changes a series from one of its visits on, or all that is still to come; what is past or begun is never touched. */
@Injectable()
export class SeriesEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: SeriesPlanner,
    private readonly reader: GroundReader,
    private readonly repository: SeriesRepository,
    private readonly claims: ClaimRepository,
    private readonly desk: BookingDesk,
    private readonly moves: VisitMoves,
    private readonly changes: VisitChanges,
    private readonly cancellation: VisitGroupCancellation,
    private readonly scope: AgendaScope,
  ) {}

  async read(seriesId: string) {
    const series = await this.repository.find(seriesId, this.scope.resourceIds);
    if (!series) throw new DomainError('resource.not_found');
    return series;
  }

  async previewMove(seriesId: string, move: Preview) {
    const targets = await this.targets(seriesId, move);
    const { column, planned } = await this.plan(targets, move, []);
    return this.planner.view(planned, column, longest(targets.visits));
  }

  async move(seriesId: string, move: Move) {
    const targets = await this.targets(seriesId, move);
    const opened = await this.cancellation.open(targets.visits);
    const { column, planned } = await this.plan(targets, move, opened);
    if (markOf(planned) !== move.mark) {
      throw new DomainError('series.changed', {
        ...(await this.planner.view(planned, column, longest(targets.visits))),
      });
    }
    const keys = planned.filter(({ isDecided }) => !isDecided).map(({ key }) => key);
    if (keys.length > 0) throw new DomainError('series.undecided', { keys });
    return this.write(move, opened, planned);
  }

  async cancel(seriesId: string, { by, reason, scope, ...cancel }: Cancel) {
    const { visits } = await this.targets(seriesId, { scope, ...cancel });
    const { visits: cancelled, act } = await this.cancellation.cancel(
      visits,
      { by, reason },
      { kind: 'series_cancelled', details: { scope } },
    );
    return { visits: cancelled.map(({ id, resourceId, day, startMin }) => ({ id, resourceId, day, startMin })), act };
  }

  /** The visits a change may touch, as long as they are those that were seen. */
  private async targets(
    seriesId: string,
    { appointmentId, scope, visits: seen }: Pick<Preview, 'appointmentId' | 'scope' | 'visits'>,
  ) {
    const series = await this.read(seriesId);
    const pivot = series.visits.find(({ id }) => id === appointmentId);
    if (!pivot) throw new DomainError('resource.not_found');
    const isIn = (visit: SeriesVisit) => visit.isOpen && (scope === 'all' || timeOf(visit) >= timeOf(pivot));
    const visits = series.visits.filter(isIn);
    if (visits.length === 0) throw new DomainError('series.nothing_open');
    const versions = new Map(seen.map(({ id, version }) => [id, version]));
    const isSeen = versions.size === visits.length && visits.every(({ id, version }) => versions.get(id) === version);
    if (!isSeen) throw new DomainError('version.stale');
    return { motifId: series.motifId, patientId: series.patient.id, visits };
  }

  private async plan({ motifId, patientId, visits }: Targets, move: Preview, locked: readonly VisitForChange[]) {
    const { shift } = move;
    const choices = choicesOf(move.choices);
    const wanted: WantedVisit[] = visits.map(({ id, resourceId, day, startMin }) => ({
      ...{ key: id, resourceId: shift.resourceId ?? resourceId, day: addDays(day, shift.days) },
      startMin: shift.startMin ?? startMin,
    }));
    const columns = [...wanted.map(({ resourceId }) => resourceId), ...movedColumns(choices)];
    if (locked.length > 0) {
      const left = locked.flatMap(({ claims }) => claims.map(({ resourceId }) => resourceId));
      await this.claims.lockColumns([...left, ...(await this.reader.resourcesToLock(motifId, columns))]);
    }
    const setup = await this.reader.setup(motifId, wanted.map(({ day }) => day).sort()[0] ?? '');
    const [column] = columns.map((id) => this.planner.columnOf(setup, id));
    if (!column) throw new DomainError('resource.not_found');
    const exceptIds = visits.filter(({ id }) => !stays(choices, id)).map(({ id }) => id);
    const ground = { patientId, durationIn: () => longest(visits), options: {} };
    const { visits: planned } = await this.planner.plan(setup, { wanted, choices, column, ground, exceptIds });
    return { column, planned };
  }

  private async write({ scope }: Move, opened: readonly VisitForChange[], planned: readonly PlannedVisit[]) {
    const moving = opened.flatMap((before) => {
      const visit = planned.find(({ key }) => key === before.id);
      return visit?.place && !isSamePlace(before, visit.place) ? [{ before, visit, place: visit.place }] : [];
    });
    await this.claims.release(moving.map(({ before }) => before.id));
    const moved: VisitChange[] = [];
    for (const [at, { before, visit, place }] of moving.entries()) {
      const waiting = moving.slice(at).map((one) => one.before.id);
      const request = { ...place, motifId: before.motifId, durationMin: before.durationMin };
      const after = await this.moves.to(before, request, await this.judge(before, request, visit, waiting));
      const details = {
        ...{ fromDay: before.day, fromMin: String(before.startMin), fromResourceId: before.resourceId },
        ...{ toDay: after.day, toMin: String(after.startMin), toResourceId: after.resourceId, scope },
      };
      moved.push({ kind: 'moved', before, after, details });
    }
    const [first, ...others] = moved;
    if (!first) throw new DomainError('series.nothing_open');
    const { act } = await this.changes.recordAll([first, ...others]);
    const visits = moving.map(({ before, place }) => ({ id: before.id, ...place }));
    return { visits, act: { ...act, kind: 'series_moved', params: { ...act.params, count: String(visits.length) } } };
  }

  private async judge(
    { patientId, urgent, companionIds }: VisitForChange,
    request: Parameters<BookingDesk['judge']>[0],
    { choice, refusals: met }: PlannedVisit,
    waiting: readonly string[],
  ) {
    const override = choice.kind === 'override' ? { codes: refusalCodes(met), reason: choice.reason } : null;
    const options = { patientId, urgent, companionIds, exceptAppointmentIds: waiting, override };
    const { refusals, place } = await this.desk.judge(request, options);
    const { standing } = settleRefusals(refusals, override?.codes ?? [], this.unitOfWork.membership.permissions);
    if (standing[0] || !place) {
      throw new DomainError(standing[0]?.code ?? 'appointment.nonexistent_local_time', { refusals: standing });
    }
    return place;
  }
}

interface Targets {
  readonly motifId: string;
  readonly patientId: string;
  readonly visits: readonly SeriesVisit[];
}

const timeOf = ({ day, startMin }: Pick<SeriesVisit, 'day' | 'startMin'>) =>
  `${day} ${String(startMin).padStart(4, '0')}`;

/** Judged by the longest of them: what fits then fits each. */
const longest = (visits: readonly SeriesVisit[]) =>
  Math.max(...visits.map(({ startMin, endMin }) => endMin - startMin));

const stays = (choices: Choices, id: string) => ['skip', 'extend'].includes(choices.get(id)?.kind ?? '');

const isSamePlace = (visit: VisitForChange, { resourceId, day, startMin }: SeriesPlace) =>
  visit.resourceId === resourceId && visit.day === day && visit.startMin === startMin;
