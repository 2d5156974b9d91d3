import { readClock } from '../../lib/read-clock';

const shortestMin = 5;
const longestMin = 720;

/** Day, start and length as they are typed. */
export interface TypedWhen {
  readonly day: string;
  readonly start: string;
  readonly minutes: string;
}

export interface ReadWhen {
  readonly startMin: number | null;
  readonly durationMin: number | null;
}

/** Null where what is typed says nothing. */
export function readWhen({ start, minutes }: TypedWhen): ReadWhen {
  const startMin = readClock(start);
  const typed = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN;
  return {
    startMin: startMin !== null && startMin < 1440 ? startMin : null,
    durationMin: typed >= shortestMin && typed <= longestMin ? typed : null,
  };
}
