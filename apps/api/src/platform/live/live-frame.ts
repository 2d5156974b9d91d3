import type { LiveEvent, LiveReady } from '@pupitre/shared/live/live.contract';
import { cursorText, type LiveCursor } from './live-cursor.js';

interface FrameBodies {
  readonly ready: LiveReady;
  readonly change: LiveEvent;
  readonly ping: Record<string, never>;
  readonly bye: { readonly retryMs: number };
  readonly resync: Record<string, never>;
}

/** One server-sent event, made once for all the desks it goes to. With a cursor: what the browser gives back later. */
export function frameOf<Name extends keyof FrameBodies>(
  name: Name,
  body: FrameBodies[Name],
  cursor: LiveCursor | null,
): string {
  const id = cursor ? `id: ${cursorText(cursor)}\n` : '';
  return `${id}event: ${name}\ndata: ${JSON.stringify(body)}\n\n`;
}
