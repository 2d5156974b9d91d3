import { freeStarts } from '@pupitre/shared/planning/availability';
import { type BookedPatient, bookingRefusals, type Refusal } from '@pupitre/shared/planning/booking-refusals';
import { freeGapsOfDay, partsOfDay } from '@pupitre/shared/planning/free-day';
import type { Interval } from '@pupitre/shared/planning/interval';
import type { SeriesPlace } from '@pupitre/shared/planning/series';
import { type LocalDay, toInstant, toLocal } from '@pupitre/shared/time/zone';
import type { AgendaColumn, OfferedMotif, ResourcePool } from '../../practices/practices.public.js';
import type { PlaceOptions } from '../booking-place.js';
import type { StandingClaim } from '../claim.repository.js';
import type { PatientVisit } from '../patient-visits.sql.js';
import { placeClaims } from '../place-claims.js';
import { type PlaceSetup, patientSpans, placeContext } from '../place-reader.js';
import type { DayClaims } from './day-claims.js';

/** Who wants what, for how long. */
export interface GroundAsked {
  readonly patientId: string;
  readonly durationIn: (resourceId: string) => number;
  readonly options: Pick<PlaceOptions, 'channel' | 'urgent' | 'companionIds'>;
}

export interface GroundFacts {
  readonly now: Date;
  readonly motif: OfferedMotif;
  readonly pools: readonly ResourcePool[];
  readonly columns: ReadonlyMap<string, AgendaColumn>;
  readonly claims: DayClaims;
  /** Absent: settled when the visit was booked. */
  readonly isNew?: boolean;
  readonly patientVisits: readonly PatientVisit[];
  readonly rajouts: readonly (SeriesPlace & object)[];
}

/** A place taken by an act that is not written yet: what it claims, and whose time it takes. */
export interface TakenPlace extends Interval {
  readonly patientId: string;
  readonly day: LocalDay;
  readonly claims: readonly StandingClaim[];
}

/** Judges places of one motif from what was read once, by the rule and the context of the booking desk. */
export class PlaceGround {
  private readonly freeAt = new Map<string, readonly number[]>();
  private readonly judged = new Map<string, Refusal[]>();

  constructor(
    private readonly asked: GroundAsked,
    private readonly facts: GroundFacts,
  ) {}

  refusals(place: SeriesPlace, taken: readonly TakenPlace[]): Refusal[] {
    if (taken.length > 0) return this.judge(place, taken);
    // A series asks about the place of each visit again and again: alone, as wanted, among the others.
    const key = `${place.resourceId} ${place.day} ${place.startMin}`;
    const known = this.judged.get(key) ?? this.judge(place, []);
    this.judged.set(key, known);
    return known;
  }

  private judge(place: SeriesPlace, taken: readonly TakenPlace[]): Refusal[] {
    const setup = this.setupOf(place.resourceId);
    if (!setup) return [{ code: 'appointment.resource_inactive', details: { resourceId: place.resourceId } }];
    const request = this.requestOf(place);
    const { context } = placeContext(
      request,
      setup,
      this.standing(place, taken),
      this.factsOf(place, taken),
      this.asked.options,
    );
    return bookingRefusals(request, context);
  }

  /** What the place would claim, were it taken now; nothing where no instant answers. */
  take(place: SeriesPlace): TakenPlace {
    const setup = this.setupOf(place.resourceId);
    const { durationMin } = this.requestOf(place);
    const { day, startMin } = place;
    const span = { patientId: this.asked.patientId, day, startMin, endMin: startMin + durationMin };
    const startsAt = setup && toInstant(day, startMin, setup.zone);
    if (!setup || !startsAt) return { ...span, claims: [] };
    const read = placeContext(
      this.requestOf(place),
      setup,
      this.standing(place, []),
      this.factsOf(place, []),
      this.asked.options,
    );
    const endsAt = new Date(startsAt.getTime() + durationMin * 60_000);
    const claims = placeClaims({ startsAt, endsAt }, setup, read, false).map(
      (claim): StandingClaim => ({
        ...{ heldBy: null, heldUntil: null, meetingKind: null, meetingTitle: null, lane: claim.lane },
        resourceId: claim.resourceId,
        startsAt: claim.startsAt.toISOString(),
        endsAt: claim.endsAt.toISOString(),
      }),
    );
    return { ...span, claims };
  }

  /** Starts on the motif's grid at which the visit fits in what is open and free, none in the past. */
  starts(resourceId: string, day: LocalDay): readonly number[] {
    const key = `${resourceId} ${day}`;
    const known = this.freeAt.get(key);
    if (known) return known;
    const found = this.findStarts(resourceId, day);
    this.freeAt.set(key, found);
    return found;
  }

  durationIn(resourceId: string): number {
    return this.asked.durationIn(resourceId);
  }

  get motif(): OfferedMotif {
    return this.facts.motif;
  }

  private findStarts(resourceId: string, day: LocalDay): number[] {
    const { columns, claims, motif, now } = this.facts;
    const column = columns.get(resourceId);
    if (!column?.active || !motif.resourceIds.includes(resourceId)) return [];
    const gaps = freeGapsOfDay({ ...column, resourceId, day }, claims.on(resourceId, day), motif);
    const today = toLocal(now, column.zone);
    if (day < today.day) return [];
    return freeStarts(gaps, this.durationIn(resourceId), motif.gridMin, day === today.day ? today.minutes : 0);
  }

  private setupOf(resourceId: string): PlaceSetup | null {
    const { columns, motif, pools } = this.facts;
    const column = columns.get(resourceId);
    return column ? { zone: column.zone, holidayZone: column.holidayZone, column, motif, pools } : null;
  }

  private requestOf({ resourceId, day, startMin }: SeriesPlace) {
    return { resourceId, day, startMin, motifId: this.facts.motif.id, durationMin: this.durationIn(resourceId) };
  }

  private standing({ resourceId, day }: SeriesPlace, taken: readonly TakenPlace[]): StandingClaim[] {
    const members = this.facts.pools.flatMap((pool) => pool.members.map(({ id }) => id));
    const stood = [resourceId, ...members].flatMap((id) => this.facts.claims.on(id, day));
    return [...stood, ...taken.filter((one) => one.day === day).flatMap(({ claims }) => claims)];
  }

  private factsOf({ resourceId, day, startMin }: SeriesPlace, taken: readonly TakenPlace[]) {
    const { now, isNew, patientVisits, rajouts, columns } = this.facts;
    const { patientId } = this.asked;
    const own = taken.filter((one) => one.patientId === patientId && one.day === day);
    const zone = columns.get(resourceId)?.zone;
    const busy = zone === undefined ? [] : patientSpans(patientVisits, day, zone);
    const patient: BookedPatient = { isNew, busy: [...busy, ...own] };
    const { endMin: noon } = partsOfDay.morning;
    const beside = rajouts.filter(
      (one) => one.resourceId === resourceId && one.day === day && one.startMin < noon === startMin < noon,
    );
    return { now, patient, rajouts: beside.length };
  }
}
