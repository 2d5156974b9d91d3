import { z } from 'zod';
import { isRealDay } from '../time/zone.js';

/** Fields that recur in contracts. Lengths are limits of forms, not of law. */
export const id = z.uuid();
/** Days a practice can mean: beyond these years databases and calendars no longer agree. */
export const localDay = z.iso
  .date()
  .refine((day) => isRealDay(day) && day >= '1800-01-01' && day < '3000-01-01', { abort: true });
export const instant = z.iso.datetime({ offset: true });
/** Minutes from local midnight; 1440 is the end of the day. */
export const minuteOfDay = z.int().min(0).max(1440);
/** A minute at which something can begin. */
export const startMinute = z.int().min(0).max(1439);
export const cents = z.int().min(-100_000_000).max(100_000_000);
export const version = z.int().min(1);
/**
 * Free text of one line, trimmed. No control characters, no halves of a character (no database stores them), none that
 * break a line or turn the reading direction of what follows: a name must look as it is stored. Letters of any script
 * are welcome, right-to-left ones too.
 */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u);
/** The same over several lines. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]|\n|\t)*$/u);
export const practiceParams = z.object({ practiceId: id });
