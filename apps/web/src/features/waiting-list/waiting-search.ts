import type { WaitingUrgency } from '@pupitre/shared/planning/waiting-fit';
import { z } from 'zod';

/** Written out: the address is read before anything of the list is fetched. */
const urgencies = ['normal', 'soon', 'urgent'] as const satisfies readonly WaitingUrgency[];

/** Filters of the list, as the address says them. A name never stands there. */
export const waitingSearch = z.object({
  etat: z.literal('finies').optional().catch(undefined),
  motif: z.uuid().optional().catch(undefined),
  agenda: z.uuid().optional().catch(undefined),
  urgence: z.enum(urgencies).optional().catch(undefined),
});
export type WaitingSearch = z.output<typeof waitingSearch>;
