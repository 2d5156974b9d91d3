import { parseDateFr, parseTime } from '@pupitre/shared/formats/parse';
import { waitingUrgencies } from '@pupitre/shared/planning/waiting-fit';
import { type WaitingEdit, type WaitingEntry, waitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import type { WaitingStart } from './waiting-store';
import { type HalfDay, tickedFrom, timesOf } from './week-times';

/** Minutes of notice on offer: none, an hour, two, half a day, a day, two, three, a week. */
export const notices = [0, 60, 120, 240, 1440, 2880, 4320, 10_080] as const;

const shape = waitingEntry.shape;
/** What stands in the form, as it is typed. */
export const typedWish = z.object({
  patient: shape.patient
    .pick({ id: true, usedName: true, birthName: true, firstName: true, sex: true, birthDate: true })
    .nullable(),
  motifId: z.string(),
  minutes: z.string(),
  resourceIds: z.array(z.string()),
  fromDay: z.string(),
  toDay: z.string(),
  halves: z.array(z.string().regex(/^[1-7][ma]$/) as unknown as z.ZodType<HalfDay>),
  fromTime: z.string(),
  toTime: z.string(),
  /** Finer times than the form ticks: kept as they are until somebody ticks. */
  ownTimes: shape.times.unwrap().nullable(),
  noticeMin: z.number(),
  urgency: z.enum(waitingUrgencies),
  visit: shape.current,
  note: z.string(),
});
export type TypedWish = Readonly<z.output<typeof typedWish>>;

export type WishField = 'patient' | 'motifId' | 'minutes' | 'fromDay' | 'toDay' | 'fromTime' | 'toTime';
export type WishFault = 'missing' | 'unreadable' | 'over' | 'before_start' | 'no_time';

export interface WishReading {
  readonly faults: Partial<Record<WishField, WishFault>>;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay | null;
  /** Null while a field cannot be read. */
  readonly wish: WaitingEdit | null;
}

type WriteDay = (day: LocalDay) => string;
type WriteTime = (minutes: number) => string;

export function blankWish(start: WaitingStart, motif: MotifView | undefined, writeDay: WriteDay): TypedWish {
  const { patient = null, durationMin, resourceIds = [], fromDay, toDay, visit = null } = start;
  return {
    ...{ patient, motifId: motif?.id ?? '', minutes: String(durationMin ?? motif?.minutes ?? '') },
    ...{ resourceIds: [...resourceIds], visit, note: '', urgency: 'normal', noticeMin: 0 },
    ...{ fromDay: fromDay ? writeDay(fromDay) : '', toDay: toDay ? writeDay(toDay) : '' },
    ...{ halves: [], fromTime: '', toTime: '', ownTimes: null },
  };
}

export function typedFrom(entry: WaitingEntry, writeDay: WriteDay, writeTime: WriteTime): TypedWish {
  const { patient, motifId, durationMin, resourceIds, fromDay, toDay, times, noticeMin, urgency, note } = entry;
  const ticked = tickedFrom(times);
  const hour = (minutes: number | null | undefined) => (typeof minutes === 'number' ? writeTime(minutes) : '');
  return {
    ...{ patient: typedWish.shape.patient.parse(patient), motifId, minutes: String(durationMin) },
    ...{ resourceIds: [...resourceIds].sort(), noticeMin, urgency, visit: entry.current, note },
    ...{ fromDay: writeDay(fromDay), toDay: toDay ? writeDay(toDay) : '' },
    ...{ halves: [...(ticked?.halves ?? [])], fromTime: hour(ticked?.fromMin), toTime: hour(ticked?.toMin) },
    ownTimes: ticked ? null : times,
  };
}

/** A day typed as '12/03/2026', '120326', or '12/03': the next one. */
export function readDay(text: string, today: LocalDay): LocalDay | null {
  const exact = parseDateFr(text, today, 'near');
  if (exact) return exact;
  const [, date, month] = /^\s*(\d{1,2})[\s/.-]+(\d{1,2})\s*$/.exec(text) ?? [];
  if (!date || !month) return null;
  const year = Number(today.slice(0, 4));
  return (
    [year, year + 1]
      .map((y) => parseDateFr(`${date}/${month}/${y}`, today, 'near'))
      .find((day) => day && day >= today) ?? null
  );
}

/** Without a first day she waits from today; without a last one, as long as it takes. */
export function readWish(typed: TypedWish, today: LocalDay): WishReading {
  const faults: WishReading['faults'] = {};
  const fromDay = typed.fromDay.trim() === '' ? today : readDay(typed.fromDay, today);
  const toDay = typed.toDay.trim() === '' ? null : readDay(typed.toDay, today);
  const durationMin = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : Number.NaN;
  const [fromMin, toMin] = [typed.fromTime, typed.toTime].map((text) => (text.trim() === '' ? null : parseTime(text)));
  if (!typed.patient) faults.patient = 'missing';
  if (typed.motifId === '') faults.motifId = 'missing';
  if (!(durationMin >= 5 && durationMin <= 720)) faults.minutes = 'unreadable';
  if (fromDay === null) faults.fromDay = 'unreadable';
  if (typed.toDay.trim() !== '' && toDay === null) faults.toDay = 'unreadable';
  else if (toDay !== null && toDay < today) faults.toDay = 'over';
  else if (toDay !== null && fromDay !== null && toDay < fromDay) faults.toDay = 'before_start';
  if (typed.fromTime.trim() !== '' && fromMin === null) faults.fromTime = 'unreadable';
  if (typed.toTime.trim() !== '' && toMin === null) faults.toTime = 'unreadable';
  const times = typed.ownTimes ?? timesOf({ halves: typed.halves, fromMin: fromMin ?? null, toMin: toMin ?? null });
  const isNever = times.length === 0 && (typed.halves.length > 0 || typed.fromTime !== '' || typed.toTime !== '');
  if (isNever && !faults.fromTime && !faults.toTime) faults.toTime = 'no_time';
  if (Object.keys(faults).length > 0 || fromDay === null) return { faults, fromDay, toDay, wish: null };
  const { motifId, resourceIds, noticeMin, urgency, visit, note } = typed;
  const appointmentId = visit?.id ?? null;
  return {
    ...{ faults, fromDay, toDay },
    wish: {
      motifId,
      durationMin,
      resourceIds: [...resourceIds],
      fromDay,
      toDay,
      times,
      noticeMin,
      urgency,
      appointmentId,
      note,
    },
  };
}
