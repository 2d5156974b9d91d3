import { useSuspenseQuery } from '@tanstack/react-query';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';

/** Columns by their names, and the clock on the practice's wall. */
export function useColumns() {
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const nameOf = (resourceId: string) => setup.resources.find(({ id }) => id === resourceId)?.name ?? '';
  return { zone: setup.practice.zone, nameOf, choices: setup.resources.filter(({ active }) => active) };
}
