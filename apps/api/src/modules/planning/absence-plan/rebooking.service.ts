import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { LiftedAbsence, markVisit, PlanLine, rebookVisit } from '@pupitre/shared/planning/absence-plan.contract';
import { moveAppointment, type UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import type { ReplacingMark } from '@pupitre/shared/planning/replacing';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AbsenceBook, type KeptAbsence } from '../../practices/practices.public.js';
import { BookingService } from '../booking.service.js';
import { ClaimRepository } from '../claim.repository.js';
import { VisitCancellationService } from '../visit-cancellation.service.js';
import { VisitJournalRepository } from '../visit-journal.repository.js';
import { AbsencePlanService } from './absence-plan.service.js';
import { isInTheWay, lineVersion, planLine } from './plan-lines.js';
import { ProposalService } from './proposal.service.js';
import { type HitRow, type Place, RebookingRepository } from './rebooking.repository.js';

interface Line {
  readonly absence: KeptAbsence;
  readonly row: HitRow;
}

/** Settles the visits of an absence one by one, and takes it all back. */
@Injectable()
export class RebookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: AbsencePlanService,
    private readonly rebookings: RebookingRepository,
    private readonly proposals: ProposalService,
    private readonly bookings: BookingService,
    private readonly cancellations: VisitCancellationService,
    private readonly absences: AbsenceBook,
    private readonly claims: ClaimRepository,
    private readonly journal: VisitJournalRepository,
    private readonly clock: Clock,
  ) {}

  /** Somebody was quicker: nothing is lost, and the refusal brings new places. */
  async rebook(absenceId: string, appointmentId: string, version: number, place: InputOf<typeof rebookVisit>['body']) {
    const line = await this.open(absenceId, appointmentId, version);
    const move = moveAppointment.body?.parse({ ...place, durationMin: line.row.durationMin });
    if (!move) throw new DomainError('request.invalid');
    try {
      const { appointment, act } = await this.bookings.move(appointmentId, line.row.visitVersion, move);
      await this.mark(line, 'rebooked', line.row.note ?? '', appointment.version);
      return this.answer(line, act);
    } catch (error) {
      throw await this.withProposals(error, line);
    }
  }

  async note(absenceId: string, appointmentId: string, version: number, body: InputOf<typeof markVisit>['body']) {
    const line = await this.open(absenceId, appointmentId, version);
    await this.mark(line, body.mark, body.note, null);
    // The list goes with the absence: who called whom is kept where the visit is read.
    const details: Record<string, string> = body.note === '' ? {} : { note: body.note };
    await this.journal.write([{ appointmentId, kind: `absence_${body.mark}`, details }], this.clock.now());
    return (await this.answer(line, null)).line;
  }

  async refuse(absenceId: string, appointmentId: string, version: number, note: string) {
    const line = await this.open(absenceId, appointmentId, version);
    const cancel = { by: 'practitioner', reason: note } as const;
    const { act } = await this.cancellations.cancel(appointmentId, line.row.visitVersion, cancel);
    await this.mark(line, 'refused', note, null);
    return this.answer(line, act);
  }

  /** The absence goes first: the places its visits had are open again, and each is asked for as by any desk. */
  async lift(absenceId: string, putBack: boolean): Promise<LiftedAbsence> {
    const { permissions } = this.unitOfWork.membership;
    if (putBack && !permissions.includes('appointment.move')) throw new DomainError('permission.denied');
    const absence = await this.plans.get(absenceId);
    const rows = await this.rebookings.list(absence);
    const rebooked = rows.filter((row) => row.mark === 'rebooked' && row.from && !isInTheWay(row, absence));
    const moved = putBack ? rebooked : [];
    await this.claims.lockColumns([absence.resourceId, ...moved.map(({ resourceId }) => resourceId)]);
    await this.absences.remove(absenceId);
    // Whoever was told that nobody would be there may have to be called again: her visit says so.
    const called = rows.filter((row) => row.at !== null && isInTheWay(row, absence));
    const lifted = called.map(({ appointmentId }) => ({ appointmentId, kind: 'absence_lifted', details: {} }));
    await this.journal.write(lifted, this.clock.now());
    const kept: LiftedAbsence['kept'] = [];
    for (const row of moved) {
      const code = await this.takeBack(row);
      if (code) kept.push({ appointmentId: row.appointmentId, patient: row.patient, code });
    }
    this.unitOfWork.noteSubject({ subjectId: absenceId });
    this.tell(absenceId);
    return { putBack: moved.length - kept.length, kept };
  }

  /** Why not, when it cannot be: changed since, or its old place is taken. */
  private async takeBack(row: HitRow): Promise<string | null> {
    if (!row.from || row.visitVersion !== row.leftVersion) return 'undo.changed_since';
    const move = moveAppointment.body?.parse({ ...row.from, durationMin: row.durationMin });
    if (!move) return 'request.invalid';
    try {
      await this.bookings.move(row.appointmentId, row.visitVersion, move);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  private async open(absenceId: string, appointmentId: string, version: number): Promise<Line> {
    const absence = await this.plans.get(absenceId, true);
    const [row] = await this.rebookings.list(absence, appointmentId);
    if (!row) throw new DomainError('resource.not_found');
    if (lineVersion(row) !== version) throw new DomainError('version.stale', { version: lineVersion(row) });
    return { absence, row };
  }

  private async mark({ absence, row }: Line, mark: ReplacingMark, note: string, leftVersion: number | null) {
    const { appointmentId, markVersion: expectedVersion } = row;
    const current: Place = { resourceId: row.resourceId, day: row.day, startMin: row.startMin };
    await this.rebookings.mark({
      ...{ absenceId: absence.id, appointmentId, mark, note, leftVersion, expectedVersion },
      // Moved twice, it is put back where the absence met it.
      from: (!isInTheWay(row, absence) && row.from) || current,
      at: this.clock.now(),
    });
    this.unitOfWork.noteSubject({ patientId: row.patient.id, subjectId: appointmentId });
    this.tell(absence.id);
  }

  private async answer(
    { absence, row }: Line,
    act: UndoableAct | null,
  ): Promise<{ line: PlanLine; act: UndoableAct | null }> {
    const [after] = await this.rebookings.list(absence, row.appointmentId);
    if (!after) throw new DomainError('resource.not_found');
    return { line: planLine(after, absence, await this.plans.zoneOf(absence), this.clock.now()), act };
  }

  private async withProposals(error: unknown, { absence, row }: Line): Promise<unknown> {
    if (!(error instanceof DomainError) || !('alternatives' in error.details)) return error;
    const proposals = await this.proposals.proposeOne(absence, row.appointmentId);
    return new DomainError(error.code, { ...error.details, proposals });
  }

  private tell(absenceId: string): void {
    this.unitOfWork.announce({ topic: 'absence', days: [], ids: [absenceId] });
  }
}
