import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { QueryClient } from '@tanstack/react-query';
import { practiceKey } from './query-client';

/** What the copies of a day have in common: the agenda's, and a practitioner's own (which names her column). */
interface DayCopy {
  day: string;
  resourceId?: string;
  appointments: AppointmentCard[];
}

const isDayCopy = (held: unknown): held is DayCopy => {
  const copy = held as Partial<DayCopy> | undefined;
  return typeof copy?.day === 'string' && Array.isArray(copy.appointments);
};

function withCard(copy: DayCopy, card: AppointmentCard): DayCopy {
  const held = copy.appointments.find(({ id }) => id === card.id);
  // An answer may come after a fresher reading of the day.
  if (held && held.version > card.version) return copy;
  const isHere = copy.day === card.day && (copy.resourceId ?? card.resourceId) === card.resourceId;
  if (!held && !isHere) return copy;
  const others = copy.appointments.filter(({ id }) => id !== card.id);
  return { ...copy, appointments: isHere ? [...others, card] : others };
}

/**
 * Puts a visit just changed where it now stands in every copy of a day; other copies are left alone. A copy that an
 * event called stale stays so: written to, it would pass for fresh, and hide what a colleague did meanwhile.
 */
export function placeCard(client: QueryClient, practiceId: string, card: AppointmentCard): void {
  for (const query of client.getQueryCache().findAll({ queryKey: practiceKey(practiceId, 'planning') })) {
    const { data: held, isInvalidated, dataUpdatedAt: updatedAt } = query.state;
    const placed = isDayCopy(held) ? withCard(held, card) : held;
    if (placed === held) continue;
    client.setQueryData(query.queryKey, placed, { updatedAt });
    if (isInvalidated) query.invalidate();
  }
}

/** Reads again every copy of a day that is on screen: for when nobody knows what the server kept. */
export function refreshDays(client: QueryClient, practiceId: string): void {
  void client.invalidateQueries({
    queryKey: practiceKey(practiceId, 'planning'),
    predicate: ({ state }) => isDayCopy(state.data),
  });
}
