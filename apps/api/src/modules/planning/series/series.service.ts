import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { refusalCodes, settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import type { PlannedVisit, SeriesPlace } from '@pupitre/shared/planning/series';
import type { bookSeries } from '@pupitre/shared/planning/series.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { AppointmentEntity } from '../appointment.entity.js';
import type { CheckedPlace } from '../booking-place.js';
import { ClaimRepository } from '../claim.repository.js';
import { NewVisits } from '../new-visits.js';
import { VisitChanges } from '../visit-changes.js';
import { GroundReader } from './ground-reader.js';
import type { PlaceGround, TakenPlace } from './place-ground.js';
import { SeriesRepository } from './series.repository.js';
import { markOf, movedColumns } from './series-plan.js';
import { choicesOf, type SeriesAsked, SeriesPlanner } from './series-planner.js';

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
    private readonly visits: NewVisits,
    private readonly changes: VisitChanges,
  ) {}

  async preview(asked: SeriesAsked) {
    const { column, visits } = await this.plan(asked, false);
    return this.planner.view(visits, column, asked.durationMin);
  }

  async book(booking: Booking) {
    const { column, visits, ground } = await this.plan(booking, true);
    if (markOf(visits) !== booking.mark) {
      throw new DomainError('series.changed', { ...(await this.planner.view(visits, column, booking.durationMin)) });
    }
    const keys = visits.filter(({ isDecided }) => !isDecided).map(({ key }) => key);
    if (keys.length > 0) throw new DomainError('series.undecided', { keys });
    const placed = visits.filter((visit): visit is Placed => visit.place !== null);
    if (placed.length === 0) throw new DomainError('series.empty');
    return this.write(booking, column.zone, this.placesOf(placed.sort(byTime), ground));
  }

  /** Under lock, what is judged can no longer change before it is written. */
  private async plan(asked: SeriesAsked, underLock: boolean) {
    if (underLock) {
      const columns = [asked.resourceId, ...movedColumns(choicesOf(asked.choices))];
      await this.claims.lockColumns(await this.reader.resourcesToLock(asked.motifId, columns));
    }
    const { setup, column, choices } = await this.planner.setup(asked);
    const wanted = this.planner.wanted(asked, choices, column);
    const { patientId, durationMin, source } = asked;
    const ground = { patientId, durationIn: () => durationMin, options: { channel: source } };
    return { column, ...(await this.planner.plan(setup, { wanted, choices, column, ground, exceptIds: [] })) };
  }

  private async write(booking: Booking, zone: string, placed: readonly CheckedVisit[]) {
    const seriesId = await this.repository.insert(booking, zone, placed.length);
    const asked = placed.map(({ at, place }, index) => ({
      ...{ request: { ...booking, ...at, urgent: false, walkIn: false }, place },
      group: { seriesId, seriesIndex: index + 1 },
    }));
    const visits = await this.visits.writeAll(asked);
    const changes = visits.map((after, index) => {
      const { day, startMin, resourceId } = after;
      const details = { day, startMin: String(startMin), resourceId, series: `${index + 1}/${visits.length}` };
      return { ...{ kind: 'booked', before: null, after }, details: { ...details, ...passedOver(after) } };
    });
    const [first, ...others] = changes;
    if (!first) throw new DomainError('series.empty');
    const { act } = await this.changes.recordAll([first, ...others]);
    const written = visits.map(({ id, resourceId, day, startMin }) => ({ id, resourceId, day, startMin }));
    const params = { ...act.params, count: String(written.length) };
    return { seriesId, visits: written, act: { ...act, kind: 'series_booked', params } };
  }

  /**
   * What each visit takes, those before it standing already. The ground was read under the lock of every column and
   * room: nothing can change before it is written, and the database's own constraint has the last word.
   */
  private placesOf(placed: readonly Placed[], ground: PlaceGround): CheckedVisit[] {
    const { permissions } = this.unitOfWork.membership;
    const taken: TakenPlace[] = [];
    return placed.map((visit) => {
      const override = overrideOf(visit);
      const { refusals, place } = ground.check(visit.place, taken, { override, permissions });
      const { standing } = settleRefusals(refusals, override?.codes ?? [], permissions);
      if (standing[0] || !place) {
        throw new DomainError(standing[0]?.code ?? 'appointment.nonexistent_local_time', { refusals: standing });
      }
      taken.push(ground.takenAs(visit.place, place));
      return { at: visit.place, place };
    });
  }
}

interface CheckedVisit {
  readonly at: SeriesPlace;
  readonly place: CheckedPlace;
}

function passedOver({ overridden, overrideReason }: AppointmentEntity): Record<string, string> {
  return overridden.length > 0 ? { overridden: overridden.join(' '), reason: overrideReason } : {};
}

function overrideOf({ choice, refusals }: PlannedVisit) {
  return choice.kind === 'override' ? { codes: refusalCodes(refusals), reason: choice.reason } : null;
}

const byTime = (a: Placed, b: Placed) =>
  a.place.day < b.place.day ? -1 : a.place.day > b.place.day ? 1 : a.place.startMin - b.place.startMin;
