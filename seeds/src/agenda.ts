import { type Interval, intervalsOverlap, subtractIntervals } from '@pupitre/shared/planning/interval';
import { openIntervals, type PracticeDayQuestion, reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { addDays, daysBetween, type LocalDay } from '@pupitre/shared/time/zone';
import type { Draft } from './day-filler.js';
import type { Column, World } from './world.js';

/** What is open and what is taken, so that no claim of the demo is refused by the database. */
export class Agenda {
  private readonly openings = new Map<string, readonly Interval[]>();
  private readonly taken = new Map<string, Interval[]>();
  private readonly comings = new Map<string, { readonly column: string; readonly day: LocalDay }[]>();

  constructor(private readonly world: World) {}

  open(column: Column, day: LocalDay): readonly Interval[] {
    const key = `${column.key} ${day}`;
    const known = this.openings.get(key);
    if (known) return known;
    const open = openIntervals(this.question(column, day));
    this.openings.set(key, open);
    return open;
  }

  /** Time kept for emergencies is not given days ahead. */
  isReserved({ column, day, startMin, minutes }: Draft): boolean {
    const kept = reservedIntervals(this.question(column, day));
    return kept.some((span) => intervalsOverlap(span, { startMin, endMin: startMin + minutes }));
  }

  gaps(column: Column, day: LocalDay): Interval[] {
    return subtractIntervals(this.open(column, day), this.taken.get(`${column.key} ${day}`) ?? []);
  }

  /** Takes the place and remembers that the patient comes that day. */
  take(column: Column, day: LocalDay, span: Interval, patientId: string): void {
    const key = `${column.key} ${day}`;
    const before = this.taken.get(key) ?? [];
    const isOpen = this.open(column, day).some((open) => open.startMin <= span.startMin && span.endMin <= open.endMin);
    if (!isOpen) throw new Error(`closed then: ${key} ${span.startMin}`);
    if (before.some((other) => intervalsOverlap(other, span))) throw new Error(`taken twice: ${key} ${span.startMin}`);
    this.taken.set(key, [...before, span]);
    this.comings.set(patientId, [...(this.comings.get(patientId) ?? []), { column: column.key, day }]);
  }

  /** Whether the patient comes that day, or to this column within `daysApart` days of it. */
  comes(patientId: string, column: Column, day: LocalDay, daysApart: number): boolean {
    const visits = this.comings.get(patientId) ?? [];
    return visits.some(
      (visit) =>
        visit.day === day || (visit.column === column.key && Math.abs(daysBetween(visit.day, day)) < daysApart),
    );
  }

  /** The first day from `day` on (or back, with -1) on which the span is open and free. */
  nearestDay(column: Column, day: LocalDay, span: Interval, step: 1 | -1 = 1): LocalDay {
    for (let away = 0; away < 60; away += 1) {
      const candidate = addDays(day, away * step);
      const fits = this.gaps(column, candidate).some(
        (gap) => gap.startMin <= span.startMin && span.endMin <= gap.endMin,
      );
      if (fits) return candidate;
    }
    throw new Error(`no day for ${column.key} near ${day}`);
  }

  private question({ resourceId }: Column, day: LocalDay): PracticeDayQuestion {
    const { shape, rules, absences } = this.world;
    return { resourceId, day, zone: shape.zone, holidayZone: shape.holidayZone, rules, absences };
  }
}
