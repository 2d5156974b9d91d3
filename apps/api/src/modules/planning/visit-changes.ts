import { Injectable } from '@nestjs/common';
import type { AppointmentCard, UndoableAct } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { v7 as uuid } from 'uuid';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { AppointmentRepository, type VisitForChange } from './appointment.repository.js';
import { VideoLinks } from './video/video-links.js';
import { VisitJournalRepository } from './visit-journal.repository.js';

export interface VisitChange {
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

type Changes = readonly [VisitChange, ...VisitChange[]];

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

  record({ batchId, ...change }: UndoableChange): Promise<{ appointment: AppointmentCard; act: UndoableAct }> {
    return this.keep([change], batchId ?? null);
  }

  /** One act over several visits, undone together: as many statements as for one. Told with the first of them. */
  recordAll(changes: Changes): Promise<{ appointment: AppointmentCard; act: UndoableAct }> {
    return this.keep(changes, uuid());
  }

  private async keep(changes: Changes, batchId: string | null) {
    const now = this.clock.now();
    const [{ after, details = {} }] = changes;
    await this.journal.write(changes.map(entryOf), now);
    const appointment = await this.appointments.getCard(after.id);
    const params = { ...details, usedName: appointment.patient.usedName, firstName: appointment.patient.firstName };
    const [first, ...others] = changes;
    const act = await this.journal.keepUndo([keptOf(first), ...others.map(keptOf)], batchId, now);
    await this.tell(changes);
    return { appointment, act: { ...act, params } };
  }

  /** Without a way back: undoing an undo is doing it again. */
  async recordFinal({
    kind,
    before,
    after,
    details = {},
  }: FinalChange): Promise<{ appointment: AppointmentCard; act: null }> {
    await this.journal.write([entryOf({ kind, after, details })], this.clock.now());
    await this.tell([{ before, after }]);
    return { appointment: await this.appointments.getCard(after.id), act: null };
  }

  private async tell(changes: readonly Pick<FinalChange, 'before' | 'after'>[]): Promise<void> {
    await this.video.follow(changes);
    await this.agenda.tell(changes.flatMap(placesChanged));
    for (const { after } of changes) this.unitOfWork.noteSubject({ patientId: after.patientId, subjectId: after.id });
    const days = [...new Set(changes.flatMap(({ before, after }) => [before?.day ?? after.day, after.day]))];
    this.unitOfWork.announce({ topic: 'appointment', days, ids: changes.map(({ after }) => after.id) });
  }
}

const entryOf = ({ kind, after, details = {} }: Pick<VisitChange, 'kind' | 'after' | 'details'>) => ({
  ...{ appointmentId: after.id, kind, details },
});
const keptOf = ({ kind, before, after, details = {} }: VisitChange) => ({ kind, before, after, params: details });

/** The place left and the place taken; none when the visit stands where it stood. */
function placesChanged({ before, after }: Pick<FinalChange, 'before' | 'after'>) {
  const [left, taken] = [before && placeOf(before), placeOf(after)];
  // Another motif has other margins.
  const isSame = before?.motifId === after.motifId && JSON.stringify(left) === JSON.stringify(taken);
  return isSame ? [] : [left, taken].filter((place) => place !== null);
}

function placeOf({ status, resourceId, startsAt, endsAt }: AppointmentEntity) {
  return isActive(status) ? { resourceId, from: startsAt, to: endsAt } : null;
}
