import { Injectable } from '@nestjs/common';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { Clock } from '../../../platform/clock.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AppointmentRepository, type VisitForChange } from '../appointment.repository.js';
import { ClaimRepository } from '../claim.repository.js';
import { type VisitChange, VisitChanges } from '../visit-changes.js';
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
    for (const visit of opened) await this.steps.check(visit, 'cancelled');
    await this.claims.lockColumns(opened.flatMap(({ claims }) => claims.map(({ resourceId }) => resourceId)));
    await this.claims.release(opened.map(({ id }) => id));
    const now = this.clock.now();
    const cancelled: VisitChange[] = [];
    for (const before of opened) {
      const stamps = { status: 'cancelled' as const, cancelledAt: now, cancelledBy: by, cancelReason: reason };
      const after = await this.appointments.change(before, stamps);
      const late = String(before.startsAt.getTime() - now.getTime() < lateCancelMs);
      const told = { by, late, ...(reason ? { reason } : {}), ...details };
      cancelled.push({ kind: 'cancelled', before, after, details: told });
    }
    const [first, ...others] = cancelled;
    if (!first) throw new DomainError('series.nothing_open');
    const { act } = await this.changes.recordAll([first, ...others]);
    const visits = cancelled.map(({ after }) => after);
    return { visits, act: { ...act, kind, params: { ...act.params, count: String(visits.length) } } };
  }
}
