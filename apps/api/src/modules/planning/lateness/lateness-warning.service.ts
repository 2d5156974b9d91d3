import { Injectable } from '@nestjs/common';
import { maskPhone } from '@pupitre/shared/fr/phone';
import { expectedStart, warningState } from '@pupitre/shared/planning/lateness';
import type { ColumnWarnings, LatenessWarning } from '@pupitre/shared/planning/lateness.contract';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { LatenessRepository } from '../lateness.repository.js';
import { VisitJournalRepository } from '../visit-journal.repository.js';
import {
  type ExpectedVisit,
  LatenessNoticeRepository,
  latenessEvents,
  type ToldVisit,
} from './lateness-notice.repository.js';

/** Who is to be told that a practitioner is late, and who was. */
@Injectable()
export class LatenessWarningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lateness: LatenessRepository,
    private readonly notices: LatenessNoticeRepository,
    private readonly journal: VisitJournalRepository,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** Columns without anybody to tell are left out. A lateness is of its day: another one has nobody to warn. */
  async list(day: string): Promise<{ columns: ColumnWarnings[] }> {
    const columns = await this.columns(day);
    const visits = await this.expected(day, columns);
    const warned = columns.map(({ resourceId, minutes }) => {
      const own = visits.filter((visit) => visit.resourceId === resourceId);
      return { resourceId, minutes, lines: own.flatMap((visit) => this.line(visit, minutes) ?? []) };
    });
    return { columns: warned.filter(({ lines }) => lines.length > 0) };
  }

  async callList(day: string, resourceId: string) {
    this.scope.require(resourceId);
    const columns = (await this.columns(day)).filter((column) => column.resourceId === resourceId);
    const visits = await this.expected(day, columns);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    const toCall = visits.filter((visit) => {
      const state = this.stateOf(visit, columns[0]?.minutes ?? 0);
      return state === 'to_warn' || state === 'to_warn_again';
    });
    return { phones: toCall.map(({ appointmentId, phone }) => ({ appointmentId, phone })) };
  }

  async noteTold(appointmentId: string, minutes: number) {
    const visit = await this.open(appointmentId);
    const known = await this.notices.find(appointmentId);
    // Of two desks that tell the same patient the same thing, the first one stands.
    if (known && known.minutes >= minutes) return known;
    const now = this.clock.now();
    await this.notices.write(appointmentId, minutes, now);
    await this.keep(appointmentId, latenessEvents.told, visit, minutes, now);
    return { minutes, at: now.toISOString(), by: this.unitOfWork.actor.displayName };
  }

  async takeBack(appointmentId: string): Promise<void> {
    const visit = await this.open(appointmentId);
    const known = await this.notices.find(appointmentId);
    if (!known) throw new DomainError('resource.not_found');
    await this.notices.takeBack(appointmentId);
    await this.keep(appointmentId, latenessEvents.takenBack, visit, known.minutes, this.clock.now());
  }

  /** In the visit's own journal: what she was told is read there, whatever becomes of the visit. */
  private async keep(appointmentId: string, kind: string, visit: ToldVisit, minutes: number, at: Date): Promise<void> {
    const { day, startMin, resourceId } = visit;
    const details = { minutes: String(minutes), day, startMin: String(startMin), resourceId };
    await this.journal.write([{ appointmentId, kind, details }], at);
    this.tell(visit);
  }

  /** Those where it is that day, by their own clocks. */
  private columns(day: string) {
    return this.lateness.listToday(day, this.scope.resourceIds, this.clock.now());
  }

  private expected(
    day: string,
    columns: readonly { resourceId: string }[],
  ): Promise<ExpectedVisit[]> | ExpectedVisit[] {
    if (columns.length === 0) return [];
    return this.notices.listExpected(
      day,
      columns.map(({ resourceId }) => resourceId),
    );
  }

  private line(visit: ExpectedVisit, minutes: number): LatenessWarning | null {
    const state = this.stateOf(visit, minutes);
    const expectedAt = expectedStart(visit.startsAt, visit.status, minutes, this.clock.now());
    if (!state || !expectedAt) return null;
    const { appointmentId, patient, phone, startMin, startsAt, told } = visit;
    const phoneMasked = phone && maskPhone(phone);
    return {
      appointmentId,
      patient,
      phoneMasked,
      startMin,
      startsAt,
      state,
      told,
      expectedAt: expectedAt.toISOString(),
    };
  }

  private stateOf({ startsAt, status, told }: ExpectedVisit, minutes: number) {
    return warningState(startsAt, status, minutes, told?.minutes ?? null, this.clock.now());
  }

  /** A column outside the caller's scope answers as one that does not exist. */
  private async open(appointmentId: string) {
    const visit = await this.notices.openVisit(appointmentId);
    if (!visit) throw new DomainError('resource.not_found');
    this.scope.require(visit.resourceId);
    this.unitOfWork.noteSubject({ patientId: visit.patientId, subjectId: appointmentId });
    return visit;
  }

  private tell({ day, resourceId }: { day: string; resourceId: string }): void {
    this.unitOfWork.announce({ topic: 'lateness', days: [day], ids: [resourceId] });
  }
}
