import {
  bookingChannels,
  type MotifForm,
  type MotifView,
  motifForm,
} from '@pupitre/shared/practices/practice.contract';
import { z } from 'zod';

const typedMinutes = z.string();

/** A motif as it is being typed: its minutes are still text, and nothing is wrong yet. */
export const typedMotif = z.object({
  name: z.string(),
  shortName: z.string(),
  color: motifForm.shape.color,
  place: motifForm.shape.place,
  usualActs: z.array(z.string()),
  active: z.boolean(),
  resourceIds: z.array(z.string()),
  minutes: typedMinutes,
  /** Of a column that takes another time; empty: as long as the motif says. */
  durations: z.record(z.string(), typedMinutes),
  beforeMin: typedMinutes,
  afterMin: typedMinutes,
  gridMin: z.enum(['5', '10', '15', '20', '30', '60']),
  channels: z.array(z.enum(bookingChannels)),
  patients: z.enum(['all', 'new', 'known']),
  rajouts: z.string(),
  needs: z.array(z.object({ poolId: z.string(), beforeMin: typedMinutes, afterMin: typedMinutes })),
  bring: z.string(),
  say: z.string(),
});
export type TypedMotif = Readonly<z.output<typeof typedMotif>>;

export type MotifFault = Exclude<keyof TypedMotif, 'active' | 'color' | 'place' | 'gridMin' | 'patients'>;

export interface MotifReading {
  readonly faults: ReadonlySet<MotifFault>;
  readonly form: MotifForm | null;
}

/** Checked by the contract's own shape, so that the screen refuses exactly what the server would. */
export function readMotif(typed: TypedMotif): MotifReading {
  const { durations, needs, resourceIds } = typed;
  const parsed = motifForm.safeParse({
    ...typed,
    minutes: wholeNumber(typed.minutes, 0),
    beforeMin: wholeNumber(typed.beforeMin),
    afterMin: wholeNumber(typed.afterMin),
    gridMin: Number(typed.gridMin),
    rajouts: wholeNumber(typed.rajouts),
    // An import alone is no way to book.
    channels: typed.channels.some((channel) => channel !== 'import') ? typed.channels : [],
    durations: Object.entries(durations)
      .filter(([resourceId, minutes]) => minutes.trim() !== '' && resourceIds.includes(resourceId))
      .map(([resourceId, minutes]) => ({ resourceId, minutes: wholeNumber(minutes) })),
    needs: needs.map(({ poolId, beforeMin, afterMin }) => ({
      poolId,
      beforeMin: wholeNumber(beforeMin, 0),
      afterMin: wholeNumber(afterMin, 0),
    })),
  });
  if (parsed.success) return { faults: new Set(), form: parsed.data };
  return { faults: new Set(parsed.error.issues.map(({ path }) => path[0] as MotifFault)), form: null };
}

/** What is no number is told by the contract; an empty field is `empty` when that means something. */
function wholeNumber(text: string, empty = Number.NaN): number {
  if (text.trim() === '') return empty;
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

export function typedFrom(motif: MotifView | undefined, resourceIds: readonly string[]): TypedMotif {
  if (!motif) return { ...blank, resourceIds: [...resourceIds] };
  const { name, shortName, color, place, usualActs, active, channels, patients, bring, say } = motif;
  return {
    ...{ name, shortName, color, place, usualActs, active, channels, patients, bring, say },
    resourceIds: motif.resourceIds,
    minutes: String(motif.minutes),
    durations: Object.fromEntries(motif.durations.map(({ resourceId, minutes }) => [resourceId, String(minutes)])),
    beforeMin: String(motif.beforeMin),
    afterMin: String(motif.afterMin),
    gridMin: `${motif.gridMin}`,
    rajouts: String(motif.rajouts),
    needs: motif.needs.map(({ poolId, beforeMin, afterMin }) => ({
      poolId,
      beforeMin: String(beforeMin),
      afterMin: String(afterMin),
    })),
  };
}

const blank: TypedMotif = {
  ...{ name: '', shortName: '', minutes: '15', color: 'consult', place: 'practice', resourceIds: [], usualActs: [] },
  ...{ active: true, durations: {}, beforeMin: '0', afterMin: '0', gridMin: '5', patients: 'all', rajouts: '2' },
  ...{ channels: [...bookingChannels], needs: [], bring: '', say: '' },
};
