import { Injectable } from '@nestjs/common';
import {
  type BookingContext,
  type BookingRequest,
  bookingRefusals,
  type Refusal,
} from '@pupitre/shared/planning/booking-refusals';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { type HeldPlace, resizeRefusals } from '@pupitre/shared/planning/resize-refusals';
import { dayBounds, toInstant } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { type AgendaColumn, PracticeAgendas } from '../practices/practices.public.js';
import { AgendaScope } from './agenda-scope.js';
import { ClaimRepository } from './claim.repository.js';
import { FreeSlotFinder } from './free-slot.finder.js';

/** A place that was checked under lock and may be written. */
export interface CheckedPlace {
  readonly column: AgendaColumn;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface PlaceOptions {
  readonly walkIn?: boolean;
  /** The visit being moved does not stand in its own way. */
  readonly exceptAppointmentId?: string;
  /** Columns to hold besides the wanted one: the place a visit leaves. */
  readonly alsoLock?: readonly string[];
}

/** Decides, under the column's lock, whether a place can be given; refuses with every reason and the next free places. */
@Injectable()
export class BookingDesk {
  constructor(
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly scope: AgendaScope,
    private readonly finder: FreeSlotFinder,
    private readonly clock: Clock,
  ) {}

  take(request: BookingRequest, options: PlaceOptions = {}): Promise<CheckedPlace> {
    return this.decide(request, options, (context) => bookingRefusals(request, context));
  }

  /** The same place with another length: only the minutes added can be refused. */
  resize(visit: HeldPlace & { readonly id: string; readonly walkIn: boolean }, durationMin: number) {
    const { id, resourceId, motifId, day, startMin, walkIn } = visit;
    const request = { resourceId, motifId, day, startMin, durationMin };
    const rule = (context: BookingContext) => resizeRefusals(visit, durationMin, context);
    return this.decide(request, { exceptAppointmentId: id, walkIn }, rule);
  }

  private async decide(
    request: BookingRequest,
    options: PlaceOptions,
    rule: (context: BookingContext) => Refusal[],
  ): Promise<CheckedPlace> {
    this.scope.require(request.resourceId);
    const { zone, holidayZone } = await this.agendas.zones();
    const bounds = dayBounds(request.day, zone);
    const [column] = await this.agendas.columns([request.resourceId], bounds.start);
    const motif = await this.agendas.motif(request.motifId);
    if (!column || !motif) throw new DomainError('resource.not_found');
    await this.claims.lockColumns([request.resourceId, ...(options.alsoLock ?? [])]);
    const taken = await this.claims.findBetween(
      [request.resourceId],
      bounds.start,
      bounds.end,
      options.exceptAppointmentId,
    );
    const refusals = rule({
      zone,
      holidayZone,
      resource: column,
      motif,
      rules: column.rules,
      absences: column.absences,
      busy: taken.flatMap((claim) => localSpan(claim.startsAt, claim.endsAt, request.day, zone) ?? []),
      now: this.clock.now(),
      walkIn: options.walkIn,
    });
    if (refusals[0]) throw await this.refusal(refusals[0], refusals, request, zone);
    const startsAt = toInstant(request.day, request.startMin, zone);
    if (!startsAt) throw new DomainError('appointment.nonexistent_local_time');
    return { column, startsAt, endsAt: new Date(startsAt.getTime() + request.durationMin * 60_000) };
  }

  private async refusal(
    first: Refusal,
    refusals: readonly Refusal[],
    request: BookingRequest,
    zone: string,
  ): Promise<DomainError> {
    const startsAt = toInstant(request.day, request.startMin, zone);
    const endsAt = startsAt && new Date(startsAt.getTime() + Math.max(1, request.durationMin) * 60_000);
    const isTaken = refusals.some(({ code }) => code === 'appointment.slot_taken');
    const takenBy =
      isTaken && startsAt && endsAt ? await this.claims.findHolder(request.resourceId, startsAt, endsAt) : null;
    const alternatives = await this.finder.find({
      durationMin: Math.max(5, request.durationMin),
      motifId: request.motifId,
      resourceIds: [request.resourceId],
      fromDay: request.day,
      fromMin: request.startMin,
      toDay: null,
      partOfDay: null,
      weekdays: [],
      noticeMin: 0,
      limit: 3,
      skip: 0,
    });
    return new DomainError(first.code, { refusals, takenBy, alternatives });
  }
}
