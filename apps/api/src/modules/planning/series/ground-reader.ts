import { Injectable } from '@nestjs/common';
import type { SeriesPlace } from '@pupitre/shared/planning/series';
import { addDays, dayBounds, type LocalDay } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import {
  type AgendaColumn,
  type OfferedMotif,
  PracticeAgendas,
  type ResourcePool,
} from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { ClaimRepository } from '../claim.repository.js';
import { DayClaims } from './day-claims.js';
import { GroundRepository } from './ground.repository.js';
import { type GroundAsked, type GroundFacts, PlaceGround } from './place-ground.js';

/** A motif, the columns that offer it and the caller may touch, and what it draws from. */
export interface GroundSetup {
  readonly motif: OfferedMotif;
  readonly pools: readonly ResourcePool[];
  readonly columns: ReadonlyMap<string, AgendaColumn>;
}

/** Days inclusive. */
export interface GroundSpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** What is in hand over a span: read once, however many places are judged on it. */
export interface GroundInHand {
  readonly ground: PlaceGround;
  /** Reads what stands in further columns, before anything is asked about them. */
  readonly widen: (resourceIds: readonly string[], span: GroundSpan) => Promise<void>;
}

/** Reads at once what many places depend on: a query a kind, never one a place. */
@Injectable()
export class GroundReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly repository: GroundRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** `from`: the first day that will be asked about. */
  async setup(motifId: string, from: LocalDay): Promise<GroundSetup> {
    const start = dayBounds(addDays(from, -1), 'UTC').start;
    const motif = await this.agendas.motif(motifId);
    if (!motif) throw new DomainError('resource.not_found');
    const columns = await this.agendas.columns(this.scope.narrow(motif.resourceIds), start);
    const pools = await this.agendas.pools(
      motif.needs.map(({ poolId }) => poolId),
      start,
    );
    return { motif, pools, columns: new Map(columns.map((column) => [column.id, column])) };
  }

  /** Everything these columns may take for a motif, to be locked before `setup` reads hours and absences. */
  async resourcesToLock(motifId: string, columnIds: readonly string[]): Promise<string[]> {
    for (const id of columnIds) this.scope.require(id);
    return [...columnIds, ...(await this.agendas.drawnFrom([motifId]))];
  }

  /** Everything whose claims decide. */
  resourcesOf({ pools }: GroundSetup, columnIds: readonly string[]): string[] {
    return [...columnIds, ...pools.flatMap(({ members }) => members.map(({ id }) => id))];
  }

  async read(
    setup: GroundSetup,
    asked: GroundAsked,
    resourceIds: readonly string[],
    span: GroundSpan,
    exceptIds: readonly string[] = [],
  ): Promise<GroundInHand> {
    const claims = new DayClaims();
    const rajouts: SeriesPlace[] = [];
    const known = new Set<string>();
    const widen = async (ids: readonly string[], over: GroundSpan) => {
      const added = [...new Set(ids)].filter((id) => !known.has(id));
      for (const id of added) known.add(id);
      if (added.length === 0) return;
      claims.add(await this.claimsOf(added, over, exceptIds));
      rajouts.push(...(await this.repository.rajouts(added, over.from, over.to, exceptIds)));
    };
    await widen(this.resourcesOf(setup, resourceIds), span);
    const facts: GroundFacts = {
      ...setup,
      ...{ now: this.clock.now(), claims, rajouts },
      patientVisits: await this.repository.patientVisits(asked.patientId, ...aroundDays(span), exceptIds),
      ...(exceptIds.length === 0 && { isNew: await this.repository.isNew(asked.patientId) }),
    };
    return { ground: new PlaceGround(asked, facts), widen };
  }

  /** Her own holds are not in her way. */
  private async claimsOf(resourceIds: readonly string[], span: GroundSpan, exceptIds: readonly string[]) {
    const [start, end] = aroundDays(span);
    const { accountId } = this.unitOfWork.actor;
    return this.claims.findBetween(resourceIds, start, end, { appointmentIds: exceptIds, holdsOf: accountId });
  }
}

/** A day more on each side: columns may have other zones. */
const aroundDays = ({ from, to }: GroundSpan): [Date, Date] => [
  dayBounds(addDays(from, -1), 'UTC').start,
  dayBounds(addDays(to, 1), 'UTC').end,
];
