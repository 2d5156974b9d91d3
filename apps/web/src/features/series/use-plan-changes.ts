import { changedVisits } from '@pupitre/shared/planning/series';
import type { SeriesPlanView } from '@pupitre/shared/planning/series.contract';
import { useState } from 'react';

interface Seen {
  readonly question: string;
  readonly plan: SeriesPlanView;
  readonly changed: readonly string[];
}

/** What became of the visits since the same question was first answered: the marks stay until it is asked anew. */
export function usePlanChanges(question: string, plan: SeriesPlanView | undefined): readonly string[] {
  const [seen, setSeen] = useState<Seen | null>(null);
  if (plan && seen?.plan !== plan) {
    const isSame = seen?.question === question;
    const come = isSame ? changedVisits(seen.plan.visits, plan.visits) : [];
    // Adjusted while it is drawn: the marks are there with the lines they mark.
    setSeen({ question, plan, changed: isSame ? [...new Set([...seen.changed, ...come])] : [] });
  }
  return seen?.question === question ? seen.changed : [];
}
