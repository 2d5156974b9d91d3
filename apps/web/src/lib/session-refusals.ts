/** Why the API no longer answers this browser. */
export type SessionRefusal = 'session.locked' | 'session.ended' | 'session.required';

type Listener = (refusal: SessionRefusal) => void;
const listeners = new Set<Listener>();

/** Hears every 401 that says the session is locked or over, whichever call met it. Returns the unsubscription. */
export function onSessionRefusal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellSessionRefusal(code: string): void {
  if (code !== 'session.locked' && code !== 'session.ended' && code !== 'session.required') return;
  for (const listener of listeners) listener(code);
}
