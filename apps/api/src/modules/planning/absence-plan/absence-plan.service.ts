import { Injectable } from '@nestjs/common';
import { isLeft, replacingProgress, replacingState } from '@pupitre/shared/planning/replacing';
import type { AbsenceForm, AbsenceView } from '@pupitre/shared/practices/practice.contract';
import { dayBounds, todayIn } from '@pupitre/shared/time/zone';
import { AbsenceListeners } from '../../../platform/acts/absence-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AbsenceBook, type KeptAbsence, PracticeAgendas } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { planLines } from './plan-lines.js';
import { RebookingRepository } from './rebooking.repository.js';

/** The list of calls of an absence: what it meets, and how far the desk is. */
@Injectable()
export class AbsencePlanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceBook,
    private readonly rebookings: RebookingRepository,
    private readonly scope: AgendaScope,
    private readonly agendas: PracticeAgendas,
    private readonly clock: Clock,
    listeners: AbsenceListeners,
  ) {
    listeners.on((noted) => this.begin(noted));
  }

  async preview(form: AbsenceForm) {
    const { startsAt, endsAt } = await this.absences.spanOf(form);
    return this.rebookings.countHit(form.resourceId, startsAt, endsAt);
  }

  async list() {
    const { zone } = this.unitOfWork.membership;
    const { start } = dayBounds(todayIn(zone, this.clock.now()), zone);
    const open = await this.absences.endingAfter(start, this.scope.resourceIds);
    const hits = open.length === 0 ? [] : await this.rebookings.listStates(open.map(({ id }) => id));
    const plans = open.map((absence) => {
      const own = hits.filter(({ absenceId }) => absenceId === absence.id);
      const states = own.map(({ mark, status, isInTheWay }) => replacingState(mark, status, isInTheWay));
      const { done, total } = replacingProgress(states);
      return { absence: absenceView(absence), done, total };
    });
    return { plans: plans.filter(({ total }) => total > 0) };
  }

  async read(absenceId: string) {
    const absence = await this.get(absenceId);
    const zone = await this.zoneOf(absence);
    const lines = planLines(await this.rebookings.list(absence), absence, zone, this.clock.now());
    const { notedAt, notedBy } = absence;
    return { absence: absenceView(absence), notedAt: notedAt.toISOString(), notedBy, lines };
  }

  /** Whole numbers of those who are still to be called; the access journal keeps whose list was read. */
  async callList(absenceId: string) {
    const absence = await this.get(absenceId);
    const zone = await this.zoneOf(absence);
    const rows = await this.rebookings.list(absence);
    const left = planLines(rows, absence, zone, this.clock.now()).filter(({ state }) => isLeft(state));
    this.unitOfWork.noteSubject({ subjectId: absenceId });
    const phoneOf = new Map(rows.map(({ appointmentId, phone }) => [appointmentId, phone]));
    return { phones: left.map(({ appointmentId }) => ({ appointmentId, phone: phoneOf.get(appointmentId) ?? null })) };
  }

  /** The wall clock by which its visits are told. */
  zoneOf({ resourceId }: Pick<KeptAbsence, 'resourceId'>): Promise<string> {
    return this.agendas.zoneOf(resourceId);
  }

  /** A list of a column outside the caller's scope answers as one that does not exist. */
  async get(absenceId: string, hold = false): Promise<KeptAbsence> {
    const absence = await this.absences.get(absenceId, hold);
    this.scope.require(absence.resourceId);
    return absence;
  }

  private async begin(noted: { absenceId: string; resourceId: string; startsAt: Date; endsAt: Date }): Promise<void> {
    await this.rebookings.begin(noted.absenceId, noted.resourceId, noted.startsAt, noted.endsAt);
    this.unitOfWork.announce({ topic: 'absence', days: [], ids: [noted.absenceId] });
  }
}

function absenceView({ id, resourceId, startsAt, endsAt, reason, note }: KeptAbsence): AbsenceView {
  return { id, resourceId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), reason, note };
}
