import { rppsIsValid } from '@pupitre/shared/identity/checks';
import type { LocumForm, LocumView } from '@pupitre/shared/practices/locum.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { readDay } from '../../../lib/absence-days';

export const typedLocum = z.object({
  from: z.string(),
  to: z.string(),
  title: z.enum(['dr', 'none']),
  firstName: z.string(),
  lastName: z.string(),
  rpps: z.string(),
  accountId: z.string(),
});
export type TypedLocum = Readonly<z.output<typeof typedLocum>>;
export type LocumField = 'from' | 'to' | 'firstName' | 'lastName' | 'rpps';

export const emptyLocum: TypedLocum = {
  ...{ from: '', to: '', title: 'dr', firstName: '', lastName: '', rpps: '', accountId: '' },
};

export const typedFrom = (locum: LocumView, dayOf: (day: LocalDay) => string): TypedLocum => ({
  ...{ title: locum.title, firstName: locum.firstName, lastName: locum.lastName, rpps: locum.rpps },
  ...{ from: dayOf(locum.fromDay), to: dayOf(locum.toDay), accountId: locum.accountId ?? '' },
});

export interface LocumReading {
  readonly faults: Partial<Record<LocumField, 'day' | 'past' | 'order' | 'empty' | 'rpps'>>;
  readonly fromDay: LocalDay | null;
  readonly toDay: LocalDay | null;
  readonly form: LocumForm | null;
}

export function readLocum(typed: TypedLocum, resourceId: string, today: LocalDay): LocumReading {
  const [fromDay, toDay] = [readDay(typed.from, today), readDay(typed.to, today)];
  const rpps = typed.rpps.replace(/\s/g, '');
  const faults: LocumReading['faults'] = {
    ...(fromDay === null && { from: 'day' as const }),
    ...(toDay === null
      ? { to: 'day' as const }
      : toDay < today
        ? { to: 'past' as const }
        : fromDay !== null && toDay < fromDay && { to: 'order' as const }),
    ...(typed.firstName.trim() === '' && { firstName: 'empty' as const }),
    ...(typed.lastName.trim() === '' && { lastName: 'empty' as const }),
    ...(rpps !== '' && !rppsIsValid(rpps) && { rpps: 'rpps' as const }),
  };
  if (Object.keys(faults).length > 0 || fromDay === null || toDay === null) {
    return { faults, fromDay, toDay, form: null };
  }
  const form = {
    ...{ resourceId, fromDay, toDay, title: typed.title, rpps, accountId: typed.accountId || null },
    ...{ firstName: typed.firstName.trim(), lastName: typed.lastName.trim() },
  };
  return { faults, fromDay, toDay, form };
}
