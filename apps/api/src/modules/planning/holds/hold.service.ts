import { Injectable } from '@nestjs/common';
import { type HoldRequest, type HoldView, holdMinutes, holdsAtOnce } from '@pupitre/shared/planning/hold.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { BookingDesk } from '../booking-desk.js';
import { ClaimRepository } from '../claim.repository.js';
import { type HeldSpan, HoldRepository } from './hold.repository.js';

/** Ended holds stay a while: their owner may still book the place when nobody took it. */
const sweepAfterMs = 3_600_000;

/** Places held while somebody speaks: seen on every desk, given up by the form, ended by time. */
@Injectable()
export class HoldService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly holds: HoldRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** Days inclusive; no column means all those of the caller. */
  list({ fromDay, toDay, resourceIds }: HeldSpan): Promise<HoldView[]> {
    return this.holds.list({ fromDay, toDay, resourceIds: this.scope.narrow(resourceIds) }, this.clock.now());
  }

  /** Takes the place, or keeps it longer; the one the hold had is free for others when this commits. */
  async keep(holdId: string, request: HoldRequest): Promise<HoldView> {
    const now = this.clock.now();
    const before = await this.holds.find(holdId);
    // Another's hold, or another practice's, is none: its id says nothing.
    if (before && !before.mine) throw new DomainError('resource.not_found');
    const places = await this.desk.hold(request, before?.resourceIds ?? []);
    const expiresAt = new Date(now.getTime() + holdMinutes * 60_000);
    await this.claims.clearHolds(places);
    await this.holds.write(holdId, request, expiresAt);
    await this.holds.claim(holdId, places, expiresAt);
    const dropped = await this.holds.findBeyond(holdId, holdsAtOnce - 1);
    for (const { id } of dropped) await this.claims.removeHold(id, this.unitOfWork.actor.accountId);
    await this.holds.sweep(new Date(now.getTime() - sweepAfterMs));
    this.tell([request.day, ...(before ? [before.day] : []), ...dropped.map(({ day }) => day)], holdId);
    return this.holds.get(holdId, now);
  }

  async release(holdId: string): Promise<void> {
    const hold = await this.holds.find(holdId);
    if (!hold?.mine) return;
    await this.claims.lockColumns(hold.resourceIds);
    await this.claims.removeHold(holdId, this.unitOfWork.actor.accountId);
    this.tell([hold.day], holdId);
  }

  private tell(days: readonly LocalDay[], holdId: string): void {
    this.unitOfWork.announce({ topic: 'hold', days: [...new Set(days)], ids: [holdId] });
  }
}
