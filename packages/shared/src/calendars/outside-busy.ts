import { z } from 'zod';
import { id } from '../contract/fields.js';
import type { AbsenceSpan } from '../planning/practice-day.js';

/** When a calendar kept elsewhere is busy: minutes since 1970 (UTC) and minutes long, in order. */
export const outsideBusy = z.object({
  calendarId: id,
  resourceId: id,
  spans: z.array(z.tuple([z.int(), z.int().min(1)])),
});
export type OutsideBusy = z.output<typeof outsideBusy>;

const minuteMs = 60_000;

/** The same as absences, which close time alike: reason `outside`, no note, the calendar's id. */
export function outsideAbsences(calendars: readonly OutsideBusy[]): AbsenceSpan[] {
  return calendars.flatMap(({ calendarId, resourceId, spans }) =>
    spans.map(([start, minutes]) => ({
      id: calendarId,
      resourceId,
      startsAt: new Date(start * minuteMs).toISOString(),
      endsAt: new Date((start + minutes) * minuteMs).toISOString(),
      reason: 'outside' as const,
      note: '',
    })),
  );
}
