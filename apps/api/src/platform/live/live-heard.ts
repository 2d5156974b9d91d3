import { liveEvent } from '@pupitre/shared/live/live.contract';
import { z } from 'zod';

const moment = { snapshot: z.string(), at: z.number() };
const heard = z.union([
  z.object({ ...moment, practiceId: z.string(), events: z.array(liveEvent) }),
  /** The heartbeat of the process of this name. */
  z.object({ ...moment, beat: z.string() }),
]);
type Heard = z.output<typeof heard>;

/** Anybody with a connection may notify, and so may a process of another version: what is not ours is not heard. */
export function readHeard(payload: string): Heard | null {
  try {
    return heard.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
