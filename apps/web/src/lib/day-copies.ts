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
  const others = copy.appointments.filter(({ id }) => id !== card.id);
  const isHere = copy.day === card.day && (copy.resourceId ?? card.resourceId) === card.resourceId;
  return { ...copy, appointments: isHere ? [...others, card] : others };
}

/** Puts a visit just changed where it now stands in every copy of a day; copies not yet read are left alone. */
export function placeCard(client: QueryClient, practiceId: string, card: AppointmentCard): void {
  client.setQueriesData<unknown>({ queryKey: practiceKey(practiceId, 'planning') }, (held: unknown) =>
    isDayCopy(held) ? withCard(held, card) : held,
  );
}

/** Reads again every copy of a day that is on screen: for when nobody knows what the server kept. */
export function refreshDays(client: QueryClient, practiceId: string): void {
  void client.invalidateQueries({
    queryKey: practiceKey(practiceId, 'planning'),
    predicate: ({ state }) => isDayCopy(state.data),
  });
}
