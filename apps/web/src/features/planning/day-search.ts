import { isRealDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';

/** Acts on the whole day, each with its dialog. */
export const dayActs = ['deplacer', 'reunion', 'seance', 'tournee'] as const;
export type DayAct = (typeof dayActs)[number];

/** What the address of the day says: ids and dates only, never a name. A part that cannot be read is dropped. */
export const daySearch = z.object({
  date: z.string().refine(isRealDay).optional().catch(undefined),
  /** `medecins`, or the id of one column or of a view of one's own; absent: everybody. */
  vue: z
    .union([z.literal('medecins'), z.uuid()])
    .optional()
    .catch(undefined),
  liste: z.boolean().optional().catch(undefined),
  /** The group session or meeting in the panel. */
  seance: z.uuid().optional().catch(undefined),
  /** A dialog asked for from elsewhere: the palette. */
  acte: z.enum(dayActs).optional().catch(undefined),
  /** The visit in the panel. */
  rdv: z.uuid().optional().catch(undefined),
});
export type DaySearch = z.output<typeof daySearch>;
