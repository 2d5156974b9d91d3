import { isRealDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';

/** What the address of a week says: ids and dates only, never a name. A part that cannot be read is dropped. */
export const weekSearch = z.object({
  /** Any day of the week; absent: this week. */
  date: z.string().refine(isRealDay).optional().catch(undefined),
  /** The column; absent: the last one seen, or one's own. */
  agenda: z.uuid().optional().catch(undefined),
  /** `charge`: how full everybody is, in place of the visits of one. */
  vue: z.literal('charge').optional().catch(undefined),
  liste: z.boolean().optional().catch(undefined),
  /** One motif: its visits alone, and the places long enough for it. */
  motif: z.uuid().optional().catch(undefined),
  /** Free places alone. */
  libres: z.boolean().optional().catch(undefined),
});
export type WeekSearch = z.output<typeof weekSearch>;

export const monthSearch = z.object({
  /** `2026-03`; absent: this month. */
  mois: z
    .string()
    .refine((month) => isRealDay(`${month}-01`))
    .optional()
    .catch(undefined),
});
export type MonthSearch = z.output<typeof monthSearch>;
