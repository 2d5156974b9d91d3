import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';

const route = getRouteApi('/p/$practiceId/reglages');

/** The column that the URL names, else the first one open; undefined in a practice without columns. */
export function useColumnInHand(): { setup: PracticeSetup; column: ResourceView | undefined } {
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const { colonne } = route.useSearch();
  const { resources } = setup;
  const column = resources.find(({ id }) => id === colonne) ?? resources.find(({ active }) => active) ?? resources[0];
  return { setup, column };
}
