import { Injectable } from '@nestjs/common';
import type { AppointmentCard, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';
import { VideoLinks } from './video/video-links.js';
import { VisitJournalRepository } from './visit-journal.repository.js';

interface VisitChange {
  readonly kind: string;
  /** Null when the visit was just made. */
  readonly before: VisitForChange | null;
  readonly after: AppointmentEntity;
  readonly details?: Readonly<Record<string, string>>;
}

type FinalChange = Omit<VisitChange, 'before'> & { readonly before: AppointmentEntity | null };

interface UndoableChange extends VisitChange {
  /** One act over several visits: undone together, by this id. */
  readonly batchId?: string;
}

/** What every change of a visit leaves behind: its journal, the way back, the audit's subject, the news to other desks. */
@Injectable()
export class VisitChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appointments: AppointmentRepository,
    private readonly journal: VisitJournalRepository,
    private readonly agenda: AgendaListeners,
    private readonly video: VideoLinks,
    private readonly clock: Clock,
  ) {}

  async record({
    kind,
    before,
    after,
    details = {},
    batchId,
  }: UndoableChange): Promise<{ appointment: AppointmentCard; act: UndoableAct }> {
    const now = this.clock.now();
    await this.journal.write(after.id, kind, now, details);
    const appointment = await this.appointments.getCard(after.id);
    const params = { ...details, usedName: appointment.patient.usedName, firstName: appointment.patient.firstName };
    const act = await this.journal.keepUndo({ kind, before, after, params: details, batchId }, now);
    await this.tell(before, after);
    return { appointment, act: { ...act, params } };
  }

  /** Without a way back: undoing an undo is doing it again. */
  async recordFinal({
    kind,
    before,
    after,
    details = {},
  }: FinalChange): Promise<{ appointment: AppointmentCard; act: null }> {
    await this.journal.write(after.id, kind, this.clock.now(), details);
    await this.tell(before, after);
    return { appointment: await this.appointments.getCard(after.id), act: null };
  }

  private async tell(before: AppointmentEntity | null, after: AppointmentEntity): Promise<void> {
    await this.video.follow(before, after);
    await this.agenda.tell(placesChanged(before, after));
    this.unitOfWork.noteSubject({ patientId: after.patientId, subjectId: after.id });
    const days = [...new Set([before?.day ?? after.day, after.day])];
    this.unitOfWork.announce({ topic: 'appointment', days, ids: [after.id] });
  }
}

/** The place left and the place taken; none when the visit stands where it stood. */
function placesChanged(before: AppointmentEntity | null, after: AppointmentEntity) {
  const [left, taken] = [before && placeOf(before), placeOf(after)];
  return JSON.stringify(left) === JSON.stringify(taken) ? [] : [left, taken].filter((place) => place !== null);
}

function placeOf({ status, resourceId, startsAt, endsAt }: AppointmentEntity) {
  return isActive(status) ? { resourceId, from: startsAt, to: endsAt } : null;
}
