import { z } from 'zod';
import { isRealDay } from '../time/zone.js';

/** Fields that recur in contracts. Lengths are limits of forms, not of law. */
export const id = z.uuid();
export const localDay = z.iso.date().refine(isRealDay);
export const instant = z.iso.datetime({ offset: true });
/** Minutes from local midnight; 1440 is the end of the day. */
export const minuteOfDay = z.int().min(0).max(1440);
export const cents = z.int().min(-100_000_000).max(100_000_000);
export const version = z.int().min(1);
/** Free text of one line: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|\n|\t)*$/u);
export const practiceParams = z.object({ practiceId: id });
