import { Injectable } from '@nestjs/common';
import { settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import { type BookingRequest, bookingRefusals, type Refusal } from '@pupitre/shared/planning/booking-refusals';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { recastRefusals } from '@pupitre/shared/planning/recast-refusals';
import { toldRefusals } from '@pupitre/shared/planning/refused-place.contract';
import { type HeldPlace, resizeRefusals } from '@pupitre/shared/planning/resize-refusals';
import { toInstant } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { AgendaScope } from './agenda-scope.js';
import type { CheckedPlace, JudgedPlace, PlaceOptions, PlaceRule } from './booking-place.js';
import { checkedPlace } from './checked-place.js';
import { ClaimRepository, type PlaceClaim } from './claim.repository.js';
import { FreeSlotFinder } from './free-slot.finder.js';
import { resizedClaims } from './place-claims.js';
import { type PlaceQuestion, PlaceReader, type PlaceSetup, type ReadPlace } from './place-reader.js';

/** Decides, under the column's lock, whether a place can be given; refuses with every reason and the next free places. */
@Injectable()
export class BookingDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimRepository,
    private readonly reader: PlaceReader,
    private readonly scope: AgendaScope,
    private readonly finder: FreeSlotFinder,
  ) {}

  take(request: BookingRequest, options: PlaceOptions = {}): Promise<CheckedPlace> {
    return this.decide(request, options, bookingRefusals);
  }

  /** The same place with another length: only the minutes added can be refused. */
  async resize(
    visit: HeldPlace & { readonly id: string; readonly walkIn: boolean; readonly urgent: boolean },
    durationMin: number,
    options: Pick<PlaceOptions, 'companionIds' | 'held' | 'rajoutReason' | 'override'> = {},
  ): Promise<CheckedPlace> {
    const { id, resourceId, motifId, day, startMin, walkIn, urgent } = visit;
    const request = { resourceId, motifId, day, startMin, durationMin };
    const rule: PlaceRule = (_, context) => resizeRefusals(visit, durationMin, context);
    const place = await this.decide(request, { ...options, exceptAppointmentIds: [id], walkIn, urgent }, rule);
    const claims = resizedClaims(options.held ?? [], place.claims, resourceId, durationMin - visit.durationMin);
    return { ...place, claims, companionIds: claims.slice(1).map((claim) => claim.resourceId) };
  }

  /** The same place for another motif: only what the motif asks, and what the visit has not yet, can be refused. */
  recast(
    visit: HeldPlace & { readonly id: string; readonly patientId: string; readonly urgent: boolean },
    motifId: string,
    options: Pick<PlaceOptions, 'alsoLock' | 'companionIds' | 'held' | 'rajoutReason' | 'override'>,
  ) {
    const { id, resourceId, day, startMin, durationMin, patientId, urgent } = visit;
    const own = options.held?.find((claim) => claim.resourceId === resourceId);
    const rule: PlaceRule = (asked, context) => {
      const held = own && localSpan(own.startsAt.toISOString(), own.endsAt.toISOString(), day, context.zone);
      return recastRefusals(asked, held ?? null, context);
    };
    const request = { resourceId, motifId, day, startMin, durationMin };
    return this.decide(request, { ...options, exceptAppointmentIds: [id], patientId, urgent, isRecast: true }, rule);
  }

  /**
   * What a hold takes, under lock. It is refused only where somebody stands: hours and rules may still be passed over
   * when it is booked. A room that is not free is not held.
   */
  async hold(request: PlaceQuestion, alsoLock: readonly string[]): Promise<readonly PlaceClaim[]> {
    const setup = await this.lock(request, alsoLock);
    const read = await this.reader.read(request, setup, {});
    const asked = { ...request, motifId: setup.motif.id };
    const standing = bookingRefusals(asked, read.context).filter(({ code }) => barsHold.has(code));
    if (standing[0]) throw await this.refusal(standing[0], standing, asked, setup.zone);
    const place = this.placeOf(asked, setup, read, {}, []);
    if (!place) throw new DomainError('appointment.nonexistent_local_time');
    return place.claims;
  }

  /** What a meeting takes of each column, under lock, and who stands there: hours and rules of visits say nothing of it. */
  async takeForMeeting(requests: readonly PlaceQuestion[]) {
    await this.claims.lockColumns(await this.resourcesOf(requests));
    const taken: { resourceId: string; refusals: readonly Refusal[]; place: CheckedPlace }[] = [];
    for (const request of requests) {
      const { refusals, place } = await this.judge(request);
      if (!place) throw new DomainError('appointment.nonexistent_local_time');
      const standing = refusals.filter(({ code }) => barsHold.has(code));
      taken.push({ resourceId: request.resourceId, refusals: standing, place });
    }
    return taken;
  }

  /** A seat in a session that stands: only what concerns the patient can be refused. Locks the column. */
  takeSeat(request: BookingRequest, options: PlaceOptions): Promise<CheckedPlace> {
    return this.decide(request, options, (asked, context) =>
      bookingRefusals(asked, context).filter(({ code }) => concernsSeat.has(code)),
    );
  }

  /** Every resource these places may take: to be locked at once before any of them is judged. */
  async resourcesOf(requests: readonly PlaceQuestion[]): Promise<string[]> {
    for (const { resourceId } of requests) this.scope.require(resourceId);
    return this.reader.resourcesToLock(requests);
  }

  /** Every reason against a place, without taking it: nothing is locked, so somebody may come between. */
  async judge(question: PlaceQuestion, options: PlaceOptions = {}): Promise<JudgedPlace> {
    this.scope.require(question.resourceId);
    const setup = await this.reader.setup(question);
    const read = await this.reader.read(question, setup, options);
    const request = { ...question, motifId: setup.motif.id };
    const refusals = bookingRefusals(request, read.context);
    return { refusals, place: this.placeOf(request, setup, read, options, refusals) };
  }

  /** Waits its turn first: hours and absences that were noted meanwhile are judged too. */
  private async lock(question: PlaceQuestion, alsoLock: readonly string[]): Promise<PlaceSetup> {
    await this.claims.lockColumns([...(await this.resourcesOf([question])), ...alsoLock]);
    return this.reader.setup(question);
  }

  private async decide(request: BookingRequest, options: PlaceOptions, rule: PlaceRule): Promise<CheckedPlace> {
    const setup = await this.lock(request, options.alsoLock ?? []);
    const read = await this.reader.read(request, setup, options);
    const refusals = rule(request, read.context);
    const accepted = options.override?.codes ?? [];
    const { standing, overridden } = settleRefusals(refusals, accepted, this.unitOfWork.membership.permissions);
    if (standing[0]) {
      const { patientId = null, exceptAppointmentIds = [] } = options;
      const movingId = exceptAppointmentIds.length === 1 ? exceptAppointmentIds[0] : null;
      throw await this.refusal(standing[0], refusals, request, setup.zone, { patientId, movingId });
    }
    if (overridden.length > 0 && !options.override?.reason) throw new DomainError('appointment.reason_missing');
    const place = this.placeOf(request, setup, read, options, refusals);
    if (!place) throw new DomainError('appointment.nonexistent_local_time');
    return place;
  }

  private placeOf(
    request: BookingRequest,
    setup: PlaceSetup,
    read: ReadPlace,
    options: PlaceOptions,
    refusals: readonly Refusal[],
  ): CheckedPlace | null {
    const { permissions } = this.unitOfWork.membership;
    return checkedPlace(request, setup, read, options, { refusals, permissions });
  }

  private async refusal(
    first: Refusal,
    refusals: readonly Refusal[],
    request: BookingRequest,
    zone: string,
    whose: { readonly patientId?: string | null; readonly movingId?: string | null } = {},
  ): Promise<DomainError> {
    const startsAt = toInstant(request.day, request.startMin, zone);
    const endsAt = startsAt && new Date(startsAt.getTime() + Math.max(1, request.durationMin) * 60_000);
    const isTaken = refusals.some(({ code }) => code === 'appointment.slot_taken');
    const takenBy =
      isTaken && startsAt && endsAt ? await this.claims.findHolder(request.resourceId, startsAt, endsAt) : null;
    const alternatives = await this.finder.nextFrom(request, whose);
    const told = toldRefusals(refusals, this.unitOfWork.membership.permissions);
    return new DomainError(first.code, { refusals: told, takenBy, alternatives });
  }
}

const concernsSeat: ReadonlySet<Refusal['code']> = new Set([
  'appointment.patient_busy',
  'appointment.new_patients_only',
  'appointment.known_patients_only',
  'appointment.in_the_past',
  'appointment.too_far',
]);

const barsHold: ReadonlySet<Refusal['code']> = new Set([
  'appointment.slot_taken',
  'appointment.slot_held',
  'appointment.in_meeting',
  'appointment.group_session',
  'appointment.resource_inactive',
  'appointment.in_the_past',
  'appointment.too_far',
]);
