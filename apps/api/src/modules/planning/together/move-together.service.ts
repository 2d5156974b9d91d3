import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import type { BookingRequest, Refusal } from '@pupitre/shared/planning/booking-refusals';
import type { moveTogether, swapAppointments } from '@pupitre/shared/planning/together.contract';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { VisitForChange } from '../appointment.repository.js';
import { BookingDesk } from '../booking-desk.js';
import { ClaimRepository } from '../claim.repository.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitMoves } from '../visit-moves.js';
import { VisitSteps } from '../visit-steps.js';

type Swap = InputOf<typeof swapAppointments>['body'];
type Move = InputOf<typeof moveTogether>['body'];

interface Destined {
  readonly before: VisitForChange;
  readonly request: BookingRequest;
}

/** Several visits moved by one act: all leave, then each takes its new place; where one cannot, none has moved. */
@Injectable()
export class MoveTogetherService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: VisitSteps,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly moves: VisitMoves,
    private readonly changes: VisitChanges,
  ) {}

  async swap({ first, second, override }: Swap) {
    const [one, other] = await this.open([first, second]);
    if (!one || !other) throw new DomainError('resource.not_found');
    const destined = [destinedTo(one, other), destinedTo(other, one)];
    return this.move(destined, 'swapped', override);
  }

  async moveAlike({ visits, day, resourceId, shiftMin, override }: Move) {
    const opened = await this.open(visits);
    const destined = opened.map((before) => {
      const startMin = before.startMin + shiftMin;
      // Past midnight it would be another day than the one asked for.
      if (startMin < 0 || startMin >= 1440) throw new DomainError('appointment.outside_opening_hours');
      return destinedTo(before, { resourceId: resourceId ?? before.resourceId, day: day ?? before.day, startMin });
    });
    return this.move(destined, 'moved_together', override);
  }

  /** Locked in the order of their ids, so that two desks that move the same visits never block each other. */
  private async open(visits: readonly { appointmentId: string; version: number }[]): Promise<VisitForChange[]> {
    if (new Set(visits.map(({ appointmentId }) => appointmentId)).size < visits.length) {
      throw new DomainError('appointment.same_visit_twice');
    }
    const opened = new Map<string, VisitForChange>();
    for (const { appointmentId, version } of [...visits].sort((a, b) => (a.appointmentId < b.appointmentId ? -1 : 1))) {
      const visit = await this.steps.open(appointmentId, version);
      if (!movable.has(visit.status)) throw new DomainError('appointment.already_started', { appointmentId });
      opened.set(appointmentId, visit);
    }
    return visits.flatMap(({ appointmentId }) => opened.get(appointmentId) ?? []);
  }

  private async move(destined: readonly Destined[], kind: string, override: Move['override']) {
    const ids = destined.map(({ before }) => before.id);
    const left = destined.flatMap(({ before }) => before.claims.map(({ resourceId }) => resourceId));
    const wanted = await this.desk.resourcesOf(destined.map(({ request }) => request));
    await this.claims.lockColumns([...left, ...wanted]);
    await this.claims.release(ids);
    const batchId = uuid();
    const refused: { appointmentId: string; refusals: readonly Refusal[] }[] = [];
    const moved: { before: VisitForChange; after: Awaited<ReturnType<VisitMoves['to']>> }[] = [];
    for (const { before, request } of destined) {
      // Those that have their new place are in the way, as anybody.
      const waiting = ids.filter((id) => !moved.some(({ after }) => after.id === id));
      const { patientId, urgent, companionIds } = before;
      const options = { patientId, urgent, companionIds, exceptAppointmentIds: waiting, override };
      const { refusals, place } = await this.desk.judge(request, options);
      const accepted = override?.codes ?? [];
      const { standing, overridden } = settleRefusals(refusals, accepted, this.unitOfWork.membership.permissions);
      if (overridden.length > 0 && !override?.reason) throw new DomainError('appointment.reason_missing');
      if (standing.length > 0 || !place) refused.push({ appointmentId: before.id, refusals: standing });
      else moved.push({ before, after: await this.moves.to(before, request, place) });
    }
    if (refused.length > 0) throw new DomainError('appointment.some_refused', { visits: refused });
    return this.tell(moved, kind, batchId);
  }

  private async tell(
    moved: readonly { before: VisitForChange; after: Awaited<ReturnType<VisitMoves['to']>> }[],
    kind: string,
    batchId: string,
  ) {
    const told: Awaited<ReturnType<VisitChanges['record']>>[] = [];
    for (const { before, after } of moved) {
      const details = {
        ...{ fromDay: before.day, fromMin: String(before.startMin), fromResourceId: before.resourceId },
        ...{ toDay: after.day, toMin: String(after.startMin), toResourceId: after.resourceId },
      };
      told.push(await this.changes.record({ kind, before, after, details, batchId }));
    }
    const [first] = told;
    if (!first) throw new DomainError('resource.not_found');
    const act: UndoableAct = { ...first.act, params: { ...first.act.params, count: String(told.length) } };
    return { appointments: told.map(({ appointment }) => appointment), act };
  }
}

const movable: ReadonlySet<string> = new Set(['requested', 'booked', 'confirmed']);

function destinedTo(
  before: VisitForChange,
  { resourceId, day, startMin }: Pick<BookingRequest, 'resourceId' | 'day' | 'startMin'>,
): Destined {
  const { motifId, durationMin } = before;
  return { before, request: { resourceId, motifId, day, startMin, durationMin } };
}
