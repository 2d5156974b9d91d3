import { z } from 'zod';

/** What narrows the journal, as the URL holds it: ids and codes, never a name. */
export const journalFilters = z.object({
  qui: z.uuid().optional().catch(undefined),
  patient: z.uuid().optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional()
    .catch(undefined),
  issue: z.enum(['fait', 'refuse']).optional().catch(undefined),
  du: z.iso.date().optional().catch(undefined),
  au: z.iso.date().optional().catch(undefined),
});
export type JournalFilters = z.output<typeof journalFilters>;
