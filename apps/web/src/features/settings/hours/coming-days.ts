import { type ClosingReason, closingOf } from '@pupitre/shared/planning/opening-hours';
import type { LocumView } from '@pupitre/shared/practices/locum.contract';
import type { OpeningExceptionView } from '@pupitre/shared/practices/opening.contract';
import type { AbsenceView, PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { absenceEnds } from '../../../lib/absence-ends';
import type { Stretch } from './week-layers';

export type ComingDay = { readonly day: LocalDay } & (
  | { readonly kind: 'closing'; readonly reason: ClosingReason }
  | { readonly kind: 'worked' }
  | { readonly kind: 'exception'; readonly exception: OpeningExceptionView }
  | { readonly kind: 'absence'; readonly absence: AbsenceView }
  | { readonly kind: 'locum'; readonly locum: LocumView }
);

const searchedDays = 366;

/** What of the next year does not follow the week of a column, the nearest first. */
export function comingDays(
  setup: PracticeSetup,
  { id }: ResourceView,
  week: readonly Stretch[],
  today: LocalDay,
  zones: { readonly zone: string; readonly holidayZone: string },
): ComingDay[] {
  const own = <Row extends { resourceId: string }>(rows: readonly Row[]) =>
    rows.filter(({ resourceId }) => resourceId === id);
  const absences = own(setup.absences)
    .map((absence) => ({ absence, ends: absenceEnds(absence, zones.zone) }))
    .filter(({ ends }) => ends.to.day >= today)
    .map(({ absence, ends }): ComingDay => ({ day: ends.from.day, kind: 'absence', absence }));
  const exceptions = own(setup.openingExceptions)
    .filter(({ day }) => day >= today)
    .map((exception): ComingDay => ({ day: exception.day, kind: 'exception', exception }));
  const locums = own(setup.locums)
    .filter(({ toDay }) => toDay >= today)
    .map((locum): ComingDay => ({ day: locum.fromDay, kind: 'locum', locum }));
  const worked = setup.holidayOverrides
    .filter(({ day, effect }) => effect === 'worked' && day >= today)
    .map(({ day }): ComingDay => ({ day, kind: 'worked' }));
  const closed = closedDays(setup, week, today, zones.holidayZone);
  return [...absences, ...exceptions, ...locums, ...worked, ...closed].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Holidays and days of its own that fall where the week would have worked. */
function closedDays(
  { holidayOverrides }: PracticeSetup,
  week: readonly Stretch[],
  today: LocalDay,
  holidayZone: string,
): ComingDay[] {
  const workedDays = new Set(week.map(({ isodow }) => isodow));
  return Array.from({ length: searchedDays }, (_, ahead) => addDays(today, ahead))
    .filter((day) => workedDays.has(isoWeekday(day)))
    .flatMap((day): ComingDay[] => {
      const reason = closingOf(day, { holidayZone, holidayOverrides });
      return reason ? [{ day, kind: 'closing', reason }] : [];
    });
}
