import { Injectable } from '@nestjs/common';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { VisitListeners } from '../../platform/acts/visit-listeners.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { AgendaScope } from './agenda-scope.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';
import { ClaimRepository, type PlaceClaim } from './claim.repository.js';
import { VisitChanges } from './visit-changes.js';
import { type ActRow, VisitJournalRepository } from './visit-journal.repository.js';
import { fromSnapshot, keptPlaces, toSnapshot } from './visit-snapshot.js';
import { type ComingBack, WayBackGuard } from './way-back-guard.js';

const undoMs = 10 * 60_000;

/** The way back: for the author, within ten minutes, and only while nothing else happened to the visit. */
@Injectable()
export class UndoService {
  constructor(
    private readonly journal: VisitJournalRepository,
    private readonly appointments: AppointmentRepository,
    private readonly claims: ClaimRepository,
    private readonly scope: AgendaScope,
    private readonly guard: WayBackGuard,
    private readonly changes: VisitChanges,
    private readonly listeners: VisitListeners,
    private readonly clock: Clock,
  ) {}

  /** An act, or all the acts of a batch at once: all of them or none. */
  async undo(actId: string) {
    const acts = await this.journal.findActsForUndo(actId);
    const [first] = acts;
    if (!first || acts.some(({ undone_at }) => undone_at)) throw new DomainError('undo.nothing_left');
    const now = this.clock.now();
    if (now.getTime() - first.at.getTime() > undoMs) throw new DomainError('undo.too_late');
    const ways: WayBack[] = [];
    for (const act of acts) ways.push(await this.wayBack(act, now));
    await this.claims.lockColumns(ways.flatMap(({ visit, places }) => [...visit.claims, ...places].map(columnOf)));
    await this.journal.markUndone(
      acts.map(({ id }) => id),
      now,
    );
    // All leave before any comes back: two visits that changed places do so again.
    await this.claims.release(ways.map(({ visit }) => visit.id));
    await this.guard.require(ways.filter(isElsewhere).map(comingBack));
    const afters: AppointmentEntity[] = [];
    for (const { visit, change, places } of ways) {
      await this.claims.occupy(visit.id, places);
      afters.push(await this.appointments.change(visit, change));
      if (visit.status === 'to_collect') await this.listeners.tell('reopened', visit.id);
      await this.listeners.tell('undone', visit.id);
    }
    return this.tellAll(ways, afters);
  }

  private async wayBack(act: ActRow, now: Date): Promise<WayBack> {
    const visit = await this.appointments.getForChange(act.appointment_id);
    if (visit.version !== act.left_version) throw new DomainError('undo.changed_since');
    // Kept by an earlier version of the program, which did not keep the places.
    if (act.before && !act.before.fields) throw new DomainError('undo.too_late');
    // A booking has nothing before it: taking it back is a cancellation by mistake, which stays in the journal.
    const change = act.before
      ? fromSnapshot(act.before.fields)
      : { ...fromSnapshot(toSnapshot(visit)), status: 'cancelled' as const, cancelledAt: now, cancelledBy: 'error' };
    for (const { resourceId } of [visit, change]) this.scope.require(resourceId);
    const places = act.before && isActive(change.status) ? keptPlaces(act.before) : [];
    return { kind: act.kind, visit, change, places };
  }

  private async tellAll(ways: readonly WayBack[], afters: readonly AppointmentEntity[]) {
    const told: Awaited<ReturnType<VisitChanges['recordFinal']>>[] = [];
    for (const [at, { visit, kind }] of ways.entries()) {
      const after = afters[at];
      if (after) told.push(await this.changes.recordFinal({ kind: 'undone', before: visit, after, details: { kind } }));
    }
    const [first] = told;
    if (!first) throw new DomainError('undo.nothing_left');
    return first;
  }
}

interface WayBack {
  readonly kind: string;
  readonly visit: VisitForChange;
  readonly change: ReturnType<typeof fromSnapshot>;
  readonly places: readonly PlaceClaim[];
}

const spanOf = ({ resourceId, startsAt, endsAt }: PlaceClaim) => `${resourceId} ${+startsAt} ${+endsAt}`;
const spansOf = (places: readonly PlaceClaim[]) => places.map(spanOf).sort().join();
/** An act that moved nothing takes nothing back. */
const isElsewhere = ({ visit, places }: WayBack) => places.length > 0 && spansOf(places) !== spansOf(visit.claims);

/** The visit's own minutes, without margins, first: those are the patient's. */
function comingBack({ visit, change, places }: WayBack): ComingBack {
  const { meetingId = null, overridden = [], resourceId } = change;
  const own = places.filter((place) => place.resourceId === resourceId);
  const [first] = own.map((place) => ({ ...place, startsAt: change.startsAt, endsAt: change.endsAt }));
  const { id, patientId } = visit;
  return { id, patientId, meetingId, overridden, places: first ? [first, ...places] : places };
}

const columnOf = ({ resourceId }: PlaceClaim) => resourceId;
