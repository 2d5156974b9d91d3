import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Which domains' copies (third part of a query key) an event may make stale. */
const domainsOf: Readonly<Record<LiveEvent['topic'], readonly string[]>> = {
  absence: ['absence-plan', 'series'],
  appointment: ['planning', 'billing', 'holds', 'absence-plan', 'lateness', 'series'],
  hold: ['holds', 'waiting-list', 'series'],
  import: ['imports'],
  lateness: ['planning', 'lateness'],
  patient: ['patients', 'planning', 'waiting-list', 'absence-plan'],
  practice: ['practices', 'planning', 'absence-plan', 'series'],
  till: ['billing', 'planning'],
  waiting_list: ['waiting-list'],
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * True when the copy under `key` may have changed. A key that names days or ids is concerned only by an event that
 * names one of them; an event without days or ids concerns all.
 */
export function isConcerned(key: QueryKey, practiceId: string, event: LiveEvent): boolean {
  const [scope, id, domain, ...rest] = key;
  if (scope !== 'practice' || id !== practiceId) return false;
  if (typeof domain !== 'string' || !domainsOf[event.topic].includes(domain)) return false;
  const words = rest.filter((part): part is string => typeof part === 'string');
  const meets = (named: readonly string[], shape: RegExp) => {
    const own = words.filter((word) => shape.test(word));
    return named.length === 0 || own.length === 0 || own.some((word) => named.includes(word));
  };
  return meets(event.days, DAY) && meets(event.ids, UUID);
}

/** Refetches what is on screen and concerned; the rest is fetched again when it is shown. */
export function invalidateFor(client: QueryClient, practiceId: string, event: LiveEvent): void {
  void client.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey, practiceId, event) });
}

/** After a silence whose news were told: what is before the eyes is read again all the same. */
export function refetchVisibleDays(client: QueryClient, practiceId: string): void {
  void client.refetchQueries({ queryKey: ['practice', practiceId, 'planning'], type: 'active' });
}

/**
 * Once the line opens, what was read in the moment before it is read again. Not a patient's file: each reading of it is
 * a line of the access journal, and an edit of that very moment is met by the file's version.
 */
export function invalidateOpened(client: QueryClient, practiceId: string): void {
  void client.invalidateQueries({
    queryKey: ['practice', practiceId],
    predicate: ({ queryKey: [, , domain, part] }) => !(domain === 'patients' && part === 'file'),
  });
}

/** After a silence nobody knows what was missed: everything on screen is read again. */
export function invalidatePractice(client: QueryClient, practiceId: string): void {
  void client.invalidateQueries({ queryKey: ['practice', practiceId] });
}
