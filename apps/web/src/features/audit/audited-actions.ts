import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';

/**
 * Every action a line of the journal can name: what is done in a practice, what was tried without the right to, and the
 * reads that leave a trace. In order.
 */
export const auditedActions: readonly string[] = [
  ...new Set(
    allEndpoints
      .filter(({ path }) => path.startsWith('/practices/{practiceId}'))
      .flatMap(({ id, audited }) => (audited ? [id, audited] : [id])),
  ),
].sort();
