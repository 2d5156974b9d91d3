import { Injectable } from '@nestjs/common';
import type { AppointmentCard, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AppointmentRepository, type VisitForChange } from '../appointment.repository.js';
import { ClaimRepository } from '../claim.repository.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitSteps } from '../visit-steps.js';

interface SeenVisit {
  readonly id: string;
  readonly version: number;
}
interface Cancellation {
  readonly by: NonNullable<AppointmentCard['cancelledBy']>;
  readonly reason: string;
}

const lateCancelMs = 24 * 3_600_000;

/** Cancels visits that belong together by one act, all of them or none. */
@Injectable()
export class VisitGroupCancellation {
  constructor(
    private readonly steps: VisitSteps,
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /** Each as it was seen, locked in the order of their ids: two desks never wait for each other in a circle. */
  async open(seen: readonly SeenVisit[]): Promise<VisitForChange[]> {
    const opened: VisitForChange[] = [];
    for (const { id, version } of [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      opened.push(await this.steps.open(id, version));
    }
    return opened.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  }

  async cancel(
    seen: readonly SeenVisit[],
    { by, reason }: Cancellation,
    { kind, details }: { readonly kind: string; readonly details: Readonly<Record<string, string>> },
  ) {
    const opened = await this.open(seen);
    for (const visit of opened) this.steps.check(visit, 'cancelled');
    await this.claims.lockColumns(opened.flatMap(({ claims }) => claims.map(({ resourceId }) => resourceId)));
    await this.claims.release(opened.map(({ id }) => id));
    const now = this.clock.now();
    const batchId = uuid();
    const cards: AppointmentCard[] = [];
    let act: UndoableAct | null = null;
    for (const before of opened) {
      const stamps = { status: 'cancelled' as const, cancelledAt: now, cancelledBy: by, cancelReason: reason };
      const after = await this.appointments.change(before, stamps);
      const late = String(before.startsAt.getTime() - now.getTime() < lateCancelMs);
      const told = await this.changes.record({
        ...{ kind: 'cancelled', before, after, batchId },
        details: { by, late, ...(reason ? { reason } : {}), ...details },
      });
      act ??= told.act;
      cards.push(told.appointment);
    }
    if (!act) throw new DomainError('series.nothing_open');
    return { cards, act: { ...act, kind, params: { ...act.params, count: String(cards.length) } } };
  }
}
