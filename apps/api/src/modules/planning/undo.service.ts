import { Injectable } from '@nestjs/common';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { VisitListeners } from '../../platform/acts/visit-listeners.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { AgendaScope } from './agenda-scope.js';
import { AppointmentRepository } from './appointment.repository.js';
import { ClaimRepository } from './claim.repository.js';
import { VisitChanges } from './visit-changes.js';
import { VisitJournalRepository } from './visit-journal.repository.js';
import { fromSnapshot, toSnapshot } from './visit-snapshot.js';

const undoMs = 10 * 60_000;

/** The way back: for the author, within ten minutes, and only while nothing else happened to the visit. */
@Injectable()
export class UndoService {
  constructor(
    private readonly journal: VisitJournalRepository,
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly scope: AgendaScope,
    private readonly changes: VisitChanges,
    private readonly listeners: VisitListeners,
    private readonly clock: Clock,
  ) {}

  async undo(actId: string) {
    const act = await this.journal.findActForUndo(actId);
    if (!act || act.undone_at) throw new DomainError('undo.nothing_left');
    const now = this.clock.now();
    if (now.getTime() - act.at.getTime() > undoMs) throw new DomainError('undo.too_late');
    const visit = await this.appointments.getForChange(act.appointment_id);
    if (visit.version !== act.left_version) throw new DomainError('undo.changed_since');
    await this.journal.markUndone(actId, now);
    // A booking has nothing before it: taking it back is a cancellation by mistake, which stays in the journal.
    const change = act.before
      ? fromSnapshot(act.before)
      : { ...fromSnapshot(toSnapshot(visit)), status: 'cancelled' as const, cancelledAt: now, cancelledBy: 'error' };
    for (const { resourceId } of [visit, change]) this.scope.require(resourceId);
    await this.replaceClaim(visit, change);
    const after = await this.appointments.change(visit, change);
    if (visit.status === 'to_collect') await this.listeners.tell('reopened', visit.id);
    return this.changes.recordFinal({ kind: 'undone', before: visit, after, details: { kind: act.kind } });
  }

  private async replaceClaim(
    { id: visitId, resourceId: left }: { id: string; resourceId: string },
    place: { status: Parameters<typeof isActive>[0]; resourceId: string; startsAt: Date; endsAt: Date },
  ): Promise<void> {
    await this.claims.lockColumns([left, place.resourceId]);
    const stands = isActive(place.status);
    if (stands && (await this.claims.holds(visitId, place.resourceId, place.startsAt, place.endsAt))) return;
    await this.claims.release(visitId);
    if (stands) await this.claims.insert(visitId, place.resourceId, place.startsAt, place.endsAt);
  }
}
