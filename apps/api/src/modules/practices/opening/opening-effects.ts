import { Injectable } from '@nestjs/common';
import { intervalsOverlap, subtractIntervals } from '@pupitre/shared/planning/interval';
import { type AgendaHours, openIntervals } from '@pupitre/shared/planning/practice-day';
import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { Clock } from '../../../platform/clock.js';
import type { AgendaColumn } from '../agenda.repository.js';
import { OpeningEffectRepository } from './opening-effect.repository.js';

/** Visits left outside that are told one by one. */
const shownOutside = 50;

/** Days a change touches, both inclusive; `to` null: for good. */
export interface TouchedDays {
  readonly from: LocalDay;
  readonly to: LocalDay | null;
}

/**
 * What a change of hours does to visits already booked, asked before it is written: the preview and the answer of the
 * save are this one question. A visit is outside when the change takes away minutes of it that were open.
 */
@Injectable()
export class OpeningEffects {
  constructor(
    private readonly visits: OpeningEffectRepository,
    private readonly clock: Clock,
  ) {}

  /** `after` says the hours of each column once the change is made. */
  async of(
    columns: readonly AgendaColumn[],
    { from, to }: TouchedDays,
    after: (column: AgendaColumn) => AgendaHours,
  ): Promise<OpeningEffect> {
    const changes = new Map(columns.map((column) => [column.id, takenAway(column, after(column))]));
    const toCome = await this.visits.findVisitsToCome([...changes.keys()], this.clock.now(), from, to);
    const outside = toCome.filter((visit) =>
      changes
        .get(visit.resourceId)?.(visit.day)
        .some((span) => intervalsOverlap(span, visit)),
    );
    const shown = outside.slice(0, shownOutside);
    const patients = await this.visits.findPatients(shown.map(({ appointmentId }) => appointmentId));
    return {
      appointmentsOutside: outside.length,
      firstOutside: shown.flatMap(({ endMin: _, ...visit }) => {
        const patient = patients.get(visit.appointmentId);
        return patient ? [{ ...visit, patient }] : [];
      }),
    };
  }

  /** Whether any visit to come stands in these columns. */
  async hasVisitsToCome(resourceIds: readonly string[], today: LocalDay): Promise<boolean> {
    const visits = await this.visits.findVisitsToCome(resourceIds, this.clock.now(), today, null);
    return visits.length > 0;
  }
}

/** The minutes of a day that were open and are no more, each day computed once. */
function takenAway(column: AgendaColumn, after: AgendaHours) {
  const known = new Map<LocalDay, ReturnType<typeof subtractIntervals>>();
  return (day: LocalDay) => {
    const found = known.get(day) ?? lost(column.id, column, after, day);
    known.set(day, found);
    return found;
  };
}

const lost = (resourceId: string, before: AgendaHours, after: AgendaHours, day: LocalDay) =>
  subtractIntervals(openIntervals({ ...before, resourceId, day }), openIntervals({ ...after, resourceId, day }));
