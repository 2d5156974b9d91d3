import { createStore } from './store';

export interface Announcement {
  id: number;
  text: string;
  urgent: boolean;
}

/** At most one every three seconds, so that a busy desk is not drowned; urgent ones pass at once. */
const SPACING_MS = 3000;
export const announcementStore = createStore<Announcement | null>(null);
let count = 0;
let waiting: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastAt = 0;

function say(text: string, urgent: boolean): void {
  count += 1;
  lastAt = Date.now();
  announcementStore.set({ id: count, text, urgent });
}

/** Tells assistive tools what changed without moving the focus. Of several polite ones in a burst, the last is said. */
export function announce(text: string, urgent = false): void {
  if (urgent) {
    say(text, true);
    return;
  }
  waiting = text;
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      if (waiting) say(waiting, false);
      waiting = undefined;
    },
    Math.max(0, lastAt + SPACING_MS - Date.now()),
  );
}
