import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { absenceReasons, type addAbsence } from '@pupitre/shared/practices/practice.contract';
import { type LocalDay, toInstant } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { readDay } from './absence-days';
import { readClock } from './week-draft';

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
export type AbsenceFault = 'day_unreadable' | 'time_unreadable' | 'end_before_start' | 'nonexistent';

export interface AbsenceReading {
  readonly faults: Partial<Record<AbsenceField, AbsenceFault>>;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay | null;
  /** Null while a field cannot be read. */
  readonly request: AbsenceRequest | null;
}

/** Without an hour the absence takes the whole day; without a last day it ends on the first. */
export function readAbsence(typed: TypedAbsence, today: LocalDay, zone: string): AbsenceReading {
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
  const [starts, ends] = [toInstant(fromDay, fromMin, zone), toInstant(toDay, toMin, zone)];
  if (starts === null) return { faults: { fromTime: 'nonexistent' }, fromDay, toDay, request: null };
  if (ends === null) return { faults: { toTime: 'nonexistent' }, fromDay, toDay, request: null };
  if (ends <= starts) {
    const field: AbsenceField = toDay < fromDay || typed.toTime.trim() === '' ? 'toDay' : 'toTime';
    return { faults: { [field]: 'end_before_start' }, fromDay, toDay, request: null };
  }
  const { resourceId, reason, note } = typed;
  return { faults, fromDay, toDay, request: { resourceId, fromDay, fromMin, toDay, toMin, reason, note } };
}
