import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { createStore, useStore } from '../../lib/store';

/** The column last seen in a week, by practice; in memory, it is a habit of the hour. */
const lastSeen = createStore<Readonly<Record<string, string>>>({});

export const useLastAgenda = (practiceId: string): string | undefined => useStore(lastSeen)[practiceId];

export function keepLastAgenda(practiceId: string, resourceId: string): void {
  if (lastSeen.get()[practiceId] !== resourceId) lastSeen.set({ ...lastSeen.get(), [practiceId]: resourceId });
}

/** The columns of a week, in their order. */
export const columnsOf = ({ resources }: PracticeSetup): ResourceView[] =>
  resources.filter(({ active }) => active).sort((a, b) => a.position - b.position);

/** The column asked for, else the last one seen, else one's own, else the first. */
export function agendaShown(
  columns: readonly ResourceView[],
  asked: string | undefined,
  practitionerId: string | null,
  last: string | undefined,
): ResourceView | undefined {
  const named = (id: string | undefined) => columns.find((column) => column.id === id);
  const own = practitionerId ? columns.find((column) => column.practitionerId === practitionerId) : undefined;
  return named(asked) ?? named(last) ?? own ?? columns[0];
}
