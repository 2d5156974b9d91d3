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

/** The same as absences, which close time alike: reason `outside`, no note, an id for each stretch. */
export function outsideAbsences(calendars: readonly OutsideBusy[]): AbsenceSpan[] {
  return calendars.flatMap(({ calendarId, resourceId, spans }) =>
    spans.map(([start, minutes]) => ({
      id: stretchId(calendarId, start),
      resourceId,
      startsAt: new Date(start * minuteMs).toISOString(),
      endsAt: new Date((start + minutes) * minuteMs).toISOString(),
      reason: 'outside' as const,
      note: '',
    })),
  );
}

/** The calendar's id with its last part, random bits, replaced by the minute it begins at: no two stretches share it. */
function stretchId(calendarId: string, start: number): string {
  return `${calendarId.slice(0, 24)}${start.toString(16).padStart(12, '0')}`;
}
