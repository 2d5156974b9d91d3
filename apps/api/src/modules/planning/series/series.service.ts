import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { refusalCodes, settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import type { PlannedVisit, SeriesPlace } from '@pupitre/shared/planning/series';
import type { bookSeries } from '@pupitre/shared/planning/series.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { BookingDesk } from '../booking-desk.js';
import type { CheckedPlace, PlaceOptions } from '../booking-place.js';
import { ClaimRepository } from '../claim.repository.js';
import { NewVisits } from '../new-visits.js';
import { VisitChanges } from '../visit-changes.js';
import { GroundReader } from './ground-reader.js';
import { SeriesRepository } from './series.repository.js';
import { markOf, movedColumns } from './series-plan.js';
import { type SeriesAsked, SeriesPlanner } from './series-planner.js';

type Booking = InputOf<typeof bookSeries>['body'];
type Placed = PlannedVisit & { readonly place: SeriesPlace };

/** Books a series as it was seen, or says what changed: never half of it. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: SeriesPlanner,
    private readonly reader: GroundReader,
    private readonly repository: SeriesRepository,
    private readonly claims: ClaimRepository,
    private readonly desk: BookingDesk,
    private readonly visits: NewVisits,
    private readonly changes: VisitChanges,
  ) {}

  async preview(asked: SeriesAsked) {
    const { column, visits } = await this.plan(asked, false);
    return this.planner.view(visits, column, asked.durationMin);
  }

  async book(booking: Booking) {
    const { column, visits } = await this.plan(booking, true);
    if (markOf(visits) !== booking.mark) {
      throw new DomainError('series.changed', { ...(await this.planner.view(visits, column, booking.durationMin)) });
    }
    const keys = visits.filter(({ isDecided }) => !isDecided).map(({ key }) => key);
    if (keys.length > 0) throw new DomainError('series.undecided', { keys });
    const placed = visits.filter((visit): visit is Placed => visit.place !== null);
    if (placed.length === 0) throw new DomainError('series.empty');
    return this.write(booking, column.zone, placed.sort(byTime));
  }

  /** Under lock, what is judged can no longer change before it is written. */
  private async plan(asked: SeriesAsked, underLock: boolean) {
    const { setup, column, choices } = await this.planner.setup(asked);
    const wanted = this.planner.wanted(asked, choices, column);
    if (underLock) {
      const columns = [asked.resourceId, ...movedColumns(choices)];
      await this.claims.lockColumns(this.reader.resourcesOf(setup, columns));
    }
    const { patientId, durationMin, source } = asked;
    const ground = { patientId, durationIn: () => durationMin, options: { channel: source } };
    const visits = await this.planner.plan(setup, { wanted, choices, column, ground, exceptIds: [] });
    return { column, visits };
  }

  private async write(booking: Booking, zone: string, placed: readonly Placed[]) {
    const { patientId, source } = booking;
    const seriesId = await this.repository.insert(booking, zone, placed.length);
    const batchId = uuid();
    const written: { id: string; resourceId: string; day: string; startMin: number }[] = [];
    let act: UndoableAct | null = null;
    for (const [at, visit] of placed.entries()) {
      const request = { ...booking, ...visit.place, urgent: false, walkIn: false };
      const options = { patientId, channel: source, override: overrideOf(visit) };
      const place = await this.judge(request, options, at > 0);
      const after = await this.visits.write(request, place, null, { seriesId, seriesIndex: at + 1 });
      const { resourceId, day, startMin } = visit.place;
      const details = {
        ...{ day, startMin: String(startMin), resourceId, series: `${at + 1}/${placed.length}` },
        ...(place.overridden.length > 0 && { overridden: place.overridden.join(' '), reason: place.overrideReason }),
      };
      const told = await this.changes.record({ kind: 'booked', before: null, after, details, batchId });
      act ??= told.act;
      written.push({ id: after.id, resourceId, day, startMin });
    }
    if (!act) throw new DomainError('series.empty');
    const params = { ...act.params, count: String(written.length) };
    return { seriesId, visits: written, act: { ...act, kind: 'series_booked', params } };
  }

  /** The columns are locked already: the desk judges again, and its word is the one that is written. */
  private async judge(
    request: Parameters<BookingDesk['judge']>[0],
    options: PlaceOptions,
    isFollowing: boolean,
  ): Promise<CheckedPlace> {
    const { refusals, place } = await this.desk.judge(request, options);
    const { standing } = settleRefusals(
      refusals,
      options.override?.codes ?? [],
      this.unitOfWork.membership.permissions,
    );
    // The first visit of the series makes her a known patient; she was new when all of it was asked for.
    const left = standing.filter(({ code }) => !(isFollowing && code === 'appointment.new_patients_only'));
    if (left[0] || !place)
      throw new DomainError(left[0]?.code ?? 'appointment.nonexistent_local_time', { refusals: left });
    return place;
  }
}

function overrideOf({ choice, refusals }: PlannedVisit) {
  return choice.kind === 'override' ? { codes: refusalCodes(refusals), reason: choice.reason } : null;
}

const byTime = (a: Placed, b: Placed) =>
  a.place.day < b.place.day ? -1 : a.place.day > b.place.day ? 1 : a.place.startMin - b.place.startMin;
