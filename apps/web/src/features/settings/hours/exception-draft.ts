import type { OpeningExceptionForm } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { readDay } from '../../../lib/absence-days';
import { readClock } from '../../../lib/read-clock';

export const typedException = z.object({
  effect: z.enum(['open', 'closed']),
  day: z.string(),
  /** Both empty: the whole day. */
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  siteId: z.string().nullable(),
});
export type TypedException = Readonly<z.output<typeof typedException>>;

export const emptyException: TypedException = { effect: 'closed', day: '', from: '', to: '', reason: '', siteId: null };

export interface ExceptionReading {
  readonly faults: Partial<Record<'day' | 'from' | 'to', 'day' | 'past' | 'time' | 'order'>>;
  readonly day: LocalDay | null;
  /** Null while a field cannot be read. */
  readonly form: OpeningExceptionForm | null;
}

export function readException(typed: TypedException, resourceId: string, today: LocalDay): ExceptionReading {
  const day = readDay(typed.day, today);
  const startMin = typed.from.trim() === '' ? 0 : readClock(typed.from);
  const endMin = typed.to.trim() === '' ? 1440 : readClock(typed.to);
  const faults: ExceptionReading['faults'] = {
    ...(day === null ? { day: 'day' as const } : day < today && { day: 'past' as const }),
    ...(startMin === null && { from: 'time' as const }),
    ...(endMin === null
      ? { to: 'time' as const }
      : startMin !== null && endMin <= startMin && { to: 'order' as const }),
  };
  const isWhole = Object.keys(faults).length === 0;
  if (!isWhole || day === null || startMin === null || endMin === null) return { faults, day, form: null };
  const { effect, reason, siteId } = typed;
  return { faults, day, form: { resourceId, day, startMin, endMin, effect, reason: reason.trim(), siteId } };
}
