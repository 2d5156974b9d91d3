import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';

/** The motifs a column offers; without a column, all of those in use. */
export function offeredMotifs({ motifs }: PracticeSetup, resourceId: string | null): MotifView[] {
  return motifs.filter(({ active, resourceIds }) => active && (!resourceId || resourceIds.includes(resourceId)));
}
