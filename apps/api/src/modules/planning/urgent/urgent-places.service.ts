import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { refusalCodes } from '@pupitre/shared/planning/booking-overrides';
import { freeGapsOfDay, offeredGapsOfDay } from '@pupitre/shared/planning/free-day';
import { intersectIntervals } from '@pupitre/shared/planning/interval';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import { openIntervals, reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { toldRefusals } from '@pupitre/shared/planning/refused-place.contract';
import type { findUrgentPlaces, UrgentPlaceView } from '@pupitre/shared/planning/urgent.contract';
import {
  type DayVisit,
  type UrgentColumn,
  type UrgentPlace,
  urgentPlaces,
} from '@pupitre/shared/planning/urgent-places';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { dayBounds, type LocalDay, type LocalTime, toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { type AgendaColumn, type OfferedMotif, PracticeAgendas } from '../../practices/practices.public.js';
import { AgendaScope } from '../agenda-scope.js';
import { AppointmentRepository } from '../appointment.repository.js';
import { BookingDesk } from '../booking-desk.js';
import { ClaimRepository } from '../claim.repository.js';
import { ClaimedDays } from '../claimed-days.js';
import { LatenessRepository } from '../lateness.repository.js';

const dayMs = 86_400_000;

type Question = InputOf<typeof findUrgentPlaces>['body'];

/** Where somebody who cannot wait may go today: each place told was judged by the rule that books it. */
@Injectable()
export class UrgentPlacesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agendas: PracticeAgendas,
    private readonly claims: ClaimRepository,
    private readonly appointments: AppointmentRepository,
    private readonly lateness: LatenessRepository,
    private readonly desk: BookingDesk,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  async find(question: Question): Promise<UrgentPlaceView[]> {
    const motif = await this.agendas.motif(question.motifId);
    if (!motif) throw new DomainError('resource.not_found');
    const columns = await this.columnsFor(motif, question);
    const today = new Map(columns.map(({ id, zone }) => [id, toLocal(this.clock.now(), zone).day]));
    const found: UrgentPlaceView[] = [];
    for (const place of urgentPlaces(await this.readToday(columns, motif))) {
      const day = today.get(place.resourceId);
      if (found.length === question.limit || day === undefined) break;
      const judged = await this.judge(place, day, question);
      if (judged) found.push(judged);
    }
    return found;
  }

  /** With the absences of a day back: a column's clock may be behind that of the practice. */
  private async columnsFor(motif: OfferedMotif, question: Question): Promise<AgendaColumn[]> {
    const since = new Date(this.clock.now().getTime() - dayMs);
    const asked = await this.agendas.columns(this.scope.narrow(question.resourceIds), since);
    return asked.filter(({ id, active }) => active && motif.active && motif.resourceIds.includes(id));
  }

  /** Each column on its own today, by its own clock. */
  private async readToday(columns: readonly AgendaColumn[], motif: OfferedMotif): Promise<UrgentColumn[]> {
    const read = new Map<string, UrgentColumn>();
    for (const zone of new Set(columns.map((column) => column.zone))) {
      const there = columns.filter((column) => column.zone === zone);
      for (const column of await this.readZone(there, zone, motif)) read.set(column.resourceId, column);
    }
    return columns.flatMap(({ id }) => read.get(id) ?? []);
  }

  private async readZone(columns: readonly AgendaColumn[], zone: string, motif: OfferedMotif): Promise<UrgentColumn[]> {
    const now = toLocal(this.clock.now(), zone);
    const { start, end } = dayBounds(now.day, zone);
    const ids = columns.map(({ id }) => id);
    const holdsOf = this.unitOfWork.actor.accountId;
    const taken = new ClaimedDays(await this.claims.findBetween(ids, start, end, { holdsOf }));
    const visits = await this.appointments.listDay(now.day, ids);
    const lateness = new Map(
      (await this.lateness.list(now.day, ids)).map(({ resourceId, minutes }) => [resourceId, minutes]),
    );
    return columns.map((column) => {
      const own = visits.filter(({ resourceId }) => resourceId === column.id);
      const expected = own.flatMap((visit) => this.dayVisit(visit, lateness.get(column.id) ?? 0, zone));
      return urgentColumn(column, now, taken, motif, expected);
    });
  }

  private dayVisit(visit: AppointmentCard, latenessMinutes: number, zone: string): DayVisit[] {
    const { id, startMin, endMin, status, startsAt, calledAt } = visit;
    if (status === 'in_consultation') {
      const since = calledAt ? toLocal(new Date(calledAt), zone).minutes : startMin;
      return [{ id, startMin, endMin, expectedMin: since, isBeingSeen: true }];
    }
    const expected = expectedStart(startsAt, status, latenessMinutes, this.clock.now());
    return expected ? [{ id, startMin, endMin, expectedMin: toLocal(expected, zone).minutes, isBeingSeen: false }] : [];
  }

  /** Null when whoever asks could not book there. */
  private async judge(place: UrgentPlace, day: LocalDay, question: Question): Promise<UrgentPlaceView | null> {
    const { kind, resourceId, startMin, endMin, delayed } = place;
    const { motifId, patientId } = question;
    const request = { resourceId, motifId, day, startMin, durationMin: endMin - startMin };
    const { refusals } = await this.desk.judge(request, { urgent: true, ...(patientId && { patientId }) });
    const told = toldRefusals(refusals, this.unitOfWork.membership.permissions);
    const isFree = kind !== 'rajout';
    if (isFree ? told.length > 0 : !told.every(({ mayOverride }) => mayOverride)) return null;
    return {
      ...{ kind, resourceId, day, startMin, endMin, codes: refusalCodes(refusals) },
      delayed: delayed.map(({ id, fromMin, toMin }) => ({ appointmentId: id, fromMin, toMin })),
    };
  }
}

function urgentColumn(
  column: AgendaColumn,
  { day, minutes: nowMin }: LocalTime,
  taken: ClaimedDays,
  motif: OfferedMotif,
  visits: readonly DayVisit[],
): UrgentColumn {
  const { id: resourceId } = column;
  const question = { ...column, resourceId, day };
  const claimed = taken.on(resourceId, day);
  return {
    ...{ resourceId, visits, durationMin: minutesIn(motif, resourceId), gridMin: motif.gridMin, nowMin },
    reserved: intersectIntervals(freeGapsOfDay(question, claimed, motif), reservedIntervals(question)),
    free: offeredGapsOfDay(question, claimed, motif),
    open: openIntervals(question),
  };
}
