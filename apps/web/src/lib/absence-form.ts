import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { absenceSpan } from '@pupitre/shared/practices/absence-span';
import { absenceReasons, type addAbsence } from '@pupitre/shared/practices/practice.contract';
import { type LocalDay, todayIn, toInstant } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { readDay } from './absence-days';
import { readClock } from './read-clock';

export type AbsenceRequest = RequestOf<typeof addAbsence>['body'];

export const typedAbsence = z.object({
  resourceId: z.string(),
  fromDay: z.string(),
  fromTime: z.string(),
  /** Empty: the same day. */
  toDay: z.string(),
  toTime: z.string(),
  reason: z.enum(absenceReasons),
  note: z.string(),
});
export type TypedAbsence = Readonly<z.output<typeof typedAbsence>>;

export type AbsenceField = 'fromDay' | 'fromTime' | 'toDay' | 'toTime';
export type AbsenceFault =
  | 'day_unreadable'
  | 'time_unreadable'
  | 'end_before_start'
  | 'nonexistent'
  | 'in_the_past'
  | 'too_long';
/** Told at once: what is typed can be read, and cannot be noted. */
export const spanFaults: readonly AbsenceFault[] = ['end_before_start', 'in_the_past', 'too_long'];

export interface AbsenceReading {
  readonly faults: Partial<Record<AbsenceField, AbsenceFault>>;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay | null;
  /** Null while a field cannot be read. */
  readonly request: AbsenceRequest | null;
}

/** Without an hour the absence takes the whole day; without a last day it ends on the first. */
export function readAbsence(typed: TypedAbsence, now: Date, zone: string): AbsenceReading {
  const today = todayIn(zone, now);
  const fromDay = readDay(typed.fromDay, today);
  const toDay = typed.toDay.trim() === '' ? fromDay : readDay(typed.toDay, today);
  const fromMin = typed.fromTime.trim() === '' ? 0 : readClock(typed.fromTime);
  const toMin = typed.toTime.trim() === '' ? 1440 : readClock(typed.toTime);
  const faults: AbsenceReading['faults'] = {
    ...(fromDay === null && { fromDay: 'day_unreadable' }),
    ...(toDay === null && typed.toDay.trim() !== '' && { toDay: 'day_unreadable' }),
    ...(fromMin === null && { fromTime: 'time_unreadable' }),
    ...(toMin === null && { toTime: 'time_unreadable' }),
  };
  if (fromDay === null || toDay === null || fromMin === null || toMin === null) {
    return { faults, fromDay, toDay, request: null };
  }
  const refused = (field: AbsenceField, fault: AbsenceFault) => ({
    ...{ faults: { [field]: fault }, fromDay, toDay, request: null },
  });
  const span = absenceSpan({ fromDay, fromMin, toDay, toMin }, zone, now);
  if ('code' in span) {
    switch (span.code) {
      case 'appointment.nonexistent_local_time':
        return refused(toInstant(fromDay, fromMin, zone) ? 'toTime' : 'fromTime', 'nonexistent');
      case 'absence.end_before_start':
        return refused(toDay < fromDay || typed.toTime.trim() === '' ? 'toDay' : 'toTime', 'end_before_start');
      case 'absence.in_the_past':
        return refused(typed.toTime.trim() === '' ? 'toDay' : 'toTime', 'in_the_past');
      case 'absence.too_long':
        return refused('toDay', 'too_long');
    }
  }
  const { resourceId, reason, note } = typed;
  return { faults, fromDay, toDay, request: { resourceId, fromDay, fromMin, toDay, toMin, reason, note } };
}
