import { Injectable } from '@nestjs/common';
import type {
  BookedPatient,
  BookingContext,
  BookingRequest,
  PatientSpan,
} from '@pupitre/shared/planning/booking-refusals';
import { companionOf, type NeededPool } from '@pupitre/shared/planning/companions';
import type { Interval } from '@pupitre/shared/planning/interval';
import { localSpan } from '@pupitre/shared/planning/local-span';
import { reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { plainMotifRules } from '@pupitre/shared/practices/practice.contract';
import { addDays, dayBounds, type LocalDay } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import {
  type AgendaColumn,
  type OfferedMotif,
  PracticeAgendas,
  type ResourcePool,
} from '../practices/practices.public.js';
import type { PlaceOptions } from './booking-place.js';
import { ClaimRepository, type StandingClaim } from './claim.repository.js';
import type { PatientVisit } from './patient-visits.sql.js';
import { PlaceFactsRepository } from './place-facts.repository.js';

/** What is asked of the practice's setup. Read under the column's lock, it holds until the transaction ends. */
export interface PlaceSetup {
  readonly zone: string;
  readonly holidayZone: string;
  readonly column: AgendaColumn;
  readonly motif: OfferedMotif;
  readonly pools: readonly ResourcePool[];
}

export type PlaceQuestion = Omit<BookingRequest, 'motifId'> & { readonly motifId: string | null };

/** The rule's context, and what it was made of. */
export interface ReadPlace {
  readonly context: BookingContext;
  /** In the column, on the day. */
  readonly standing: readonly StandingClaim[];
  /** Of each pool, the member that is free; null when none is. */
  readonly companions: ReadonlyMap<string, string | null>;
}

/** Reads what the rule of booking asks. */
@Injectable()
export class PlaceReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly facts: PlaceFactsRepository,
    private readonly clock: Clock,
  ) {}

  /** Without a motif, the column alone is asked for. */
  async setup({ resourceId, motifId, day }: PlaceQuestion): Promise<PlaceSetup> {
    const from = dayBounds(addDays(day, -1), 'UTC').start;
    const [column] = await this.agendas.columns([resourceId], from);
    const motif = motifId === null ? noMotif(resourceId) : await this.agendas.motif(motifId);
    if (!column || !motif) throw new DomainError('resource.not_found');
    const pools = await this.agendas.pools(
      motif.needs.map(({ poolId }) => poolId),
      from,
    );
    return { zone: column.zone, holidayZone: column.holidayZone, column, motif, pools };
  }

  /**
   * Every resource that these visits may take, before anything else is asked: whoever waits for a lock after reading
   * judges by hours and absences of before.
   */
  async resourcesToLock(questions: readonly PlaceQuestion[]): Promise<string[]> {
    const columns = questions.map(({ resourceId }) => resourceId);
    const motifs = new Set(questions.flatMap(({ motifId }) => motifId ?? []));
    return [...new Set([...columns, ...(await this.agendas.drawnFrom([...motifs]))])];
  }

  /** Every resource whose claims decide. */
  resourcesOf({ column, pools }: PlaceSetup): string[] {
    return [column.id, ...pools.flatMap(({ members }) => members.map(({ id }) => id))];
  }

  async read(request: PlaceQuestion, setup: PlaceSetup, options: PlaceOptions): Promise<ReadPlace> {
    const { zone, column } = setup;
    const { day } = request;
    const except = options.exceptAppointmentIds ?? [];
    const { start, end } = dayBounds(day, zone);
    const standing = await this.claims.findBetween(this.resourcesOf(setup), start, end, {
      appointmentIds: except,
      holdsOf: this.unitOfWork.actor.accountId,
    });
    const { patientId } = options;
    const facts = {
      ...(patientId && { patient: await this.patientOn(patientId, day, zone, options) }),
      rajouts: await this.facts.countRajouts(column.id, day, request.startMin, except),
      now: this.clock.now(),
    };
    return placeContext(request, setup, standing, facts, options);
  }

  private async patientOn(
    patientId: string,
    day: LocalDay,
    zone: string,
    { exceptAppointmentIds: except = [], isRecast = false }: PlaceOptions,
  ): Promise<BookedPatient> {
    const { start, end } = dayBounds(day, zone);
    const { isNew, visits } = await this.facts.patientBetween(patientId, start, end, except);
    const busy = patientSpans(visits, day, zone);
    return except.length > 0 && !isRecast ? { busy } : { isNew, busy };
  }
}

/**
 * What the rule asks about a place, from the claims that stand on its day: for one place just read, and for the many
 * places of a series read at once.
 */
export function placeContext(
  request: PlaceQuestion,
  setup: PlaceSetup,
  standing: readonly StandingClaim[],
  facts: Pick<BookingContext, 'patient' | 'rajouts' | 'now'>,
  { channel, urgent, walkIn, companionIds = [] }: PlaceOptions,
): ReadPlace {
  const { zone, column, motif } = setup;
  const { day } = request;
  const busyOf = (resourceId: string) =>
    standing
      .filter((claim) => claim.resourceId === resourceId)
      .flatMap((claim) => busySpan(claim, localSpan(claim.startsAt, claim.endsAt, day, zone)));
  const companions = companionsOf(request, setup, busyOf, companionIds);
  const context: BookingContext = {
    ...column,
    ...{ resource: column, motif, reserved: reservedIntervals({ ...column, resourceId: column.id, day }) },
    ...{ channel, urgent, walkIn, busy: busyOf(column.id), ...facts },
    needs: setup.pools.map(({ id, name }) => ({ poolId: id, name, isFree: companions.get(id) !== null })),
  };
  return { context, standing: standing.filter(({ resourceId }) => resourceId === column.id), companions };
}

/** Minutes of a column's day that are not the patient's to give. */
export function patientSpans(visits: readonly PatientVisit[], day: LocalDay, zone: string): PatientSpan[] {
  return visits.flatMap(({ startsAt, endsAt, isElsewhere }) => {
    const span = localSpan(startsAt, endsAt, day, zone);
    return span ? [{ ...span, isElsewhere }] : [];
  });
}

function busySpan({ heldBy, heldUntil, meetingKind, meetingTitle }: StandingClaim, span: Interval | null) {
  if (!span) return [];
  if (meetingKind) return [{ ...span, meeting: { kind: meetingKind, title: meetingTitle ?? '' } }];
  return [heldBy !== null && heldUntil !== null ? { ...span, held: { by: heldBy, until: heldUntil } } : span];
}

function companionsOf(
  { day, startMin, durationMin }: PlaceQuestion,
  { zone, holidayZone, motif, pools }: PlaceSetup,
  busyOf: (resourceId: string) => readonly Interval[],
  preferred: readonly string[],
): Map<string, string | null> {
  const visit = { startMin, endMin: startMin + Math.max(1, durationMin) };
  return new Map(
    pools.map(({ id, name, members }) => {
      const need = motif.needs.find(({ poolId }) => poolId === id);
      const { beforeMin, afterMin } = need ?? { beforeMin: 0, afterMin: 0 };
      const withBusy = members.map((member) => ({ ...member, busy: busyOf(member.id) }));
      const pool: NeededPool = { poolId: id, name, beforeMin, afterMin, members: withBusy };
      return [id, companionOf(pool, visit, { day, zone, holidayZone }, preferred)];
    }),
  );
}

function noMotif(resourceId: string): OfferedMotif {
  return {
    ...plainMotifRules,
    ...{ id: '', name: '', shortName: '', minutes: 5, color: 'consult', place: 'practice', usualActs: [] },
    ...{ resourceIds: [resourceId], active: true, version: 1 },
  };
}
