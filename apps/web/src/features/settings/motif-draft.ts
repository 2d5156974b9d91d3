import { type MotifForm, type MotifView, motifForm } from '@pupitre/shared/practices/practice.contract';
import { z } from 'zod';

/** A motif as it is being typed: its minutes are still text, and nothing is wrong yet. */
export const typedMotif = z.object({
  name: z.string(),
  shortName: z.string(),
  color: motifForm.shape.color,
  place: motifForm.shape.place,
  usualActs: z.array(z.string()),
  active: z.boolean(),
  resourceIds: z.array(z.string()),
  minutes: z.string(),
});
export type TypedMotif = Readonly<z.output<typeof typedMotif>>;

export type MotifFault = 'name' | 'shortName' | 'minutes' | 'resourceIds' | 'usualActs';

export interface MotifReading {
  readonly faults: ReadonlySet<MotifFault>;
  readonly form: MotifForm | null;
}

/** Checked by the contract's own shape, so that the screen refuses exactly what the server would. */
export function readMotif(typed: TypedMotif): MotifReading {
  const parsed = motifForm.safeParse({
    ...typed,
    minutes: /^\d+$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0,
  });
  if (parsed.success) return { faults: new Set(), form: parsed.data };
  return { faults: new Set(parsed.error.issues.map(({ path }) => path[0] as MotifFault)), form: null };
}

export function typedFrom(motif: MotifView | undefined, resourceIds: readonly string[]): TypedMotif {
  if (motif) {
    const { name, shortName, color, place, usualActs, active } = motif;
    return {
      name,
      shortName,
      color,
      place,
      usualActs,
      active,
      resourceIds: motif.resourceIds,
      minutes: String(motif.minutes),
    };
  }
  return {
    name: '',
    shortName: '',
    minutes: '15',
    color: 'consult',
    place: 'practice',
    resourceIds: [...resourceIds],
    usualActs: [],
    active: true,
  };
}
