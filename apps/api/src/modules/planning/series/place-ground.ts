import type { Permission } from '@pupitre/shared/access/roles';
import { freeStarts } from '@pupitre/shared/planning/availability';
import {
  type BookedPatient,
  bookingRefusals,
  type PatientSpan,
  type Refusal,
} from '@pupitre/shared/planning/booking-refusals';
import { freeGapsOfDay, partsOfDay } from '@pupitre/shared/planning/free-day';
import type { Interval } from '@pupitre/shared/planning/interval';
import type { SeriesPlace } from '@pupitre/shared/planning/series';
import { type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import type { AgendaColumn, OfferedMotif, ResourcePool } from '../../practices/practices.public.js';
import type { CheckedPlace, JudgedPlace, PlaceOptions } from '../booking-place.js';
import { checkedPlace } from '../checked-place.js';
import type { PlaceClaim, StandingClaim } from '../claim.repository.js';
import type { PatientVisit } from '../patient-visits.sql.js';
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
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly claims: readonly StandingClaim[];
  /** Beside others: one more of those that a half-day may have. */
  readonly isRajout: boolean;
}

/** Judges places of one motif from what was read once, by the rule and the context of the booking desk. */
export class PlaceGround {
  private readonly freeAt = new Map<string, readonly number[]>();
  private readonly judged = new Map<string, Refusal[]>();
  private readonly patientOn = new Map<string, readonly PatientSpan[]>();

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
    const read = this.read(place, taken, this.asked.options);
    return read ? bookingRefusals(read.request, read.context) : [unknownColumn(place)];
  }

  /** Every reason against a place, and what a visit would take there for whoever has these rights. */
  check(
    place: SeriesPlace,
    taken: readonly TakenPlace[],
    { permissions, ...options }: Pick<PlaceOptions, 'override'> & { readonly permissions: readonly Permission[] },
  ): JudgedPlace {
    const read = this.read(place, taken, this.asked.options);
    if (!read) return { refusals: [unknownColumn(place)], place: null };
    const refusals = bookingRefusals(read.request, read.context);
    const checked = checkedPlace(read.request, read.setup, read, options, { refusals, permissions });
    return { refusals, place: checked };
  }

  /** What the place would claim, were it taken now; nothing where no instant answers. */
  take(place: SeriesPlace): TakenPlace {
    const read = this.read(place, [], this.asked.options);
    const checked = read && checkedPlace(read.request, read.setup, read, {}, { refusals: [], permissions: [] });
    return this.takenAs(place, checked);
  }

  takenAs(place: SeriesPlace, checked: CheckedPlace | null): TakenPlace {
    const { resourceId, day, startMin } = place;
    const endMin = startMin + this.durationIn(resourceId);
    const claims = checked?.claims.map(standingClaim) ?? [];
    const { patientId } = this.asked;
    return { ...{ patientId, resourceId, day, startMin, endMin, claims }, isRajout: checked?.rajoutReason != null };
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
    const gaps = freeGapsOfDay({ ...column, resourceId, day }, claims.on(resourceId, day, column.zone), motif);
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

  /** A place as the rule asks about it, `taken` standing there already; null for a column that is not known. */
  private read(place: SeriesPlace, taken: readonly TakenPlace[], options: GroundAsked['options']) {
    const setup = this.setupOf(place.resourceId);
    if (!setup) return null;
    const request = this.requestOf(place);
    const standing = this.standing(place, taken, setup.zone);
    return {
      request,
      setup,
      ...placeContext(request, setup, standing, this.factsOf(place, taken, setup.zone), options),
    };
  }

  private standing({ resourceId, day }: SeriesPlace, taken: readonly TakenPlace[], zone: string): StandingClaim[] {
    const members = this.facts.pools.flatMap((pool) => pool.members.map(({ id }) => id));
    const stood = [resourceId, ...members].flatMap((id) => this.facts.claims.on(id, day, zone));
    return [...stood, ...taken.filter((one) => one.day === day).flatMap(({ claims }) => claims)];
  }

  private factsOf({ resourceId, day, startMin }: SeriesPlace, taken: readonly TakenPlace[], zone: string) {
    const { now, isNew, patientVisits, rajouts } = this.facts;
    const { patientId } = this.asked;
    const own = taken.filter((one) => one.patientId === patientId && one.day === day);
    const busyKey = `${day} ${zone}`;
    const busy = this.patientOn.get(busyKey) ?? patientSpans(patientVisits, day, zone);
    this.patientOn.set(busyKey, busy);
    const patient: BookedPatient = { isNew, busy: [...busy, ...own] };
    const { endMin: noon } = partsOfDay.morning;
    const beside = [...rajouts, ...taken.filter(({ isRajout }) => isRajout)].filter(
      (one) => one.resourceId === resourceId && one.day === day && one.startMin < noon === startMin < noon,
    );
    return { now, patient, rajouts: beside.length };
  }
}

const unknownColumn = ({ resourceId }: SeriesPlace): Refusal => ({
  ...{ code: 'appointment.resource_inactive', details: { resourceId } },
});

const standingClaim = ({ resourceId, lane, startsAt, endsAt }: PlaceClaim): StandingClaim => ({
  ...{ heldBy: null, heldUntil: null, meetingKind: null, meetingTitle: null, lane, resourceId },
  ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
});
